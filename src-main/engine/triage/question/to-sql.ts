import { hasWords, quoteForIndex } from './full-text.ts'
import { findKeyword } from './keywords/index.ts'
import { type AskedBrand, condition, type Condition, saidBy, saidByRow } from './keywords/keyword.ts'
import type { Part, Question, Term } from './question.ts'

/** A question as SQL over `mention_state state`. */
export interface Asked {
  /** What the full-text index is asked, or null when the question has no words; then it drives. */
  readonly match: string | null
  readonly conditions: readonly Condition[]
}

/** Turns a question into SQL for one brand. */
export function toSql(question: Question, brand: AskedBrand): Asked {
  const { match, others } = split(question, brand)
  return { match, conditions: others.map((part) => conditionOf(part, brand)) }
}

/** What the full-text index can be asked at once, and what is left; words that one text says together. */
function split(
  question: Question,
  brand: AskedBrand,
): { readonly match: string | null; readonly others: readonly Part[] } {
  const worded = question.filter(({ term }) => isWorded(term))
  // The index finds what says something, never what does not.
  if (!worded.some(({ sign }) => sign === '+')) return { match: null, others: question }
  return { match: matchOf(worded, brand), others: question.filter(({ term }) => !isWorded(term)) }
}

/** Words the full-text index can look for; a lone emoji is looked for in the text itself. */
function isWorded(term: Term): boolean {
  switch (term.kind) {
    case 'keyword':
      return false
    case 'either':
      return term.of.every(
        (question) =>
          question.every((part) => isWorded(part.term)) && question.some(({ sign }) => sign === '+'),
      )
    case 'word':
    case 'prefix':
    case 'phrase':
      return hasWords(term.text)
  }
}

/** Words alone, in the index's own language. */
function matchOf(worded: Question, brand: AskedBrand): string {
  const wanted = worded.filter(({ sign }) => sign === '+').map(({ term }) => matchOfTerm(term, brand))
  const unwanted = worded.filter(({ sign }) => sign === '-').map(({ term }) => matchOfTerm(term, brand))
  const together = wanted.join(' AND ')
  // One level deep however many there are: FTS5 reads no deeper than a hundred.
  return unwanted.length === 0 ? together : `(${together}) NOT (${unwanted.join(' OR ')})`
}

function matchOfTerm(term: Term, brand: AskedBrand): string {
  switch (term.kind) {
    case 'word':
    case 'phrase':
      return quoteForIndex(term.text)
    case 'prefix':
      return beginningWith(term.text, brand)
    case 'either':
      return `(${term.of.map((question) => `(${matchOf(question, brand)})`).join(' OR ')})`
    case 'keyword':
      throw new Error('A keyword is no word to search for.')
  }
}

/**
 * The words that begin so, where the index can name them: of whole words it gives the newest at once, of a beginning it
 * first collects all there are.
 */
function beginningWith(text: string, brand: AskedBrand): string {
  const words = brand.wordsFrom(text)
  if (words === null || words.length === 0) return `${quoteForIndex(text)} *`
  return `(${words.map(quoteForIndex).join(' OR ')})`
}

function conditionOf({ sign, term }: Part, brand: AskedBrand): Condition {
  const asked = conditionOfTerm(term, brand)
  return sign === '-' ? not(asked) : asked
}

function not({ sql, parameters, rowByRow }: Condition): Condition {
  const others = condition(`(${sql}) IS NOT TRUE`, ...parameters)
  return rowByRow === undefined ? others : { ...others, rowByRow: not(rowByRow) }
}

function conditionOfTerm(term: Term, brand: AskedBrand): Condition {
  switch (term.kind) {
    case 'keyword':
      return keywordCondition(term, brand)
    case 'either':
      return joined(
        term.of.map((question) => conditionOfQuestion(question, brand)),
        'OR',
      )
    case 'word':
    case 'prefix':
    case 'phrase':
      return hasWords(term.text) ? said(matchOfTerm(term, brand), brand) : literally(term.text, brand)
  }
}

function conditionOfQuestion(question: Question, brand: AskedBrand): Condition {
  const { match, others } = split(question, brand)
  const all = others.map((part) => conditionOf(part, brand))
  return joined(match === null ? all : [said(match, brand), ...all], 'AND')
}

function joined(all: readonly Condition[], how: 'AND' | 'OR'): Condition {
  return {
    sql: all.map(({ sql }) => `(${sql})`).join(` ${how} `),
    parameters: all.flatMap(({ parameters }) => parameters),
  }
}

function said(match: string, brand: AskedBrand): Condition {
  const list = saidBy('SELECT rowid AS mention_id FROM mention_fts WHERE mention_fts MATCH ?', brand, match)
  return brand.isSaidOften(match) ? { ...list, rowByRow: saidByRow(match, brand) } : list
}

function keywordCondition(term: Extract<Term, { kind: 'keyword' }>, brand: AskedBrand): Condition {
  const keyword = findKeyword(term.name)
  if (!keyword) throw new Error(`There is no keyword ${term.name}.`)
  return keyword.condition(term.value, brand)
}

/** In the text as it is written: an emoji, a sign. */
function literally(text: string, brand: AskedBrand): Condition {
  const shown =
    brand.twins === 'none'
      ? 'mention_text.id = state.id'
      : '(mention_text.id = state.id OR mention_text.id IN (SELECT mention_id FROM mention_twin WHERE head_id = state.id))'
  return condition(
    `EXISTS (SELECT 1 FROM mention_text WHERE ${shown} AND (instr(title, ?) > 0 OR instr(body, ?) > 0))`,
    text,
    text,
  )
}
