import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const POOL_BYTES = 16 * 256

/**
 * Gives UUIDv7s, those of one millisecond in order. Random bytes are drawn 256 at a time: asked for one by one they
 * cost more than saving the mention that needs them.
 */
export function createUids(now: () => number): () => string {
  const pool = new Uint8Array(POOL_BYTES)
  let used = POOL_BYTES
  let lastMs = 0
  let sequence = 0
  const random = () => {
    if (used === POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    used += 16
    return pool.subarray(used - 16, used)
  }
  return () => {
    const bytes = random()
    const ms = now()
    // RFC 9562, method 1: a counter that starts low enough to grow all through its millisecond.
    sequence = ms > lastMs ? ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0) : sequence + 1
    lastMs = Math.max(ms, lastMs)
    return v7({ random: bytes, msecs: lastMs, seq: sequence })
  }
}

export const newUid = createUids(Date.now)
