import { weightOfFace } from './emoji.ts'
import type { KnownWord, Phrase } from './known-word.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A word or phrase that says something, as it was written, and what it weighs here. */
export interface Weighed {
  readonly word: string
  readonly weight: number
}

/** What a text holds to judge its feeling by. */
export interface Evidence {
  readonly weighed: readonly Weighed[]
  /** Sums of what speaks for it and against it, both positive. */
  readonly positive: number
  readonly negative: number
  readonly strongest: number
  readonly weakest: number
  readonly negations: number
  readonly words: number
  readonly mine: number
  readonly yours: number
  readonly asks: number
  readonly exclaims: number
  readonly questions: number
  readonly numbers: number
  /** Capital letters within a sentence: names. */
  readonly names: number
  readonly dots: number
}

/** Words after a negation that it may turn around. */
const REACH = 3
const TURNED = -0.6
const STRONGER = 1.35
const WEAKER = 0.6
const BEFORE_CONTRAST = 0.4

/** Pure: the same tokens weigh the same everywhere. */
export function weigh(lexicon: Lexicon, tokens: readonly Token[]): Evidence {
  const reading = beginReading()
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'end') endClause(reading, token.folded)
    else if (token.kind === 'word') at = weighWord(lexicon, token, tokens, reading, at)
    else weighSign(reading, token)
  }
  const { weighed, counts, beforeContrast } = reading
  return { weighed, ...sums(weighed, beforeContrast), ...counts }
}

interface Reading {
  readonly weighed: Weighed[]
  readonly counts: Record<Counted, number>
  /** Up to which token what is said is turned around. */
  negatedUntil: number
  /** How many of `weighed` stand before the last "but". */
  beforeContrast: number
  /** Whether a sentence begins here: its capital letter names nobody. */
  begins: boolean
}

type Counted =
  'negations' | 'words' | 'mine' | 'yours' | 'asks' | 'exclaims' | 'questions' | 'numbers' | 'names' | 'dots'

function beginReading(): Reading {
  return {
    weighed: [],
    counts: {
      negations: 0,
      words: 0,
      mine: 0,
      yours: 0,
      asks: 0,
      exclaims: 0,
      questions: 0,
      numbers: 0,
      names: 0,
      dots: 0,
    },
    negatedUntil: -1,
    beforeContrast: 0,
    begins: true,
  }
}

function endClause(reading: Reading, mark: string): void {
  const { counts } = reading
  if (mark.includes('!')) counts.exclaims += 1
  if (mark.includes('?')) counts.questions += 1
  if (mark.includes('…') || mark.includes('...')) counts.dots += 1
  reading.negatedUntil = -1
  reading.begins ||= mark !== ','
}

function weighSign({ weighed, counts }: Reading, { folded, written }: Token): void {
  const face = weightOfFace(folded)
  if (face !== 0) weighed.push({ word: written, weight: face })
  else if (/^\d/.test(folded)) counts.numbers += 1
}

/** Weighs the word or phrase that begins at a token; answers its last token. */
function weighWord(
  lexicon: Lexicon,
  token: Token,
  tokens: readonly Token[],
  reading: Reading,
  at: number,
): number {
  const { weighed, counts } = reading
  const known = lookUp(lexicon, token)
  countWord(known, reading, token)
  const turned = at <= reading.negatedUntil ? TURNED : 1
  const phrase = phraseAt(known, tokens, at)
  // What a phrase denies is in its weight.
  if (known.negates && phrase === null) counts.negations += 1
  if (phrase !== null) {
    const last = at + phrase.length - 1
    const words = tokens.slice(at, last + 1).map(({ written }) => written)
    weighed.push({ word: words.join(' '), weight: phrase.weight * turned })
    counts.words += phrase.length - 1
    return last
  }
  if (known.contrasts) {
    reading.beforeContrast = weighed.length
    reading.negatedUntil = -1
  }
  const { weight } = known
  if (Math.abs(weight) >= LEAST)
    weighed.push({ word: token.written, weight: weight * turned * beside(lexicon, tokens, at) })
  if (known.negates) reading.negatedUntil = at + REACH
  return at
}

/** Lighter words only add noise. */
const LEAST = 0.5

function countWord(known: KnownWord, reading: Reading, { isCapital }: Token): void {
  const { counts } = reading
  counts.words += 1
  if (!reading.begins && isCapital) counts.names += 1
  reading.begins = false
  if (known.mine) counts.mine += 1
  if (known.yours) counts.yours += 1
  if (known.asks) counts.asks += 1
}

function phraseAt(
  { phrases }: KnownWord,
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly weight: number } | null {
  const next = tokens[at + 1]
  const likely = next === undefined ? undefined : phrases.after.get(next.folded)
  if (likely !== undefined)
    for (const phrase of likely)
      if (isSaid(phrase, tokens, at + 1)) return { length: phrase.words.length + 1, weight: phrase.weight }
  return phrases.alone === null ? null : { length: 1, weight: phrases.alone }
}

/** Whether the rest of a phrase stands from a place on. */
function isSaid({ words }: Phrase, tokens: readonly Token[], from: number): boolean {
  for (let at = 0; at < words.length; at += 1) if (tokens[from + at]?.folded !== words[at]) return false
  return true
}

function beside(lexicon: Lexicon, tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]
  const known = before === undefined ? null : lookUp(lexicon, before)
  if (known?.strengthens === true || tokens[at + 1]?.folded.startsWith('!') === true) return STRONGER
  return known?.weakens === true ? WEAKER : 1
}

function sums(weighed: readonly Weighed[], beforeContrast: number) {
  let [positive, negative, strongest, weakest] = [0, 0, 0, 0]
  for (let at = 0; at < weighed.length; at += 1) {
    const weight = (weighed[at]?.weight ?? 0) * (at < beforeContrast ? BEFORE_CONTRAST : 1)
    if (weight > 0) positive += weight
    else negative -= weight
    if (weight > strongest) strongest = weight
    if (weight < weakest) weakest = weight
  }
  return { positive, negative, strongest, weakest: -weakest }
}
