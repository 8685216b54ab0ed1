import { closestTo } from './closest.ts'
import { fold } from './fold.ts'
import { findKeyword, keywordNames } from './keywords/index.ts'
import { formsOf, type Keyword } from './keywords/keyword.ts'
import { badValue, type Mistake, openQuote, unknownKeyword } from './mistakes.ts'
import type { Term } from './question.ts'

type Leaf = Exclude<Term, { kind: 'either' }>

/** A word of a question's text with what it means, and where it stands. `start` is at its minus where it has one. */
export type Token = { readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'term'
      readonly sign: '+' | '-'
      readonly term: Leaf
      /** As it is written there: `etiqueta:`, `deliv*`. */
      readonly key: string | null
    }
  | { readonly kind: 'open'; readonly sign: '+' | '-' }
  | { readonly kind: 'close' | 'or' | 'and' }
  | { readonly kind: 'mistake'; readonly mistake: Mistake }
)

const OPERATORS: Readonly<Record<string, 'or' | 'and'>> = { OR: 'or', O: 'or', OU: 'or', AND: 'and' }

/** In capitals, between two conditions: `OR`, or `O` and `OU`. */
export function operatorOf(word: string): 'or' | 'and' | null {
  return Object.hasOwn(OPERATORS, word) ? (OPERATORS[word] ?? null) : null
}

/** The words of a question in their order; what is not understood is one of them, so that the rest still is. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const token = readToken(text, at, depth, isBegin(tokens.at(-1)))
    if (token.kind === 'open') depth += 1
    if (token.kind === 'close') depth -= 1
    tokens.push(token)
    at = skipSpace(text, token.end)
  }
  return tokens
}

/** Nothing stands before it that an operator could join. */
function isBegin(before: Token | undefined): boolean {
  return before === undefined || before.kind === 'open' || before.kind === 'or' || before.kind === 'and'
}

function readToken(text: string, at: number, depth: number, begin: boolean): Token {
  if (text[at] === ')' && depth > 0) return { kind: 'close', start: at, end: at + 1 }
  const negated = text[at] === '-' && (depth > 0 ? /[^\s)]/ : /\S/).test(text[at + 1] ?? ' ')
  const sign = negated ? '-' : '+'
  const from = negated ? at + 1 : at
  if (text[from] === '(') return { kind: 'open', sign, start: at, end: from + 1 }
  const end = wordEnd(text, from, depth)
  const operator = negated || begin ? null : operatorOf(text.slice(from, end))
  if (operator) return { kind: operator, start: at, end }
  return readTerm(text, { at, from, end, sign })
}

interface Word {
  /** Where the token begins, with its minus. */
  readonly at: number
  readonly from: number
  /** Where the word ends, when nothing in it is quoted. */
  readonly end: number
  readonly sign: '+' | '-'
}

function readTerm(text: string, word: Word): Token {
  const { at, from, end, sign } = word
  const found = (term: Leaf, to: number): Token => ({
    kind: 'term',
    sign,
    term,
    key: null,
    start: at,
    end: to,
  })
  if (text[from] === '"') {
    const quoted = readQuoted(text, from)
    if (quoted === null) return broken(text, from, openQuote({ text, start: from, end: text.length }))
    return found({ kind: 'phrase', text: quoted.value }, quoted.end)
  }
  const written = text.slice(from, end)
  const colon = written.indexOf(':')
  const name = colon > 0 ? written.slice(0, colon) : ''
  const keyword = name === '' ? null : findKeyword(name)
  if (keyword) return readKeyword(text, word, name, keyword)
  const meant = isSlip(written, name) ? closestTo(fold(name), keywordNames) : null
  if (meant !== null) return broken(text, from, unknownKeyword({ text, start: from, end }, name, meant))
  if (written.length > 1 && written.endsWith('*'))
    return found({ kind: 'prefix', text: written.slice(0, -1) }, end)
  return found({ kind: 'word', text: written }, end)
}

/** `tga:delivery` is a slip of the fingers; `https://…` and `10:30` are words, and so is what is like no keyword. */
function isSlip(word: string, name: string): boolean {
  return /^[\p{L}\p{M}-]+$/u.test(name) && /^[^/]/.test(word.slice(name.length + 1))
}

function readKeyword(text: string, { at, from, end, sign }: Word, name: string, keyword: Keyword): Token {
  const valueAt = from + name.length + 1
  const quoted = text[valueAt] === '"' ? readQuoted(text, valueAt) : { value: text.slice(valueAt, end), end }
  if (quoted === null) return broken(text, from, openQuote({ text, start: from, end: text.length }))
  const value = quoted.value.trim()
  const normal = value === '' ? null : keyword.normalise(value)
  if (normal === null) {
    const meant =
      closestTo(fold(value).replace(/[\s_]+/g, '-'), wordsOf(keyword)) ?? exampleFor(keyword, name)
    return broken(text, from, badValue({ text, start: from, end: quoted.end }, keyword, name, meant))
  }
  const term: Leaf = { kind: 'keyword', name: keyword.name, value: normal }
  return { kind: 'term', sign, term, key: name, start: at, end: quoted.end }
}

function wordsOf({ offers }: Keyword): readonly string[] {
  return offers.kind === 'words' ? offers.words.flatMap(formsOf) : []
}

/** What it takes, in the language its keyword is written in. */
function exampleFor({ name, example, offers }: Keyword, given: string): string {
  const [first] = offers.kind === 'words' ? offers.words : []
  return first && fold(given) !== name ? first.es : example
}

function broken(text: string, start: number, mistake: Mistake): Token {
  return { kind: 'mistake', mistake, start, end: Math.min(Math.max(mistake.end, start + 1), text.length) }
}

function readQuoted(text: string, at: number): { readonly value: string; readonly end: number } | null {
  const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y
  quoted.lastIndex = at
  const found = quoted.exec(text)
  return found && { value: (found[1] ?? '').replace(/\\(["\\])/g, '$1'), end: quoted.lastIndex }
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (next < text.length && /\s/.test(text[next] ?? '')) next += 1
  return next
}

/** Inside a parenthesis a word ends where that closes; one that the word itself opens is its own: `foo(bar)`. */
function wordEnd(text: string, at: number, depth: number): number {
  let end = at
  let own = 0
  while (end < text.length && /\S/.test(text[end] ?? '')) {
    if (text[end] === '(') own += 1
    if (text[end] === ')') {
      if (own === 0 && depth > 0) return end
      own -= 1
    }
    end += 1
  }
  return end
}
