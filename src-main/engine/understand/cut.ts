import { weightOfFace } from './emoji.ts'
import { fold } from './fold.ts'
import { HASH_OF_NOTHING, hashOf, hashOn } from './hash.ts'
import {
  APOSTROPHE,
  BLANK,
  BROW,
  DIGIT,
  ELLIPSIS,
  foldedOfSign,
  kindOf,
  kindOfSign,
  latinSign,
  LETTER,
  lowerCode,
  lowerOfSign,
  MARK,
  OPENING,
  OTHER,
} from './signs.ts'

/** What a piece of a text is. */
export const WORD = 1
/** Ends a clause. */
export const END = 2
export const FACE = 3
export const NUMBER = 4
export const SIGN = 5

/** What is to be said of a word: it begins with a capital letter and goes on with a small one, */
export const IS_CAPITAL = 1
/** or there is an apostrophe inside. */
export const HAS_APOSTROPHE = 2
/** What is to be said of what ends a clause. */
export const EXCLAIMS = 1
export const ASKS = 2
export const TRAILS = 4
export const IS_COMMA = 8
export const EXCLAIMS_FIRST = 16

/**
 * A text cut into words, faces and marks that end a clause, a row each. Scratch paper, not state: it holds until the next
 * text is cut up, and was allocated once because two texts a row would cost more than cutting them.
 */
export interface Cut {
  /** Without addresses, its accents composed: what the rows are pieces of. */
  text: string
  /** The same as UTF-16 units, a 0 after it: asking a string for each takes several times as long. */
  readonly codes: Uint16Array
  count: number
  /** Where the text begins, after its title. */
  bodyAt: number
  /** Where the first `¿` or `¡` stands, -1 where none does. */
  opensAt: number
  readonly kinds: Uint8Array
  readonly marks: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Hashes of words and numbers, in lower case with accents off except on `ñ`. */
  readonly folded: Int32Array
  /** Hashes of words in lower case, accents left on. */
  readonly lower: Int32Array
}

/** Of a longer text so much is read: what people feel they say early, and a novel would hold up the others. */
const SAMPLE = 4000

const paper: Cut = {
  text: '',
  codes: new Uint16Array(SAMPLE + 2),
  count: 0,
  bodyAt: 0,
  opensAt: -1,
  kinds: new Uint8Array(SAMPLE),
  marks: new Uint8Array(SAMPLE),
  starts: new Int32Array(SAMPLE),
  ends: new Int32Array(SAMPLE),
  folded: new Int32Array(SAMPLE),
  lower: new Int32Array(SAMPLE),
}

/** The codes as bytes: a whole text is written there at once. */
const bytes = Buffer.from(paper.codes.buffer)

/** Cuts up a text after its title, which is left out where the text begins with it. Holds until the next one. */
export function cutUp(title: string, text: string): Cut {
  const before = title === '' || text.startsWith(title) ? '' : `${plain(title)}. `
  const body = plain(text)
  const { codes } = paper
  const bodyAt = write(before, 0)
  const end = write(body, bodyAt)
  codes.fill(0, end, end + 2)
  paper.text = before + body
  paper.bodyAt = bodyAt
  paper.count = 0
  paper.opensAt = -1
  cutAll(paper, end)
  return paper
}

/** Writes as much of a text as there is room for, and answers where it ends. */
function write(text: string, from: number): number {
  const length = Math.min(text.length, SAMPLE - from)
  bytes.write(text, 2 * from, 2 * length, 'utf16le')
  return from + length
}

