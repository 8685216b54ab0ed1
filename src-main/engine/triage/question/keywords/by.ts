import { STATUS } from '../../state-store.ts'
import { fold } from '../fold.ts'
import { condition, type Keyword, wordKeyword } from './keyword.ts'

/** What was resolved by a rule, or a mute, and is still resolved as it said. */
const resolvedBy = (kinds: string) => () =>
  condition(
    `state.status = ${STATUS.resolved} AND state.id IN (
       SELECT mention_id FROM rule_mention JOIN rule ON rule.id = rule_id AND ${kinds}
       WHERE resolved_as IS NOT NULL AND resolved_as = state.reason)`,
  )

/** `by:rule`: resolved by one; `by:mute`: by a muted person or muted words. */
export const by = wordKeyword('by', {
  rule: resolvedBy("rule.kind = 'rule'"),
  mute: resolvedBy("rule.kind <> 'rule'"),
})

/** `rule:"Thanks only"`: what that rule, or mute, did something to; `rule:any` what any did. */
export const rule: Keyword = {
  name: 'rule',
  takes: 'the name of a rule, or any',
  example: 'any',
  normalise: (value) => value,
  condition: (value, { rules }) => {
    const all = 'state.id IN (SELECT mention_id FROM rule_mention'
    if (fold(value) === 'any') return condition(`${all})`)
    return condition(`${all} WHERE rule_id IN (${rules(fold(value)).join(', ')}))`)
  },
}
