import type { RuleAction } from './action.ts'

/** Read, and wants an answer: it is no longer new. */
export const open: RuleAction = {
  kind: 'open',
  takes: 'nothing',
  on: 'undecided',
  normalise: (value) => (value === '' ? '' : null),
  effect: () => ({ kind: 'status', to: 'open', reason: null, from: 'new' }),
}
