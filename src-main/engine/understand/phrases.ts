import type { Cut } from './cut.ts'
import { fold } from './fold.ts'
import { hashOf, makePlaces, placeFor, placeOf, type Places } from './hash.ts'
import type { WordList } from './words/word-list.ts'

/** What follows the first word of a phrase, as hashes, and what the whole weighs. */
export interface Phrase {
  readonly rest: readonly number[]
  readonly weight: number
}

/** Phrases by the hashes of their first two words, or of their only one. */
export interface Phrases {
  /** Words that longer phrases begin with. */
  readonly firsts: ReadonlySet<number>
  /** Phrases of one word, and what they weigh. */
  readonly alone: ReadonlyMap<number, number>
  readonly pairs: Places
  /** Those of each pair, the longest first. */
  readonly those: readonly (readonly Phrase[] | undefined)[]
}

export function phrasesOf({ phrases }: WordList): Phrases {
  const firsts = new Set<number>()
  const alone = new Map<number, number>()
  const ofTwo = new Map<number, Phrase[]>()
  for (const [weight, text] of phrases) {
    for (const phrase of fold(text).split('|')) {
      const [first = 0, ...rest] = phrase.split(' ').map((word) => hashOf(word))
      const [second] = rest
      if (second === undefined) alone.set(first, alone.get(first) ?? weight)
      else {
        firsts.add(first)
        put(ofTwo, pairOf(first, second), { rest, weight })
      }
    }
  }
  return { firsts, alone, ...placed(ofTwo) }
}

function placed(ofTwo: ReadonlyMap<number, readonly Phrase[]>): Pick<Phrases, 'pairs' | 'those'> {
  const pairs = makePlaces(ofTwo.size)
  const those = new Array<readonly Phrase[] | undefined>(pairs.keys.length).fill(undefined)
  for (const [pair, phrases] of ofTwo) those[placeFor(pairs, pair)] = phrases
  return { pairs, those }
}

/** The longest stand first, of two as long the one that came before. */
function put(ofTwo: Map<number, Phrase[]>, pair: number, phrase: Phrase): void {
  const those = ofTwo.get(pair)
  if (those === undefined) ofTwo.set(pair, [phrase])
  else {
    const at = those.findIndex(({ rest }) => rest.length < phrase.rest.length)
    those.splice(at < 0 ? those.length : at, 0, phrase)
  }
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ second
}

/** The longest phrase of two words and more that begins at a row, null where none does. */
export function phraseAt({ pairs, those }: Phrases, { folded, count }: Cut, row: number): Phrase | null {
  if (row + 1 >= count) return null
  const place = placeOf(pairs, pairOf(folded[row] ?? 0, folded[row + 1] ?? 0))
  const likely = place < 0 ? undefined : those[place]
  if (likely !== undefined)
    for (const phrase of likely)
      if (row + phrase.rest.length < count && isSaid(phrase.rest, folded, row + 1)) return phrase
  return null
}

/** The first of them is known to be. */
function isSaid(rest: readonly number[], folded: Int32Array, from: number): boolean {
  for (let at = 1; at < rest.length; at += 1) if (rest[at] !== folded[from + at]) return false
  return true
}
