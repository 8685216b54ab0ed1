/** More came than is allowed. */
export class TooLarge extends Error {}

/** Bytes that come piece by piece, up to a limit. */
export interface Growing {
  /** Throws TooLarge; what was kept so far is let go then. */
  readonly add: (chunk: Uint8Array) => void
  readonly size: () => number
  readonly bytes: () => Uint8Array
}

const BLOCK = 65_536

/**
 * Keeps bytes in blocks of its own. A server that sends one byte a chunk would otherwise have us keep millions of
 * objects, each holding on to the whole packet it came in.
 */
export function growing(limit: number): Growing {
  let full: Uint8Array[] = []
  let block = Buffer.allocUnsafeSlow(BLOCK)
  let used = 0
  let size = 0
  const startBlock = () => {
    full.push(block)
    block = Buffer.allocUnsafeSlow(BLOCK)
    used = 0
  }
  return {
    add: (chunk) => {
      size += chunk.length
      if (size > limit) {
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
    size: () => size,
    bytes: () => Buffer.concat([...full, block.subarray(0, used)], size),
  }
}
