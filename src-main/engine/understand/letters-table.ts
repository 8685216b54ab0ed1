import { LETTERS_DATA, LETTERS_KNOWN } from './letters-data.ts'

/** Marks the last language that a run of letters speaks for. */
export const LAST = 0x80

/** 30 bits of the bytes of a run of letters: of a million runs that are not known a hundred would be taken for one. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) & 0x3fffffff
}

/** What runs of letters say of languages, by hash ascending. */
export interface Letters {
  readonly hashes: Int32Array
  /** Where each run's languages begin in `said`: pairs of a language's place and what it scores. */
  readonly begins: Int32Array
  readonly said: Uint8Array
  /** The first run of each bucket of hashes. */
  readonly buckets: Int32Array
}

const BUCKET_BITS = 15
const SHIFT = 30 - BUCKET_BITS

/** Takes the data apart: each run is the distance of its hash from the one before, seven bits a byte, and its pairs. */
export function unpackLetters(): Letters {
  const said = Buffer.from(LETTERS_DATA, 'base64')
  const hashes = new Int32Array(LETTERS_KNOWN)
  const begins = new Int32Array(LETTERS_KNOWN)
  let at = 0
  let hash = 0
  for (let run = 0; run < LETTERS_KNOWN; run += 1) {
    for (let bits = 0; ; bits += 7) {
      const byte = said[at++] ?? 0
      hash += (byte & 0x7f) << bits
      if (byte < 0x80) break
    }
    hashes[run] = hash
    begins[run] = at
    while ((said[at] ?? LAST) < LAST) at += 2
    at += 2
  }
  return { hashes, begins, said, buckets: bucketsOf(hashes) }
}

function bucketsOf(hashes: Int32Array): Int32Array {
  const buckets = new Int32Array((1 << BUCKET_BITS) + 1)
  let bucket = 0
  for (let run = 0; run < hashes.length; run += 1)
    for (const own = (hashes[run] ?? 0) >> SHIFT; bucket <= own; bucket += 1) buckets[bucket] = run
  buckets.fill(hashes.length, bucket)
  return buckets
}

/** Which run of letters has a hash; -1 where none is known. */
export function runOf({ hashes, buckets }: Letters, hash: number): number {
  const bucket = hash >> SHIFT
  const end = buckets[bucket + 1] ?? 0
  for (let run = buckets[bucket] ?? 0; run < end; run += 1) if (hashes[run] === hash) return run
  return -1
}
