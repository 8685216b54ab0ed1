import {
  ASKS as IS_QUESTION,
  type Cut,
  END,
  EXCLAIMS,
  EXCLAIMS_FIRST,
  FACE,
  IS_CAPITAL,
  IS_COMMA,
  NUMBER,
  TRAILS,
  WORD,
  writtenAt,
} from './cut.ts'
import { weightOfFace } from './emoji.ts'
import { fold } from './fold.ts'
import {
  ASKS,
  BEGINS_PHRASE,
  CONTRASTS,
  IS_PHRASE,
  type Lexicon,
  MINE,
  lookUp,
  NEGATES,
  rolesOf,
  STRENGTHENS,
  WEAKENS,
  weightOf,
  YOURS,
} from './lexicon.ts'
import { phraseAt } from './phrases.ts'

/** A word or phrase that says something, as it was written, and what it weighs here. */
export interface Weighed {
  readonly word: string
  readonly weight: number
}

/** What a text holds to judge its feeling by. */
export interface Evidence {
  /** What was weighed: what it weighs, and the rows of the cut from which to which it goes. */
  readonly weights: readonly number[]
  readonly firsts: readonly number[]
  readonly lasts: readonly number[]
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

/** Evidence while it is gathered. */
type Reading = { -readonly [Name in keyof Evidence]: Evidence[Name] } & {
  readonly weights: number[]
  readonly firsts: number[]
  readonly lasts: number[]
  /** Up to which row what is said is turned around. */
  negatedUntil: number
  /** How many were weighed before the last "but". */
  beforeContrast: number
  /** Whether a sentence begins here: its capital letter names nobody. */
  begins: boolean
}

/** Pure: the same text weighs the same everywhere. */
export function weigh(lexicon: Lexicon, cut: Cut): Evidence {
  const reading = beginReading()
  for (let row = 0; row < cut.count; row += 1) {
    const kind = cut.kinds[row]
    if (kind === WORD) row = weighWord(lexicon, cut, reading, row)
    else if (kind === END) endClause(reading, cut.marks[row] ?? 0)
    else if (kind === NUMBER) reading.numbers += 1
    else if (kind === FACE) addWeight(reading, weightOfFace(fold(writtenAt(cut, row))), row, row)
  }
  addUp(reading)
  return reading
}

function beginReading(): Reading {
  return {
    ...{ weights: [], firsts: [], lasts: [] },
    ...{ positive: 0, negative: 0, strongest: 0, weakest: 0 },
    ...{ negations: 0, words: 0, mine: 0, yours: 0, asks: 0 },
    ...{ exclaims: 0, questions: 0, numbers: 0, names: 0, dots: 0 },
    ...{ negatedUntil: -1, beforeContrast: 0, begins: true },
  }
}

function addWeight({ weights, firsts, lasts }: Reading, weight: number, first: number, last: number): void {
  weights.push(weight)
  firsts.push(first)
  lasts.push(last)
}

function endClause(reading: Reading, marks: number): void {
  if ((marks & EXCLAIMS) !== 0) reading.exclaims += 1
  if ((marks & IS_QUESTION) !== 0) reading.questions += 1
  if ((marks & TRAILS) !== 0) reading.dots += 1
  reading.negatedUntil = -1
  reading.begins ||= marks !== IS_COMMA
}

/** Weighs the word or phrase that begins at a row; answers its last row. */
function weighWord(lexicon: Lexicon, cut: Cut, reading: Reading, row: number): number {
  const known = lookUp(lexicon, cut, row)
  const roles = rolesOf(known)
  countWord(roles, reading, ((cut.marks[row] ?? 0) & IS_CAPITAL) !== 0)
  const turned = row <= reading.negatedUntil ? TURNED : 1
  const phrase = (roles & BEGINS_PHRASE) === 0 ? null : phraseAt(lexicon.phrases, cut, row)
  // What a phrase denies is in its weight.
  if (phrase !== null) {
    const last = row + phrase.rest.length
    addWeight(reading, phrase.weight * turned, row, last)
    reading.words += phrase.rest.length
    return last
  }
  if ((roles & IS_PHRASE) !== 0) {
    addWeight(reading, weightOf(known) * turned, row, row)
    return row
  }
  if ((roles & NEGATES) !== 0) reading.negations += 1
  if ((roles & CONTRASTS) !== 0) {
    reading.beforeContrast = reading.weights.length
    reading.negatedUntil = -1
  }
  const weight = weightOf(known)
  if (weight !== 0) addWeight(reading, weight * turned * beside(lexicon, cut, row), row, row)
  if ((roles & NEGATES) !== 0) reading.negatedUntil = row + REACH
  return row
}

function countWord(roles: number, reading: Reading, isCapital: boolean): void {
  reading.words += 1
  if (!reading.begins && isCapital) reading.names += 1
  reading.begins = false
  if ((roles & MINE) !== 0) reading.mine += 1
  if ((roles & YOURS) !== 0) reading.yours += 1
  if ((roles & ASKS) !== 0) reading.asks += 1
}

function beside(lexicon: Lexicon, cut: Cut, row: number): number {
  const before = row === 0 ? 0 : rolesOf(lookUp(lexicon, cut, row - 1))
  if ((before & STRENGTHENS) !== 0 || isShouted(cut, row + 1)) return STRONGER
  return (before & WEAKENS) !== 0 ? WEAKER : 1
}

function isShouted({ kinds, marks, count }: Cut, row: number): boolean {
  return row < count && kinds[row] === END && ((marks[row] ?? 0) & EXCLAIMS_FIRST) !== 0
}

function addUp(reading: Reading): void {
  const { weights, beforeContrast } = reading
  for (let at = 0; at < weights.length; at += 1) {
    const weight = (weights[at] ?? 0) * (at < beforeContrast ? BEFORE_CONTRAST : 1)
    if (weight > 0) reading.positive += weight
    else reading.negative -= weight
    if (weight > reading.strongest) reading.strongest = weight
    if (-weight > reading.weakest) reading.weakest = -weight
  }
}

/** What was weighed, as it was written. */
export function weighedIn(cut: Cut, { weights, firsts, lasts }: Evidence): Weighed[] {
  return weights.map((weight, at) => ({ word: wordsOf(cut, firsts[at] ?? 0, lasts[at] ?? 0), weight }))
}

function wordsOf(cut: Cut, first: number, last: number): string {
  let words = writtenAt(cut, first)
  for (let row = first + 1; row <= last; row += 1) words += ` ${writtenAt(cut, row)}`
  return words
}
