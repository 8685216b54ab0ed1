/** More came than is allowed. */
export class TooLarge extends Error {}

/** Bytes that come piece by piece, up to a limit. */
export interface Growing {
  /** Throws TooLarge; what was kept so far is let go then. */
  readonly add: (chunk: Uint8Array) => void
  readonly bytes: () => Uint8Array
}

const BLOCK = 65_536
/** What a piece costs besides its bytes: a server may send one byte a piece, and millions of them. */
export const PIECE = 64

/** Keeps bytes in blocks of its own: a small piece would hold on to the whole packet it came in. */
export function growing(limit: number): Growing {
  let full: Uint8Array[] = []
  let block = Buffer.allocUnsafeSlow(BLOCK)
  let used = 0
  let size = 0
  let cost = 0
  const startBlock = () => {
    full.push(block)
    block = Buffer.allocUnsafeSlow(BLOCK)
    used = 0
  }
  return {
    add: (chunk) => {
      size += chunk.length
      cost += chunk.length + PIECE
      if (cost > limit) {
        full = []
        throw new TooLarge()
      }
      for (let from = 0; from < chunk.length;) {
        if (used === BLOCK) startBlock()
        const part = chunk.subarray(from, from + BLOCK - used)
        block.set(part, used)
        used += part.length
        from += part.length
      }
    },
    bytes: () => Buffer.concat([...full, block.subarray(0, used)], size),
  }
}
