import { weightOfFace } from './emoji.ts'
import { fold } from './fold.ts'
import type { KnownWord } from './known-word.ts'
import { plainEnd, UNSURE } from './token-ends.ts'

/** A piece of a text that feeling is read from. Whatever is written the same is the same object, as long as it is kept. */
export interface Token {
  readonly written: string
  /** Lower case, accents off except on `ñ`. */
  readonly folded: string
  /** A word, what ends a clause, or another sign. */
  readonly kind: 'word' | 'end' | 'sign'
  /** A capital letter and a small one. */
  readonly isCapital: boolean
  /** What each lexicon says of it, by the lexicon's place; filled in when it is first asked. */
  readonly known: (KnownWord | undefined)[]
}

const TOKEN =
  /\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*|[:;=8x][-^']?[)(\]d/pP|3]+(?![\p{L}\d])|[:;=][-^']?[*@\\[]+(?![\p{L}\d])|(?<!\p{L})t_+t(?!\p{L})|-_+-|\^_*\^|¬_*¬|;_+;|<\/?3+|\d+(?:\/\d+)?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?|[!?.,;:…()]+/iuy
const ADDRESS = /\bhttps?:\/\/\S+|(?<![\p{L}\d])[@#][\p{L}\p{N}_.-]+/gu

/** Of a longer text so much is read: what people feel they say early, and a novel would hold up the others. */
const SAMPLE = 4000

/** A text cut into folded words, emoji, and marks that end a clause. */
export function tokensOf(text: string): readonly Token[] {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  return cutUp(withoutAddresses(sample).normalize('NFC'))
}

function withoutAddresses(text: string): string {
  const mayHaveSome = text.includes('@') || text.includes('#') || text.includes('://')
  return mayHaveSome ? text.replace(ADDRESS, ' ') : text
}

function cutUp(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const plain = plainEnd(text, at)
    const end = plain === UNSURE ? endByPattern(text, at) : plain
    if (end > at) tokens.push(tokenAt(text, at, end))
    at = end > at ? end : at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  }
  return tokens
}

function endByPattern(text: string, at: number): number {
  TOKEN.lastIndex = at
  return TOKEN.test(text) ? TOKEN.lastIndex : at
}

/** A cache, not state: people use few words, and what was met before costs no string. By a hash of what is written. */
const met = new Map<number, Token>()
const MOST_MET = 20_000
const LONGEST_MET = 30

function tokenAt(text: string, from: number, to: number): Token {
  const hash = hashOf(text, from, to)
  const known = met.get(hash)
  if (known?.written.length === to - from && text.startsWith(known.written, from)) return known
  const token = toToken(text.slice(from, to))
  if (to - from > LONGEST_MET) return token
  if (met.size >= MOST_MET) met.clear()
  met.set(hash, token)
  return token
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

const CLAUSE_END = /^[!?.,;:…()]+$/
const WORD = /^\p{L}/u
const CAPITAL = /^\p{Lu}\p{Ll}/u

function toToken(slice: string): Token {
  // A string of its own: a slice would keep the whole text that it is of.
  const written = Array.from(slice).join('')
  const folded = fold(written)
  return { written, folded, kind: kindOf(folded), isCapital: CAPITAL.test(written), known: [] }
}

/** A face may be written with what else ends a clause, or with letters. */
function kindOf(folded: string): Token['kind'] {
  if (weightOfFace(folded) !== 0) return 'sign'
  return CLAUSE_END.test(folded) ? 'end' : WORD.test(folded) ? 'word' : 'sign'
}
