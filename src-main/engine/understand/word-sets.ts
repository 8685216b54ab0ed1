import { hashOf, makePlaces, placeFor, placeOf, type Places } from './hash.ts'

/** Words, and in which of some sets each is: one bit a set, 31 at most. */
export interface WordSets {
  readonly words: Places
  readonly sets: Int32Array
}

/** @param lists Of each set its words, blanks between. */
export function makeWordSets(lists: readonly string[]): WordSets {
  const all = lists.map((list) => list.split(' '))
  const words = makePlaces(all.reduce((many, list) => many + list.length, 0))
  const sets = new Int32Array(words.keys.length)
  for (const [bit, list] of all.entries())
    for (const word of list) {
      const place = placeFor(words, hashOf(word))
      sets[place] = (sets[place] ?? 0) | (1 << bit)
    }
  return { words, sets }
}

/** The sets that a word is in, as bits. */
export function setsOf({ words, sets }: WordSets, hash: number): number {
  const place = placeOf(words, hash)
  return place < 0 ? 0 : (sets[place] ?? 0)
}
