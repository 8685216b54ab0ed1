/** More came than is allowed. */
export class TooLarge extends Error {}

/** Bytes that come piece by piece, up to a limit. */
export interface Growing {
  /** Throws TooLarge; what was kept so far is let go then. */
  readonly add: (chunk: Uint8Array) => void
  /** What came; it can be taken once. */
  readonly take: () => Uint8Array
}

const STEP = 262_144

/**
 * Keeps bytes in one place that grows. A piece kept as it came would hold on to the whole packet it came in, and what
 * is let go here is free at once, not when the garbage is collected: many bodies come at the same time.
 */
export function growing(limit: number): Growing {
  const kept = new ArrayBuffer(0, { maxByteLength: limit })
  let size = 0
  return {
    add: (chunk) => {
      const from = size
      size += chunk.length
      if (size > limit) {
        if (!kept.detached) kept.transfer(0)
        throw new TooLarge()
      }
      if (size > kept.byteLength) kept.resize(Math.min(limit, Math.ceil(size / STEP) * STEP))
      new Uint8Array(kept).set(chunk, from)
    },
    take: () => Buffer.from(kept.transferToFixedLength(size)),
  }
}
