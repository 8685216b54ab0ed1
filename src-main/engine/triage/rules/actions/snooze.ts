import { momentIn } from '../../snooze/when.ts'
import type { RuleAction } from './action.ts'

/** Until a moment in words, as they mean it when the rule acts: `mañana 9h`. */
export const snooze: RuleAction = {
  kind: 'snooze',
  takes: 'a moment in words, as "in 3 days" or "mañana 9h"',
  on: 'undecided',
  normalise: (value, moment) => (momentIn(value, moment) === null ? null : value.trim()),
  effect: (value, moment) => {
    const until = momentIn(value, moment)
    return until === null ? null : { kind: 'snooze', until }
  },
}
