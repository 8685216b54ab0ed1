import { BroadcastChannel } from 'node:worker_threads'

/** How a thread of the engine, garbage collected, tells what it holds. */
export interface Held {
  readonly kind: 'held'
  readonly thread: string
  /** Bytes. */
  readonly heap: number
}

export const CHANNEL = 'soak'

/** Lets a worker thread collect its garbage when it is asked to, and tell what is left. */
export function collectWhenAsked(thread: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => {
    if (data !== 'collect') return
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    channel.postMessage({ kind: 'held', thread, heap: heapUsed + external } satisfies Held)
  }
  channel.unref()
}
