import { CallFailed } from '../../../contract/failure.ts'
import { MuteAs, type RuleAct } from '../../../contract/rules.ts'
import type { RuleMoment } from './actions/action.ts'
import { ruleAction } from './actions/index.ts'

/** What a rule is to do, each value in its one written form. Throws `invalid-input` that names what is wrong. */
export function checkedActs(acts: readonly RuleAct[], moment: RuleMoment): RuleAct[] {
  const checked = acts.map(({ kind, value }) => {
    const action = ruleAction(kind)
    const normal = action.normalise(value, moment)
    if (normal === null) throw refused(`${kind} takes ${action.takes}; “${value}” is not that.`, kind)
    return { kind, value: normal }
  })
  // Two of these would contradict each other.
  for (const kind of ['open', 'snooze', 'resolve'] as const) {
    if (checked.filter((act) => act.kind === kind).length > 1)
      throw refused(`A rule can ${kind} only once.`, kind)
  }
  if (['open', 'resolve'].every((kind) => checked.some((act) => act.kind === kind)))
    throw refused('A rule cannot open and resolve the same mention.', 'resolve')
  return checked
}

/** A mute puts away, and does nothing else. */
export function checkedMute(acts: readonly RuleAct[]): RuleAct[] {
  const [act] = acts
  const as = MuteAs.safeParse(act?.value)
  if (acts.length === 1 && act?.kind === 'resolve' && as.success) return [{ kind: 'resolve', value: as.data }]
  throw refused(`A mute resolves as ${MuteAs.options.join(' or ')}.`, 'resolve')
}

function refused(message: string, act: string): CallFailed {
  return new CallFailed({
    kind: 'invalid-input',
    message,
    hint: 'Rules may tag, open, snooze, and resolve as spam or not-about-us.',
    facts: { act },
  })
}
