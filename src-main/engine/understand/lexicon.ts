import { weightOfFace } from './emoji.ts'
import { fold } from './tokens.ts'
import type { WordList } from './words/word-list.ts'

/** A word list made ready for looking up. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>
  readonly beginnings: ReadonlyMap<string, number>
  /** By their first word: the rest of the phrase, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly negations: ReadonlySet<string>
  readonly stronger: ReadonlySet<string>
  readonly weaker: ReadonlySet<string>
  readonly contrasts: ReadonlySet<string>
  readonly mine: ReadonlySet<string>
  readonly yours: ReadonlySet<string>
  readonly asks: ReadonlySet<string>
  /** What was looked up of a word. A cache: people use few words, and a text is read in a third of the time. */
  readonly seen: Map<string, KnownWord>
}

/** Everything a lexicon says of one folded token. */
export interface KnownWord {
  /** A word, what ends a clause, or another sign. */
  readonly kind: 'word' | 'end' | 'sign'
  /** 0 where nothing is known of it; `buenooo` weighs what `bueno` does. */
  readonly weight: number
  readonly phrases: readonly Phrase[]
  readonly negates: boolean
  readonly contrasts: boolean
  readonly mine: boolean
  readonly yours: boolean
  readonly asks: boolean
}

export interface Phrase {
  readonly words: readonly string[]
  readonly weight: number
}

const SHORTEST = 3
const LONGEST = 14

export function makeLexicon(list: WordList): Lexicon {
  const words = new Map<string, number>()
  const beginnings = new Map<string, number>()
  // What says nothing has the last word.
  for (const [weight, text] of [...list.weights].sort(([a], [b]) => Number(a === 0) - Number(b === 0)))
    for (const entry of split(text)) addEntry(words, beginnings, entry, weight)
  return {
    words,
    beginnings,
    phrases: phrasesOf(list),
    negations: setOf(list.negations),
    stronger: setOf(list.stronger),
    weaker: setOf(list.weaker),
    contrasts: setOf(list.contrasts),
    mine: setOf(list.mine),
    yours: setOf(list.yours),
    asks: setOf(list.asks),
    seen: new Map(),
  }
}

function addEntry(
  words: Map<string, number>,
  beginnings: Map<string, number>,
  entry: string,
  weight: number,
) {
  if (entry.endsWith('*')) beginnings.set(entry.slice(0, -1), weight)
  else if (entry.endsWith('~')) {
    // `malo~`, and `feio~`: all of them end in `o`.
    const stem = entry.slice(0, -2)
    for (const ending of ['o', 'a', 'os', 'as']) words.set(stem + ending, weight)
    for (const ending of ['o', 'a', 'os', 'as'])
      words
        .set(`${stem}isim${ending}`, weight + Math.sign(weight))
        .set(`${stem}issim${ending}`, weight + Math.sign(weight))
  } else words.set(entry, weight)
}

function phrasesOf({ phrases }: WordList): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const [weight, text] of phrases) {
    for (const phrase of text.split('|')) {
      const [first = '', ...words] = split(phrase)
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, weight }])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

function split(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}

function setOf(text: string): Set<string> {
  return new Set(split(text))
}

const CLAUSE_END = /^[!?.,;:…()]+$/
const WORD = /^\p{L}/u
const MOST_SEEN = 20_000
const LONGEST_SEEN = 30

/** What the lexicon says of a folded word. */
export function lookUp(lexicon: Lexicon, word: string): KnownWord {
  const { seen } = lexicon
  const known = seen.get(word)
  if (known !== undefined) return known
  const found = lookUpAnew(lexicon, word)
  if (seen.size >= MOST_SEEN) seen.clear()
  if (word.length <= LONGEST_SEEN) seen.set(word, found)
  return found
}

function lookUpAnew(lexicon: Lexicon, word: string): KnownWord {
  return {
    kind: kindOf(word),
    weight: weightOf(lexicon, word) || weightOf(lexicon, withoutRuns(word)),
    phrases: lexicon.phrases.get(word) ?? [],
    negates: lexicon.negations.has(word),
    contrasts: lexicon.contrasts.has(word),
    mine: lexicon.mine.has(word),
    yours: lexicon.yours.has(word),
    asks: lexicon.asks.has(word),
  }
}

/** A face may be written with what else ends a clause, or with letters. */
function kindOf(word: string): KnownWord['kind'] {
  if (weightOfFace(word) !== 0) return 'sign'
  return CLAUSE_END.test(word) ? 'end' : WORD.test(word) ? 'word' : 'sign'
}

/** `buenooo` is `bueno`. */
function withoutRuns(word: string): string {
  return /(.)\1\1/.test(word) ? word.replace(/(.)\1{2,}/g, '$1') : word
}

/** What a word weighs, 0 where nothing is known of it. */
function weightOf({ words, beginnings }: Lexicon, word: string): number {
  const whole = words.get(word)
  if (whole !== undefined) return whole
  return beginningOf(beginnings, word) ?? 0
}

function beginningOf(beginnings: ReadonlyMap<string, number>, word: string): number | null {
  for (let length = Math.min(word.length, LONGEST); length >= SHORTEST; length -= 1) {
    const weight = beginnings.get(word.slice(0, length))
    if (weight !== undefined) return weight
  }
  return null
}
