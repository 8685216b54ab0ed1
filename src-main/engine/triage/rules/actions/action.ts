import type { RuleActKind } from '../../../../contract/rules.ts'
import type { Effect } from '../../acts/effect.ts'

/** When, and by whose clock, a rule acts. */
export interface RuleMoment {
  /** UTC ms. */
  readonly now: number
  readonly timezone: string
}

/** Something a rule can do; one file each, listed in index.ts. Pure: it says what is to be written. */
export interface RuleAction {
  readonly kind: RuleActKind
  /** What it takes, for the sentence "snooze takes …". */
  readonly takes: string
  /** A value in its one written form, or null when it is none. */
  readonly normalise: (value: string, moment: RuleMoment) => string | null
  /** `undecided`: only what nobody has dealt with, so that a rule never undoes a decision. */
  readonly on: 'everything' | 'undecided'
  /** What is written on each mention; null when the value means nothing any more. For a value `normalise` gave. */
  readonly effect: (value: string, moment: RuleMoment) => Effect | null
}
