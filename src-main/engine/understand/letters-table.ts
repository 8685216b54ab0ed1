import { lettersData } from './letters-data.ts'
import { bucketOf, BUCKETS, LAST } from './letters-hash.ts'

/** What runs of letters say of languages. */
export interface Letters {
  /**
   * Where each bucket begins, four bytes each and one more; then the runs of each bucket: of each what is left of its hash,
   * and pairs of a language's place and what the run says for it, the last one marked.
   */
  readonly data: Uint8Array
  readonly begins: Int32Array
}

export function unpackLetters(): Letters {
  const data = Buffer.from(lettersData(), 'base64')
  return { data, begins: new Int32Array(data.buffer, data.byteOffset, BUCKETS + 1) }
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
