import type { BrandFile } from '../../store/brand-file.ts'
import { askFor } from '../page-store.ts'
import { type Condition, condition } from '../question/keywords/keyword.ts'
import { parseQuestion } from '../question/parse.ts'
import type { Question } from '../question/question.ts'
import type { Asked } from '../question/to-sql.ts'
import { findTag } from '../tags-store.ts'
import { CallFailed } from '../../../contract/failure.ts'
import type { Rule } from '../../../contract/rules.ts'
import { actsOf, type RuleRow } from './store.ts'

/** The person may have been put together with another since: their handles are found all the same. */
const BY_PERSON = `(SELECT author_id FROM mention WHERE mention.id = state.id) IN (
  SELECT id FROM author WHERE person_id = (SELECT person_id FROM author WHERE id = ?))`

/** What a rule is about, as SQL, with what the caller narrows beside it. Throws `bad-question`. */
export function askedOf(file: BrandFile, rule: RuleRow, now: number, more: readonly Condition[]): Asked {
  const asked = askFor(file, { question: questionOf(rule), now })
  const person = rule.person_id === null ? [] : [condition(BY_PERSON, rule.person_id)]
  return { ...asked, conditions: [...asked.conditions, ...person, ...more] }
}

/** Muted words are looked for as they are: nothing in them is a keyword. */
function questionOf({ kind, question }: RuleRow): Question {
  return kind === 'muted-words'
    ? [{ sign: '+', term: { kind: 'phrase', text: question } }]
    : parseQuestion(question)
}

/** The same, or null where its question is not understood (any more). */
export function askedIfUnderstood(
  file: BrandFile,
  rule: RuleRow,
  now: number,
  more: readonly Condition[],
): Asked | null {
  try {
    return askedOf(file, rule, now, more)
  } catch (error) {
    if (error instanceof CallFailed) return null
    throw error
  }
}

/** Why a rule does nothing, or not all it should; else null. */
export function problemOf(file: BrandFile, rule: RuleRow, now: number): Rule['problem'] {
  if (askedIfUnderstood(file, rule, now, []) === null) return 'bad-question'
  const tags = actsOf(rule).filter(({ kind }) => kind === 'tag')
  return tags.some(({ value }) => isRetired(file, value)) ? 'tag-retired' : null
}

/** A retired tag is put on by nobody but the user. */
export function isRetired(file: BrandFile, tag: string): boolean {
  const found = findTag(file, tag)
  return found !== null && found.retired_at !== null
}
