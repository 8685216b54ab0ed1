/** FNV-1a over UTF-16 units: two words of ours with one hash are not to be expected, and `hash.test.ts` would see them. */
export const HASH_OF_NOTHING = 0x811c9dc5 | 0

export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The hash of a word, or of what it goes on with after a beginning. */
export function hashOf(word: string, after = HASH_OF_NOTHING): number {
  let hash = after
  for (let at = 0; at < word.length; at += 1) hash = hashOn(hash, word.charCodeAt(at))
  return hash
}

/** Places for words by their hashes, open addressing; as many as it was made for and half as many again. */
export interface Places {
  readonly keys: Int32Array
  readonly mask: number
}

/** @param most How many words will be put there. */
export function makePlaces(most: number): Places {
  const size = 2 ** Math.ceil(Math.log2(1.5 * most))
  return { keys: new Int32Array(size), mask: size - 1 }
}

/** Where a word lies, -1 where it does not. */
export function placeOf({ keys, mask }: Places, hash: number): number {
  for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
    const key = keys[at]
    if (key === hash) return at
    if (key === 0) return -1
  }
}

/** Where a word lies from now on, or lay before. */
export function placeFor({ keys, mask }: Places, hash: number): number {
  for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
    const key = keys[at]
    if (key === hash) return at
    if (key === 0) {
      keys[at] = hash
      return at
    }
  }
}
