import { lettersData } from './letters-data.ts'
import { bucketOf, BUCKETS, LAST } from './letters-hash.ts'

/**
 * What runs of letters say of languages: after the sizes of the buckets, two bytes each, the runs in them; of each what is
 * left of its hash, and pairs of a language's place and what the run says for it, the last one marked.
 */
export interface Letters {
  readonly data: Uint8Array
  /** Where each bucket begins, and one more. */
  readonly begins: Int32Array
}

export function unpackLetters(): Letters {
  const data = Buffer.from(lettersData(), 'base64')
  const begins = new Int32Array(BUCKETS + 1)
  let begin = 2 * BUCKETS
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    begins[bucket] = begin
    begin += (data[2 * bucket] ?? 0) | ((data[2 * bucket + 1] ?? 0) << 8)
  }
  begins[BUCKETS] = begin
  return { data, begins }
}

/** Where the pairs of a run of letters begin; -1 where nothing is known of it. */
export function pairsOf({ data, begins }: Letters, hash: number): number {
  const bucket = bucketOf(hash)
  const end = begins[bucket + 1] ?? 0
  const low = hash & 0xff
  const high = (hash >> 8) & 0xff
  for (let at = begins[bucket] ?? 0; at < end;) {
    if (data[at] === low && data[at + 1] === high) return at + 2
    at += 2
    while ((data[at] ?? LAST) < LAST) at += 2
    at += 2
  }
  return -1
}
