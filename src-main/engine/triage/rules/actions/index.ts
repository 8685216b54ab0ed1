import type { RuleActKind } from '../../../../contract/rules.ts'
import type { RuleAction } from './action.ts'
import { open } from './open.ts'
import { resolve } from './resolve.ts'
import { snooze } from './snooze.ts'
import { tag } from './tag.ts'

/** Everything a rule may do, in the order it is offered. */
export const ruleActions: readonly RuleAction[] = [tag, open, snooze, resolve]

export function ruleAction(kind: RuleActKind): RuleAction {
  const action = ruleActions.find((each) => each.kind === kind)
  if (!action) throw new Error(`There is no rule action ${kind}.`)
  return action
}
