import type { Reason } from '../../../../contract/mentions.ts'
import type { RuleAction } from './action.ts'

/** A rule answers nobody: it may say only that there is nobody to answer. */
const REASONS: readonly Reason[] = ['spam', 'not-about-us']

export const resolve: RuleAction = {
  kind: 'resolve',
  takes: REASONS.join(' or '),
  on: 'undecided',
  normalise: (value) => REASONS.find((reason) => reason === value) ?? null,
  effect: (value) => resolveAs(REASONS, value),
}

/** The effect of putting something away for one of some reasons. */
export function resolveAs(reasons: readonly Reason[], value: string) {
  const reason = reasons.find((one) => one === value)
  return reason === undefined ? null : ({ kind: 'status', to: 'resolved', reason, from: 'any' } as const)
}
