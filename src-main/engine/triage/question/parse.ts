import { CallFailed } from '../../../contract/failure.ts'
import { findKeyword, keywords } from './keywords/index.ts'
import type { Part, Question, Term } from './question.ts'

/** A word of the question's text, before it is known what it means. */
interface Token {
  readonly at: number
  readonly length: number
}

/** Takes a question apart. Throws `bad-question` that names the word and where it stands. */
export function parseQuestion(text: string): Question {
  const parts: Part[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const { part, end } = parsePart(text, at)
    parts.push(part)
    at = skipSpace(text, end)
  }
  return parts
}

function parsePart(text: string, at: number): { readonly part: Part; readonly end: number } {
  const negated = text[at] === '-' && /\S/.test(text[at + 1] ?? ' ')
  const start = negated ? at + 1 : at
  const { term, end } = parseTerm(text, start)
  return { part: { sign: negated ? '-' : '+', term }, end }
}

function parseTerm(text: string, at: number): { readonly term: Term; readonly end: number } {
  if (text[at] === '"') {
    const { value, end } = readQuoted(text, at)
    return { term: { kind: 'phrase', text: value }, end }
  }
  const end = wordEnd(text, at)
  const word = text.slice(at, end)
  const colon = word.indexOf(':')
  const name = colon > 0 ? word.slice(0, colon) : ''
  if (findKeyword(name)) return parseKeyword(text, at, name)
  if (looksLikeKeyword(word, name)) throw unknownKeyword(text, { at, length: end - at }, name)
  if (word.length > 1 && word.endsWith('*')) return { term: { kind: 'prefix', text: word.slice(0, -1) }, end }
  return { term: { kind: 'word', text: word }, end }
}

function parseKeyword(text: string, at: number, name: string): { readonly term: Term; readonly end: number } {
  const keyword = findKeyword(name)
  if (!keyword) throw new Error(`There is no keyword ${name}.`)
  const valueAt = at + name.length + 1
  const { value, end } = text[valueAt] === '"' ? readQuoted(text, valueAt) : readBare(text, valueAt)
  const normal = value.trim() === '' ? null : keyword.normalise(value.trim())
  if (normal === null) {
    throw badQuestion(
      text,
      { at, length: end - at },
      `“${text.slice(at, end)}” is not understood: ${keyword.name}: takes ${keyword.takes}.`,
      `For example ${keyword.name}:${keyword.example}`,
      `${keyword.name}:${keyword.example}`,
    )
  }
  return { term: { kind: 'keyword', name: keyword.name, value: normal }, end }
}

/** `tga:delivery` is a slip of the fingers; `https://…` and `10:30` are words. */
function looksLikeKeyword(word: string, name: string): boolean {
  return /^[\p{L}-]+$/u.test(name) && /^[^/]/.test(word.slice(name.length + 1))
}

function readBare(text: string, at: number): { readonly value: string; readonly end: number } {
  const end = wordEnd(text, at)
  return { value: text.slice(at, end), end }
}

function readQuoted(text: string, at: number): { readonly value: string; readonly end: number } {
  const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y
  quoted.lastIndex = at
  const found = quoted.exec(text)
  if (!found) {
    const where = { at, length: text.length - at }
    throw badQuestion(
      text,
      where,
      `${text.slice(at)} begins with a quote that is not closed.`,
      'Close it with ".',
      `${text.slice(at)}"`,
    )
  }
  return { value: (found[1] ?? '').replace(/\\(["\\])/g, '$1'), end: quoted.lastIndex }
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (next < text.length && /\s/.test(text[next] ?? '')) next += 1
  return next
}

function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && /\S/.test(text[end] ?? '')) end += 1
  return end
}

function unknownKeyword(text: string, token: Token, name: string): CallFailed {
  return badQuestion(
    text,
    token,
    `There is no keyword ${name}:.`,
    `There are ${keywords.map((keyword) => `${keyword.name}:`).join(' ')}. To search for the words, put them in quotes.`,
    `"${text.slice(token.at, token.at + token.length)}"`,
  )
}

/** `example` is what could stand there instead. */
function badQuestion(
  text: string,
  { at, length }: Token,
  message: string,
  hint: string,
  example: string,
): CallFailed {
  return new CallFailed({
    kind: 'bad-question',
    message,
    hint,
    facts: { word: text.slice(at, at + length), at, example },
  })
}
