import { weightOfFace } from './emoji.ts'
import { type KnownWord, type Lexicon, lookUp } from './lexicon.ts'
import type { Tokens } from './tokens.ts'

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

const CAPITAL = /^\p{Lu}\p{Ll}/u

/** Pure: the same tokens weigh the same everywhere. */
export function weigh(lexicon: Lexicon, tokens: Tokens): Evidence {
  const reading = beginReading()
  for (let at = 0; at < tokens.folded.length; at += 1) {
    const token = tokens.folded[at] ?? ''
    const known = lookUp(lexicon, token)
    if (known.kind === 'end') endClause(reading, token)
    else if (known.kind === 'word') at = weighWord(lexicon, known, tokens, reading, at)
    else weighSign(reading, token, tokens.written[at] ?? '')
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

function weighSign({ weighed, counts }: Reading, token: string, written: string): void {
  const face = weightOfFace(token)
  if (face !== 0) weighed.push({ word: written, weight: face })
  else if (/^\d/.test(token)) counts.numbers += 1
}

/** Weighs the word or phrase that begins at a token; answers its last token. */
function weighWord(lexicon: Lexicon, known: KnownWord, tokens: Tokens, reading: Reading, at: number): number {
  const { weighed, counts } = reading
  const isFolded = tokens.folded[at] === tokens.written[at]
  countWord(known, reading, isFolded ? '' : (tokens.written[at] ?? ''))
  const turned = at <= reading.negatedUntil ? TURNED : 1
  const phrase = phraseAt(known, tokens.folded, at)
  // What a phrase denies is in its weight.
  if (known.negates && phrase === null) counts.negations += 1
  if (phrase !== null) {
    const last = at + phrase.length - 1
    weighed.push({ word: tokens.written.slice(at, last + 1).join(' '), weight: phrase.weight * turned })
    counts.words += phrase.length - 1
    return last
  }
  if (known.contrasts) {
    reading.beforeContrast = weighed.length
    reading.negatedUntil = -1
  }
  const { weight } = known
  if (Math.abs(weight) >= LEAST)
    weighed.push({
      word: tokens.written[at] ?? '',
      weight: weight * turned * beside(lexicon, tokens.folded, at),
    })
  if (known.negates) reading.negatedUntil = at + REACH
  return at
}

/** Lighter words only add noise. */
const LEAST = 0.5

function countWord(known: KnownWord, reading: Reading, written: string): void {
  const { counts } = reading
  counts.words += 1
  if (!reading.begins && CAPITAL.test(written)) counts.names += 1
  reading.begins = false
  if (known.mine) counts.mine += 1
  if (known.yours) counts.yours += 1
  if (known.asks) counts.asks += 1
}

function phraseAt(
  { phrases }: KnownWord,
  folded: readonly string[],
  at: number,
): { readonly length: number; readonly weight: number } | null {
  for (const { words, weight } of phrases)
    if (words.every((word, index) => folded[at + 1 + index] === word))
      return { length: words.length + 1, weight }
  return null
}

function beside(lexicon: Lexicon, folded: readonly string[], at: number): number {
  const before = folded[at - 1] ?? ''
  const after = folded[at + 1] ?? ''
  if (lexicon.stronger.has(before) || after.startsWith('!')) return STRONGER
  return lexicon.weaker.has(before) ? WEAKER : 1
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
