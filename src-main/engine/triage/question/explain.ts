import type { Chip } from '../../../contract/questions.ts'
import { type Mark, tokensOf } from '../../../contract/hits.ts'
import { findKeyword } from './keywords/index.ts'
import type { Mistake } from './mistakes.ts'
import { readQuestion } from './parse.ts'
import type { Said, Term, Tongue } from './question.ts'
import { readTokens, type Token } from './tokens.ts'

export interface Explained {
  readonly chips: readonly Chip[]
  readonly marks: readonly Mark[]
  readonly mistake: Mistake | null
}

/** What a keyword's value means to a brand that does not know it, or null where it knows it or has no say. */
export type NoteOf = (key: string, value: string) => Said | null

/** A question word by word; what is not understood leaves the other words as they are. */
export function explainQuestion(text: string, tongue: Tongue, noteOf: NoteOf): Explained {
  const tokens = readTokens(text)
  const read = readQuestion(text, tokens)
  return {
    chips: tokens.flatMap((token) => chipOf(token, tongue, noteOf)),
    marks: marksOf(tokens),
    mistake: read.kind === 'mistake' ? read.mistake : null,
  }
}

const NOT: Said = { en: 'not: ', es: 'no: ' }
const JOINED: Readonly<Record<'or' | 'open' | 'close', Said>> = {
  or: { en: 'or', es: 'o' },
  open: { en: '(', es: '(' },
  close: { en: ')', es: ')' },
}

function chipOf(token: Token, tongue: Tongue, noteOf: NoteOf): Chip[] {
  const { start, end } = token
  switch (token.kind) {
    case 'mistake':
    case 'and':
      return []
    case 'or':
    case 'open':
    case 'close': {
      const negated = token.kind === 'open' && token.sign === '-'
      const words = `${negated ? NOT[tongue] : ''}${JOINED[token.kind][tongue]}`
      return [{ kind: token.kind, start, end, key: null, value: '', negated, words, note: null }]
    }
    case 'term': {
      const { term, sign } = token
      const negated = sign === '-'
      const words = `${negated ? NOT[tongue] : ''}${wordsOf(term, tongue)}`
      if (term.kind !== 'keyword')
        return [{ kind: term.kind, start, end, key: null, value: term.text, negated, words, note: null }]
      // What nothing has is easily not had.
      const note = negated ? null : (noteOf(term.name, term.value)?.[tongue] ?? null)
      return [{ kind: 'keyword', start, end, key: term.name, value: term.value, negated, words, note }]
    }
  }
}

function wordsOf(term: Exclude<Term, { kind: 'either' }>, tongue: Tongue): string {
  switch (term.kind) {
    case 'word':
      return term.text
    case 'prefix':
      return `${term.text}…`
    case 'phrase':
      return `“${term.text}”`
    case 'keyword':
      return findKeyword(term.name)?.says(term.value)[tongue] ?? ''
  }
}

/** Words that are asked for; what must not be said is nowhere to be marked. */
function marksOf(tokens: readonly Token[]): Mark[] {
  const marks: Mark[] = []
  const signs: ('+' | '-')[] = []
  for (const token of tokens) {
    if (token.kind === 'open') signs.push(token.sign)
    if (token.kind === 'close') signs.pop()
    if (token.kind !== 'term' || token.term.kind === 'keyword') continue
    const negations = [...signs, token.sign].filter((sign) => sign === '-').length
    const words = tokensOf(token.term.text)
    if (negations % 2 === 1 || words.length === 0) continue
    marks.push({ tokens: words, last: token.term.kind === 'prefix' ? 'beginning' : 'whole' })
  }
  return marks
}
