/** Marks the last language that a run of letters speaks for. */
export const LAST = 0x80

const BUCKET_BITS = 15
const REST_BITS = 16
export const BUCKETS = 1 << BUCKET_BITS

/** 31 bits of the bytes of a run of letters: of ten thousand runs that are not known one is taken for another. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) & 0x7fffffff
}

export function bucketOf(hash: number): number {
  return hash >>> REST_BITS
}

/** What is left of a hash when its bucket is known. */
export function restOf(hash: number): number {
  return hash & ((1 << REST_BITS) - 1)
}
