import { letGo } from './let-go.ts'

/** More came than is allowed. */
export class TooLarge extends Error {}

/** Bytes that come piece by piece, up to a limit. */
export interface Growing {
  /** Throws TooLarge; what was kept so far is let go then. */
  readonly add: (chunk: Uint8Array) => void
  /** What came; it can be taken once. */
  readonly take: () => Uint8Array
  /** Frees what was not taken. */
  readonly drop: () => void
}

const BLOCK = 262_144

/**
 * Keeps bytes in blocks. A piece kept as it came would hold on to the whole packet it came in, and one place that grows
 * would be there twice when it is taken; what is let go here is free at once, not when the garbage is collected: many
 * bodies come at the same time.
 */
export function growing(limit: number): Growing {
  const blocks: Uint8Array[] = []
  let size = 0
  const drop = () => blocks.splice(0).forEach(letGo)
  const put = (piece: Uint8Array, at: number) => {
    const within = at % BLOCK
    if (within === 0) blocks.push(new Uint8Array(BLOCK))
    blocks.at(-1)?.set(piece, within)
  }
  return {
    add: (chunk) => {
      const from = size
      size += chunk.length
      if (size > limit) {
        drop()
        throw new TooLarge()
      }
      for (let at = from; at < size; at = nextBlock(at))
        put(chunk.subarray(at - from, nextBlock(at) - from), at)
    },
    take: () => {
      const whole = Buffer.from(new ArrayBuffer(size))
      blocks.splice(0).forEach((block, number) => {
        const at = number * BLOCK
        whole.set(block.subarray(0, size - at), at)
        letGo(block)
      })
      return whole
    },
    drop,
  }
}

function nextBlock(at: number): number {
  return (Math.floor(at / BLOCK) + 1) * BLOCK
}
