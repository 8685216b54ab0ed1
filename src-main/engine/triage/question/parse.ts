import { CallFailed } from '../../../contract/failure.ts'
import { emptyParenthesis, missingSide, type Mistake, openParenthesis, tooDeep } from './mistakes.ts'
import type { Part, Question } from './question.ts'
import { readTokens, type Token } from './tokens.ts'

/** More than anybody writes, and less than SQLite or the full-text index could not follow. */
const DEEPEST = 12

export type ReadQuestion =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'mistake'; readonly mistake: Mistake }

/** Takes a question apart. Throws `bad-question` that names the word, where it stands and what could stand there. */
export function parseQuestion(text: string): Question {
  const read = readQuestion(text)
  if (read.kind === 'question') return read.question
  const { start, end, word, says, instead } = read.mistake
  throw new CallFailed({
    kind: 'bad-question',
    message: `“${word}” is not understood: ${says.en}`,
    hint: instead === null || instead === '' ? '' : `Did you mean ${instead}?`,
    facts: { word, at: start, end, example: instead ?? '' },
  })
}

/** The same as a value: the question, or the first mistake in it. */
export function readQuestion(text: string, tokens: readonly Token[] = readTokens(text)): ReadQuestion {
  const broken = tokens.find((token) => token.kind === 'mistake')
  if (broken) return { kind: 'mistake', mistake: broken.mistake }
  const reader: Reader = { text, tokens, next: 0 }
  const read = readParts(reader, 0)
  return Array.isArray(read) ? { kind: 'question', question: read } : { kind: 'mistake', mistake: read }
}

interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  next: number
}

/** Parts up to the end, or to the parenthesis that closes them. */
function readParts(reader: Reader, depth: number): Part[] | Mistake {
  const parts: Part[] = []
  for (;;) {
    const token = reader.tokens[reader.next]
    if (token === undefined || token.kind === 'close') return parts
    const read = readEither(reader, depth)
    if (!Array.isArray(read)) return read
    parts.push(...read)
  }
}

/** One part, or those that `OR` joins: it binds closer than standing beside each other. */
function readEither(reader: Reader, depth: number): Part[] | Mistake {
  const first = readPart(reader, depth)
  if (!Array.isArray(first)) return first
  const all = [first]
  for (;;) {
    const token = reader.tokens[reader.next]
    if (token?.kind !== 'or' && token?.kind !== 'and') break
    reader.next += 1
    const following = reader.tokens[reader.next]
    if (following === undefined || following.kind === 'close')
      return missingSide({ text: reader.text, start: token.start, end: token.end })
    // Standing beside each other already means AND.
    if (token.kind === 'and') break
    const read = readPart(reader, depth)
    if (!Array.isArray(read)) return read
    all.push(read)
  }
  if (all.length === 1) return first
  return [{ sign: '+', term: { kind: 'either', of: all.flatMap(withoutNeedless) } }]
}

/** `(a OR b) OR c` is `a OR b OR c`. */
function withoutNeedless(question: Question): readonly Question[] {
  const [only, ...others] = question
  return only && others.length === 0 && only.sign === '+' && only.term.kind === 'either'
    ? only.term.of
    : [question]
}

/** A part; a parenthesis that is not negated gives what is in it. */
function readPart(reader: Reader, depth: number): Part[] | Mistake {
  const token = reader.tokens[reader.next]
  reader.next += 1
  if (token?.kind === 'term') return [{ sign: token.sign, term: token.term }]
  if (token?.kind !== 'open') throw new Error('A question goes on with neither a term nor a parenthesis.')
  const stretch = { text: reader.text, start: token.start, end: token.end }
  if (depth >= DEEPEST) return tooDeep(stretch)
  const inside = readParts(reader, depth + 1)
  if (!Array.isArray(inside)) return inside
  const close = reader.tokens[reader.next]
  if (close?.kind !== 'close') return openParenthesis({ ...stretch, end: reader.text.length })
  reader.next += 1
  if (inside.length === 0) return emptyParenthesis({ ...stretch, end: close.end })
  return token.sign === '+' ? inside : negated(inside)
}

function negated(inside: readonly Part[]): Part[] {
  const [only, ...others] = inside
  if (!only || others.length > 0) return [{ sign: '-', term: { kind: 'either', of: [inside] } }]
  if (only.sign === '+') return [{ sign: '-', term: only.term }]
  // What is negated twice is said plainly.
  const { term } = only
  return term.kind === 'either' && term.of.length === 1 ? [...(term.of[0] ?? [])] : [{ sign: '+', term }]
}
