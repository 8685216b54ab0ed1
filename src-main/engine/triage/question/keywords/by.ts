import { STATUS } from '../../state-store.ts'
import { fold } from '../fold.ts'
import { condition, type Keyword, wordKeyword } from './keyword.ts'

/** What was resolved by a rule, or a mute, and is still resolved as it said. Few are: they are collected first. */
const resolvedBy = (kinds: string) => () =>
  condition(
    `state.id IN (
       SELECT decided.id FROM rule_mention CROSS JOIN rule ON rule.id = rule_id AND ${kinds}
       CROSS JOIN mention_state decided ON decided.id = mention_id AND decided.status = ${STATUS.resolved}
       WHERE resolved_as IS NOT NULL AND resolved_as = decided.reason)`,
  )

/** `by:rule`: resolved by one; `by:mute`: by a muted person or muted words. */
export const by = wordKeyword(
  { name: 'by', es: 'por', also: [], about: { en: 'who resolved it', es: 'quién la resolvió' } },
  {
    rule: {
      es: 'regla',
      also: ['regra'],
      says: { en: 'resolved by a rule', es: 'resuelta por una regla' },
      condition: resolvedBy("rule.kind = 'rule'"),
    },
    mute: {
      es: 'silencio',
      also: ['muted', 'silenciada'],
      says: { en: 'resolved because it is muted', es: 'resuelta porque está silenciada' },
      condition: resolvedBy("rule.kind <> 'rule'"),
    },
  },
)

/** `rule:"Thanks only"`: what that rule, or mute, did something to; `rule:any` what any did. */
export const rule: Keyword = {
  name: 'rule',
  es: 'regla',
  also: ['regra'],
  about: { en: 'what a rule did something to', es: 'lo que ha tocado una regla' },
  takes: { en: 'the name of a rule, or any', es: 'el nombre de una regla, o alguna' },
  example: 'any',
  offers: { kind: 'examples', values: ['any'] },
  normalise: (value) => (/^(?:any|alguna|cualquiera|alguma)$/.test(fold(value)) ? 'any' : value),
  says: (value) =>
    value === 'any'
      ? { en: 'a rule did something', es: 'la ha tocado una regla' }
      : { en: `by the rule “${value}”`, es: `por la regla «${value}»` },
  condition: (value, { rules }) => {
    const all = 'state.id IN (SELECT mention_id FROM rule_mention'
    if (value === 'any') return condition(`${all})`)
    return condition(`${all} WHERE rule_id IN (${rules(fold(value)).join(', ')}))`)
  },
}
