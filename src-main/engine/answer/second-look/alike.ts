import { wordsOf } from './words/sentences.ts'

/** An answer as a set of its pairs of neighbouring words, hashed: enough to see how much of two is the same. */
export type Pairs = Uint32Array

/** Fewer words than this say thanks, and every thanks is alike. */
const LEAST_WORDS = 8

/** The pairs of a folded answer without greeting, names and signature; null when too short to be like another. */
export function pairsOf(folded: string, not: ReadonlySet<string>): Pairs | null {
  const words = wordsOf(folded).filter((word) => !not.has(word))
  if (words.length < LEAST_WORDS) return null
  const pairs = new Set<number>()
  for (let index = 1; index < words.length; index += 1)
    pairs.add(hash(words[index - 1] ?? '', words[index] ?? ''))
  return Uint32Array.from(pairs)
}

function hash(a: string, b: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < a.length; index += 1) value = Math.imul(value ^ a.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ 0x20, 0x01000193)
  for (let index = 0; index < b.length; index += 1) value = Math.imul(value ^ b.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Many answers' pairs in one piece, so that all are compared in a few milliseconds. */
export interface Shelf {
  /** Their keys, in the order of `ends`. */
  readonly keys: readonly string[]
  readonly pairs: Uint32Array
  /** Where each one's pairs end. */
  readonly ends: Uint32Array
}

/** The one of a shelf that shares most with the draft, and how much of both: 0 to 1 (Dice). `skip` leaves some out. */
export function likest(
  shelf: Shelf,
  draft: Pairs,
  skip: (key: string) => boolean,
): { key: string; share: number } | null {
  const wanted = new Set(draft)
  // One look at a table of bits spares nearly every look into the set.
  const bits = new Uint8Array(0x10000)
  for (const pair of draft) bits[pair & 0xffff] = 1
  let best: { key: string; share: number } | null = null
  let start = 0
  for (let index = 0; index < shelf.ends.length; index += 1) {
    const end = shelf.ends[index] ?? start
    let same = 0
    for (let at = start; at < end; at += 1) {
      const pair = shelf.pairs[at] ?? 0
      if (bits[pair & 0xffff] === 1 && wanted.has(pair)) same += 1
    }
    const share = shareOf(same, end - start, draft.length)
    const key = shelf.keys[index] ?? ''
    if (share > (best?.share ?? 0) && !skip(key)) best = { key, share }
    start = end
  }
  return best
}

/** Of both texts (Dice); an answer that is all taken from a longer one counts by itself. */
function shareOf(same: number, earlier: number, draft: number): number {
  const both = (2 * same) / (earlier + draft)
  const taken = draft >= LEAST_TAKEN ? (same / draft) * 0.8 : 0
  return Math.max(both, taken)
}

/** A shorter text may be a turn of phrase. */
const LEAST_TAKEN = 12

/** From here on two answers are alike to a reader. */
export const ALIKE = 0.55
