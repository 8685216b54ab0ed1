import { hasWords, quoteForIndex } from './full-text.ts'
import { findKeyword } from './keywords/index.ts'
import { type AskedBrand, condition, type Condition } from './keywords/keyword.ts'
import type { Part, Question, Term } from './question.ts'

/** A question as SQL over `mention_state state`. */
export interface Asked {
  /** What the full-text index is asked, or null when the question has no words; then it drives. */
  readonly match: string | null
  readonly conditions: readonly Condition[]
}

/** Turns a question into SQL for one brand. */
export function toSql(question: Question, brand: AskedBrand): Asked {
  const searched = question.filter(isSearched)
  const wanted = searched.filter(({ sign }) => sign === '+').map(({ term }) => matchOf(term, brand))
  const unwanted = searched.filter(({ sign }) => sign === '-').map(({ term }) => matchOf(term, brand))
  const others = question.filter((part) => !isSearched(part)).map((part) => conditionOf(part, brand))
  const together = wanted.join(' AND ')
  if (wanted.length > 0) {
    // One level deep however many there are: FTS5 reads no deeper than a hundred.
    const match = unwanted.length === 0 ? together : `(${together}) NOT (${unwanted.join(' OR ')})`
    return { match, conditions: others }
  }
  return { match: null, conditions: [...others, ...unwanted.map(notMatching)] }
}

/** Words the full-text index can look for; a lone emoji is looked for in the text itself. */
function isSearched({ term }: Part): boolean {
  return term.kind !== 'keyword' && hasWords(term.text)
}

function matchOf(term: Term, brand: AskedBrand): string {
  switch (term.kind) {
    case 'word':
    case 'phrase':
      return quoteForIndex(term.text)
    case 'prefix':
      return beginningWith(term.text, brand)
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

function notMatching(match: string): Condition {
  return condition('state.id NOT IN (SELECT rowid FROM mention_fts WHERE mention_fts MATCH ?)', match)
}

function conditionOf({ sign, term }: Part, brand: AskedBrand): Condition {
  const asked = term.kind === 'keyword' ? keywordCondition(term, brand) : literally(term.text)
  return sign === '-' ? condition(`(${asked.sql}) IS NOT TRUE`, ...asked.parameters) : asked
}

function keywordCondition(term: Extract<Term, { kind: 'keyword' }>, brand: AskedBrand): Condition {
  const keyword = findKeyword(term.name)
  if (!keyword) throw new Error(`There is no keyword ${term.name}.`)
  return keyword.condition(term.value, brand)
}

function literally(text: string): Condition {
  return condition(
    'EXISTS (SELECT 1 FROM mention_text WHERE mention_text.id = state.id AND (instr(title, ?) > 0 OR instr(body, ?) > 0))',
    text,
    text,
  )
}
