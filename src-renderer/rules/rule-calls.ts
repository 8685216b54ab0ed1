import i18next from 'i18next'
import type { BrandId, RuleId } from '../../src-main/contract/ids.ts'
import type { Rule } from '../../src-main/contract/rules.ts'
import { call, toFailure, type Input, type Output } from '../engine/call.ts'
import { makeLongWork } from '../kit/long-work.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'
import type { Failure } from '../../src-main/contract/failure.ts'

type Change = 'rules.add' | 'rules.set' | 'rules.order' | 'rules.remove' | 'rules.mute'

export type Changed =
  /** Which rule it is, where one was added. */
  | { readonly kind: 'done'; readonly ruleId: RuleId | null }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Changes a rule and says so, with the way back; answers why it could not be done. */
export async function changeRules<Name extends Change>(
  method: Name,
  input: Input<Name>,
  says: string,
): Promise<Changed> {
  try {
    const answer: Pick<Output<Change>, 'actId'> & { readonly ruleId?: RuleId } = await call(method, input)
    showDone(says, () => undoAct(answer.actId))
    return { kind: 'done', ruleId: answer.ruleId ?? null }
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) }
  }
}

/** The same, where nothing beside the toast can say what went wrong. */
export async function changeOrSay<Name extends Change>(
  method: Name,
  input: Input<Name>,
  says: string,
): Promise<void> {
  try {
    const { actId }: Pick<Output<Change>, 'actId'> = await call(method, input)
    showDone(says, () => undoAct(actId))
  } catch (thrown) {
    showFailure(thrown)
  }
}

export const pastRuns = makeLongWork('rules.run', null)

/** Runs over what is there, with its progress in the bottom line, and says what came of it. */
export async function runOverPast(rule: Rule): Promise<void> {
  const words = i18next.t('rules.running', { name: rule.name })
  const outcome = await pastRuns.start(rule.ruleId, { ruleId: rule.ruleId }, words)
  pastRuns.forget(rule.ruleId)
  if (outcome.kind === 'done') {
    const { actId, count } = outcome.value
    showDone(i18next.t('rules.done.ran', { name: rule.name, count }), count > 0 ? () => undoAct(actId) : null)
  } else if (outcome.failure.kind === 'cancelled') showDone(i18next.t('rules.done.cancelled'))
  else showFailure(outcome.failure)
}

/** Takes back all that a rule did, and says what had changed since. */
export async function undoAllOf(rule: Rule): Promise<void> {
  try {
    const { undone, left } = await call('rules.undo', { ruleId: rule.ruleId })
    const says = i18next.t('rules.done.undone', { name: rule.name, count: undone })
    showDone(left.length === 0 ? says : `${says} ${i18next.t('kit.undoneLeft', { count: left.length })}`)
  } catch (thrown) {
    showFailure(thrown)
  }
}

/** Moves a rule among the others; the order is said as a whole. */
export async function moveRule(
  brandId: BrandId,
  rules: readonly Rule[],
  rule: Rule,
  by: 1 | -1,
): Promise<void> {
  const ids = rules.map(({ ruleId }) => ruleId)
  const at = ids.indexOf(rule.ruleId)
  const other = ids[at + by]
  if (other === undefined) return
  const ruleIds = ids.with(at, other).with(at + by, rule.ruleId)
  await changeOrSay('rules.order', { brandId, ruleIds }, i18next.t('rules.done.moved', { name: rule.name }))
}
