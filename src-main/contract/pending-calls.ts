import type { Failure } from './failure.ts'
import { READS } from './reads.ts'
import { asText, type ReplyText, type ToEngine } from './wire.ts'

const DOWN: Failure = {
  kind: 'engine-down',
  message: 'The part of Ventanilla that keeps your data stopped. What was acknowledged is safe.',
  hint: 'It is being started again; look whether your last step is there before you repeat it.',
}
const ENGINE_DOWN = asText({ ok: false, failure: DOWN })

interface Waiting {
  readonly method: string
  readonly input: unknown
  readonly resolve: (reply: ReplyText) => void
}

/**
 * Pairs calls with replies. A port never reports that its other end died, so `engineDown` must be told:
 * writes are answered with a failure at once, reads wait and are asked again of the next engine.
 */
export function createPendingCalls() {
  let send: ((message: ToEngine) => void) | null = null
  const waiting = new Map<string, Waiting>()

  return {
    call: (method: string, input: unknown, id: string): Promise<ReplyText> => {
      if (!send && !READS.has(method)) return Promise.resolve(ENGINE_DOWN)
      return new Promise((resolve) => {
        waiting.set(id, { method, input, resolve })
        send?.({ kind: 'call', id, method, input })
      })
    },
    cancel: (id: string) => send?.({ kind: 'cancel', id }),
    engineUp: (newSend: (message: ToEngine) => void) => {
      send = newSend
      for (const [id, { method, input }] of waiting) newSend({ kind: 'call', id, method, input })
    },
    engineDown: () => {
      send = null
      for (const [id, { method, resolve }] of waiting) {
        if (READS.has(method)) continue
        waiting.delete(id)
        resolve(ENGINE_DOWN)
      }
    },
    /** The engine will not be started again: nothing may wait for it any longer. */
    engineStopped: () => {
      send = null
      for (const { resolve } of waiting.values()) resolve(ENGINE_DOWN)
      waiting.clear()
    },
    replied: (id: string, reply: ReplyText) => {
      waiting.get(id)?.resolve(reply)
      waiting.delete(id)
    },
  }
}
