import { type Cut, writtenAt } from './cut.ts'
import { fold } from './fold.ts'
import { HASH_OF_NOTHING, hashOf, hashOn, makePlaces, type Places, placeFor, placeOf } from './hash.ts'
import { foldedCode } from './signs.ts'
import { type Phrases, phrasesOf } from './phrases.ts'
import type { WordList } from './words/word-list.ts'

/** What a word may do, and whether it weighs something by itself. */
export const NEGATES = 1
export const CONTRASTS = 2
/** Makes what stands beside it stronger, or weaker. */
export const STRENGTHENS = 4
export const WEAKENS = 8
export const MINE = 16
export const YOURS = 32
export const ASKS = 64
export const BEGINS_PHRASE = 128
/** Is a phrase by itself: nothing beside it changes what it weighs. */
export const IS_PHRASE = 256
const WEIGHS = 512

/** A word list made ready for looking up, by hashes of folded words. */
export interface Lexicon {
  readonly words: Places
  readonly weights: Int8Array
  readonly roles: Uint16Array
  readonly beginnings: Places
  readonly beginningWeights: Int8Array
  readonly phrases: Phrases
  /** A cache, not state: people use few words, and what is known of most is seen at one look. */
  readonly met: { readonly hashes: Int32Array; readonly known: Int32Array }
}

const MET = 8192

const SHORTEST = 3
const LONGEST = 14
/** Room for the forms of `malo~`. */
const FORMS = 12

export function makeLexicon(list: WordList): Lexicon {
  const texts = list.weights.map(([, text]) => text).join(' ')
  const most = countOf(texts, ' ') + FORMS * countOf(texts, '~') + MOST_SMALL
  const beginnings = makePlaces(countOf(texts, '*') + 1)
  const words = makePlaces(most)
  const lexicon: Lexicon = {
    words,
    weights: new Int8Array(words.keys.length),
    roles: new Uint16Array(words.keys.length),
    beginnings,
    beginningWeights: new Int8Array(beginnings.keys.length),
    phrases: phrasesOf(list),
    met: { hashes: new Int32Array(MET), known: new Int32Array(MET) },
  }
  // What says nothing has the last word.
  for (const [weight, text] of list.weights) if (weight !== 0) addEntries(lexicon, text, weight)
  for (const [weight, text] of list.weights) if (weight === 0) addEntries(lexicon, text, weight)
  addRoles(lexicon, list)
  return lexicon
}

/** Negations and their like, and words that phrases begin with. */
const MOST_SMALL = 3000

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

const SPACE = 0x20
const STAR = 0x2a
const TILDE = 0x7e

/** Reads entries sign by sign: no string is made of any. */
function addEntries(lexicon: Lexicon, text: string, weight: number): void {
  // One letter behind: `malo~` is the stem `mal`.
  let hash = HASH_OF_NOTHING
  let stem = HASH_OF_NOTHING
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE
    if (code > SPACE && code !== STAR && code !== TILDE) {
      stem = hash
      hash = hashOn(hash, foldedCode(code))
      continue
    }
    if (code === STAR) lexicon.beginningWeights[placeFor(lexicon.beginnings, hash)] = weight
    else if (code === TILDE) addForms(lexicon, stem, weight)
    else if (hash !== HASH_OF_NOTHING) addWeight(lexicon, hash, weight)
    hash = HASH_OF_NOTHING
  }
}

const ENDINGS = ['o', 'a', 'os', 'as']

/** `malo~`, and `feio~`: all of them end in `o`. */
function addForms(lexicon: Lexicon, stem: number, weight: number): void {
  for (const ending of ENDINGS) addWeight(lexicon, hashOf(ending, stem), weight)
  for (const superlative of ['isim', 'issim'])
    for (const ending of ENDINGS)
      addWeight(lexicon, hashOf(superlative + ending, stem), weight + Math.sign(weight))
}

function addWeight({ words, weights, roles }: Lexicon, hash: number, weight: number): void {
  const place = placeFor(words, hash)
  weights[place] = weight
  roles[place] = (roles[place] ?? 0) | WEIGHS
}

