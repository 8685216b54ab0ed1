import { fold } from './fold.ts'
import type { KnownWord, Phrase, Phrases } from './known-word.ts'
import type { Token } from './tokens.ts'
import type { WordList } from './words/word-list.ts'

/** A word list made ready for looking up. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>
  readonly beginnings: ReadonlyMap<string, number>
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, Phrases>
  readonly negations: ReadonlySet<string>
  readonly stronger: ReadonlySet<string>
  readonly weaker: ReadonlySet<string>
  readonly contrasts: ReadonlySet<string>
  readonly mine: ReadonlySet<string>
  readonly yours: ReadonlySet<string>
  readonly asks: ReadonlySet<string>
  /** Among all lexicons. */
  readonly place: number
}

const SHORTEST = 3
const LONGEST = 14

/** No two lexicons have one `place`. */
export function makeLexicon(place: number, list: WordList): Lexicon {
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
    place,
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

function phrasesOf({ phrases }: WordList): Map<string, Phrases> {
  const byFirst = new Map<string, { after: Map<string, Phrase[]>; alone: number | null }>()
  for (const [weight, text] of phrases) {
    for (const phrase of text.split('|')) {
      const [first = '', ...words] = split(phrase)
      const of = byFirst.get(first) ?? { after: new Map<string, Phrase[]>(), alone: null }
      byFirst.set(first, of)
      const [second] = words
      if (second === undefined) of.alone ??= weight
      else of.after.set(second, [...(of.after.get(second) ?? []), { words, weight }])
    }
  }
  for (const { after } of byFirst.values())
    for (const list of after.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

const NO_PHRASES: Phrases = { after: new Map(), alone: null }

function split(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}

function setOf(text: string): Set<string> {
  return new Set(split(text))
}

/** What the lexicon says of a word. */
export function lookUp(lexicon: Lexicon, { folded, known }: Token): KnownWord {
  const { place } = lexicon
  return (known[place] ??= lookUpAnew(lexicon, folded))
}

function lookUpAnew(lexicon: Lexicon, word: string): KnownWord {
  return {
    weight: weightOf(lexicon, word) || weightOf(lexicon, withoutRuns(word)),
    phrases: lexicon.phrases.get(word) ?? NO_PHRASES,
    negates: lexicon.negations.has(word),
    contrasts: lexicon.contrasts.has(word),
    strengthens: lexicon.stronger.has(word),
    weakens: lexicon.weaker.has(word),
    mine: lexicon.mine.has(word),
    yours: lexicon.yours.has(word),
    asks: lexicon.asks.has(word),
  }
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
