import type { Cut } from './cut.ts'
import { HASH_OF_NOTHING, hashOn, makePlaces, placeFor, placeOf, type Places } from './hash.ts'
import { foldedCode } from './signs.ts'
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
  const reading: Reading = { firsts: new Set(), alone: new Map(), ofTwo: new Map() }
  for (const [weight, text] of phrases) readPhrases(reading, text, weight)
  const { firsts, alone, ofTwo } = reading
  return { firsts, alone, ...placed(ofTwo) }
}

interface Reading {
  readonly firsts: Set<number>
  readonly alone: Map<number, number>
  readonly ofTwo: Map<number, Phrase[]>
}

const SPACE = 0x20
const BAR = 0x7c

/** Reads phrases sign by sign: no string is made of any word. */
function readPhrases(reading: Reading, text: string, weight: number): void {
  let words: number[] = []
  let hash = HASH_OF_NOTHING
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : BAR
    if (code !== SPACE && code !== BAR) {
      hash = hashOn(hash, foldedCode(code))
      continue
    }
    words.push(hash)
    hash = HASH_OF_NOTHING
    if (code === SPACE) continue
    addPhrase(reading, words, weight)
    words = []
  }
}

function addPhrase({ firsts, alone, ofTwo }: Reading, words: readonly number[], weight: number): void {
  const [first = 0, second] = words
  if (second === undefined) alone.set(first, alone.get(first) ?? weight)
  else {
    firsts.add(first)
    put(ofTwo, pairOf(first, second), { rest: words.slice(1), weight })
  }
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