const ADDRESS = /\bhttps?:\/\/\S+|(?<![\p{L}\d])[@#][\p{L}\p{N}_.-]+/gu
/** Nothing else is written in two ways. */
const MAY_BE_DECOMPOSED = /[^\0-\u02ff\u2010-\u205e\u20ac\u2122\u2600-\u27bf\ud800-\udfff\ufe0f\u200d]/

function plain(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  const mayHaveAddress = sample.includes('@') || sample.includes('#') || sample.includes('://')
  const rest = mayHaveAddress ? sample.replace(ADDRESS, ' ') : sample
  return MAY_BE_DECOMPOSED.test(rest) ? rest.normalize('NFC') : rest
}

function cutAll(cut: Cut, end: number): void {
  const { codes } = cut
  for (let at = 0; at < end;) {
    const kind = kindOf(codes[at] ?? 0)
    const next = kind === BLANK ? at : pieceEnd(cut, kind, at)
    at = next > at ? next : at + 1
  }
}

/** Cuts off the piece that begins at a place, and answers its end; that place itself where none does. */
function pieceEnd(cut: Cut, kind: number, at: number): number {
  switch (kind) {
    case LETTER:
      return mayBeFace(cut.codes, at) ? cutByPattern(cut, at) : cutWord(cut, at)
    case DIGIT:
      return mayBeFace(cut.codes, at) ? cutByPattern(cut, at) : cutNumber(cut, at)
    case MARK:
      return cutMarks(cut, at)
    case OPENING:
      if (cut.opensAt < 0) cut.opensAt = at
      return at
    case BROW:
      return BROW_GOES_ON.test(cut.text.charAt(at + 1)) ? cutByPattern(cut, at) : at
    case APOSTROPHE:
      return at
    default:
      return cutByPattern(cut, at)
  }
}

const BROW_GOES_ON = /[_^]/
const FACE_GOES_ON = /[-^')(\]d/p|3]/i
const UNDERSCORE = 0x5f

/** `xD`, `8)`, `T_T` */
function mayBeFace(codes: Uint16Array, at: number): boolean {
  const first = (codes[at] ?? 0) | 0x20
  if (first === 0x74) return codes[at + 1] === UNDERSCORE
  return (first === 0x78 || first === 0x38) && FACE_GOES_ON.test(String.fromCharCode(codes[at + 1] ?? 0))
}

/** Of an apostrophe, however it is set. */
const STRAIGHT = 0x27

/** A word, with one apostrophe inside; what goes on with other letters than Latin-1's is left to the pattern. */
function cutWord(cut: Cut, from: number): number {
  const { codes } = cut
  let folded = HASH_OF_NOTHING
  let lower = HASH_OF_NOTHING
  let marks = isCapital(codes, from) ? IS_CAPITAL : 0
  let at = from
  for (;;) {
    let sign = latinSign(codes[at] ?? 0)
    while (kindOfSign(sign) === LETTER) {
      folded = hashOn(folded, foldedOfSign(sign))
      lower = hashOn(lower, lowerOfSign(sign))
      at += 1
      sign = latinSign(codes[at] ?? 0)
    }
    const kind = kindOf(codes[at] ?? 0)
    if (kind !== APOSTROPHE && kind !== OTHER) break
    const next = kindOf(codes[at + 1] ?? 0)
    if (kind === OTHER || next === OTHER) return cutByPattern(cut, from)
    if (next !== LETTER || marks >= HAS_APOSTROPHE) break
    marks |= HAS_APOSTROPHE
    folded = hashOn(folded, STRAIGHT)
    at += 1
  }
  add(cut, WORD, from, at, marks, folded, lower)
  return at
}

function isCapital(codes: Uint16Array, at: number): boolean {
  const first = codes[at] ?? 0
  const second = codes[at + 1] ?? 0
  return lowerCode(first) !== first && lowerCode(second) === second && kindOf(second) === LETTER
}

/** Writes the whole row: nothing of the text before may be read in it. */
function add(
  cut: Cut,
  kind: number,
  from: number,
  to: number,
  marks: number,
  folded: number,
  lower: number,
): void {
  const row = cut.count
  cut.folded[row] = folded
  cut.lower[row] = lower
  cut.kinds[row] = kind
  cut.marks[row] = marks
  cut.starts[row] = from
  cut.ends[row] = to
  cut.count = row + 1
}

function cutNumber(cut: Cut, from: number): number {
  const { codes } = cut
  let at = digitsEnd(codes, from)
  if (codes[at] === SLASH && kindOf(codes[at + 1] ?? 0) === DIGIT) at = digitsEnd(codes, at + 1)
  let hash = HASH_OF_NOTHING
  for (let digit = from; digit < at; digit += 1) hash = hashOn(hash, codes[digit] ?? 0)
  add(cut, NUMBER, from, at, 0, hash, 0)
  return at
}

const SLASH = 0x2f

function digitsEnd(codes: Uint16Array, from: number): number {
  let at = from
  while (kindOf(codes[at] ?? 0) === DIGIT) at += 1
  return at
}

/** A colon or a semicolon begins a face, and ends a clause where it stands among other marks. */
function cutMarks(cut: Cut, from: number): number {
  const { codes } = cut
  let at = from
  while (kindOf(codes[at] ?? 0) === MARK || codes[at] === COLON || codes[at] === SEMICOLON) at += 1
  addEnd(cut, from, at)
  return at
}

function addEnd(cut: Cut, from: number, to: number): void {
  let marks = 0
  let dots = 0
  for (let at = from; at < to; at += 1) {
    const code = cut.codes[at]
    dots = code === DOT ? dots + 1 : 0
    if (code === EXCLAMATION) marks |= at === from ? EXCLAIMS | EXCLAIMS_FIRST : EXCLAIMS
    else if (code === QUESTION) marks |= ASKS
    else if (code === ELLIPSIS || dots === 3) marks |= TRAILS
  }
  if (to === from + 1 && cut.codes[from] === COMMA) marks = IS_COMMA
  add(cut, END, from, to, marks, 0, 0)
}

const DOT = 0x2e
const COMMA = 0x2c
const COLON = 0x3a
const SEMICOLON = 0x3b
const EXCLAMATION = 0x21
const QUESTION = 0x3f

export const PIECE =
  /\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*|[:;=8x][-^']?[)(\]d/pP|3]+(?![\p{L}\d])|[:;=][-^']?[*@\\[]+(?![\p{L}\d])|(?<!\p{L})t_+t(?!\p{L})|-_+-|\^_*\^|¬_*¬|;_+;|<\/?3+|\d+(?:\/\d+)?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?|[!?.,;:…()]+/iuy
const CLAUSE_END = /^[!?.,;:…()]+$/
const LETTER_FIRST = /^\p{L}/u
const CAPITAL_FIRST = /^\p{Lu}\p{Ll}/u
const DIGIT_FIRST = /^\d/

/** Everything that is not plain; what is plain it would cut alike. */
function cutByPattern(cut: Cut, from: number): number {
  PIECE.lastIndex = from
  if (!PIECE.test(cut.text)) return from
  const to = PIECE.lastIndex
  const written = cut.text.slice(from, to)
  const folded = fold(written)
  if (weightOfFace(folded) !== 0) add(cut, FACE, from, to, 0, 0, 0)
  else if (CLAUSE_END.test(folded)) addEnd(cut, from, to)
  else if (LETTER_FIRST.test(folded))
    add(cut, WORD, from, to, marksOf(written, folded), hashOf(folded), hashOf(written.toLowerCase()))
  else add(cut, DIGIT_FIRST.test(folded) ? NUMBER : SIGN, from, to, 0, hashOf(folded), 0)
  return to
}

function marksOf(written: string, folded: string): number {
  return (CAPITAL_FIRST.test(written) ? IS_CAPITAL : 0) | (folded.includes("'") ? HAS_APOSTROPHE : 0)
}

/** A piece as it was written. */
export function writtenAt({ text, starts, ends }: Cut, row: number): string {
  return text.slice(starts[row], ends[row])
}