function addRoles(lexicon: Lexicon, list: WordList): void {
  const add = (text: string, role: number) => {
    for (const word of fold(text).split(' ')) addRole(lexicon, hashOf(word), role)
  }
  add(list.negations, NEGATES)
  add(list.contrasts, CONTRASTS)
  add(list.stronger, STRENGTHENS)
  add(list.weaker, WEAKENS)
  add(list.mine, MINE)
  add(list.yours, YOURS)
  add(list.asks, ASKS)
  for (const first of lexicon.phrases.firsts) addRole(lexicon, first, BEGINS_PHRASE)
  for (const [word, weight] of lexicon.phrases.alone) {
    addWeight(lexicon, word, weight)
    addRole(lexicon, word, IS_PHRASE)
  }
}

function addRole({ words, roles }: Lexicon, hash: number, role: number): void {
  const place = placeFor(words, hash)
  roles[place] = (roles[place] ?? 0) | role
}

/** Everything a lexicon says of a word, as one number: what it does, and what it weighs. */
export type Known = number

/** What a word does, as bits; 0 where nothing is known of it. */
export function rolesOf(known: Known): number {
  return known >> 8
}

/** What a word weighs, 0 where nothing is known of it; `buenooo` weighs what `bueno` does. */
export function weightOf(known: Known): number {
  return (known << 24) >> 24
}

/** What is known of the word of a row. */
export function lookUp(lexicon: Lexicon, cut: Cut, row: number): Known {
  const hash = cut.folded[row] ?? 0
  const { hashes, known } = lexicon.met
  const at = (hash ^ (hash >>> 15)) & (MET - 1)
  if (hashes[at] !== hash) {
    hashes[at] = hash
    known[at] = lookUpAnew(lexicon, cut, row, hash)
  }
  return known[at] ?? 0
}

function lookUpAnew(lexicon: Lexicon, cut: Cut, row: number, hash: number): Known {
  const place = placeOf(lexicon.words, hash)
  const roles = place < 0 ? 0 : (lexicon.roles[place] ?? 0)
  return (roles << 8) | (weigh(lexicon, cut, row, hash) & 0xff)
}

function weigh(lexicon: Lexicon, cut: Cut, row: number, hash: number): number {
  const [from, to] = [cut.starts[row] ?? 0, cut.ends[row] ?? 0]
  const weight = weightOfWord(lexicon, hash, cut.codes, from, to)
  if (weight !== 0 || !hasRun(cut.codes, from, to)) return weight
  const once = fold(writtenAt(cut, row)).replace(/(.)\1{2,}/g, '$1')
  const codes = Uint16Array.from(once, (letter) => letter.charCodeAt(0))
  return weightOfWord(lexicon, hashOf(once), codes, 0, codes.length)
}

/** Whether a letter stands three times in a word. */
function hasRun(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from + 2; at < to; at += 1)
    if (isSame(codes[at], codes[at - 1]) && isSame(codes[at], codes[at - 2])) return true
  return false
}

function isSame(one = 0, other = 0): boolean {
  return foldedCode(one) === foldedCode(other)
}

function weightOfWord(lexicon: Lexicon, hash: number, codes: Uint16Array, from: number, to: number): number {
  const place = placeOf(lexicon.words, hash)
  if (place >= 0 && ((lexicon.roles[place] ?? 0) & WEIGHS) !== 0) return lexicon.weights[place] ?? 0
  return weightOfBeginning(lexicon, codes, from, Math.min(to, from + LONGEST))
}

/** The longest beginning that is known says it. */
function weightOfBeginning(
  { beginnings, beginningWeights }: Lexicon,
  codes: Uint16Array,
  from: number,
  to: number,
): number {
  let hash = HASH_OF_NOTHING
  let weight = 0
  for (let at = from; at < to; at += 1) {
    hash = hashOn(hash, foldedCode(codes[at] ?? 0))
    if (at - from + 1 < SHORTEST) continue
    const place = placeOf(beginnings, hash)
    if (place >= 0) weight = beginningWeights[place] ?? 0
  }
  return weight
}
