import { setImmediate as nextTurn } from 'node:timers/promises'
import { change, changed, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import { newUid } from '../../store/uid.ts'
import { condition } from '../question/keywords/keyword.ts'
import { applyRule, matchStep } from './apply-store.ts'
import { type Due, forgetDue, hasDue, takeDue } from './due-store.ts'
import { askedIfUnderstood } from './matching.ts'
import { listRules, type RuleRow } from './store.ts'

/** So many new mentions are looked at in one transaction. */
const STEP = 1000

type Context = Pick<EngineContext, 'host' | 'turn' | 'tell'>

/**
 * Shows the rules what is new in a brand, until nothing is. Each step is one transaction with its end in it: whenever
 * the program dies, what was done is noted as seen, and what was not seen is not done.
 */
export async function runDue(context: Context, file: BrandFile): Promise<void> {
  // One act of each rule for all that came together, so that it can be undone together.
  const uids = new Map<number, string>()
  const uidOf = (rule: RuleRow) => {
    const uid = uids.get(rule.id) ?? newUid()
    uids.set(rule.id, uid)
    return uid
  }
  while (file.db.open && hasDue(file.db)) {
    const count = change(context, file, [], () => runStep(file, context.host.clock.now(), uidOf))
    if (count > 0) changed(context, file.brandId, ['mentions', 'tags', 'rules'])
    await nextTurn()
  }
}

function runStep(file: BrandFile, at: number, uidOf: (rule: RuleRow) => string): number {
  const due = takeDue(file.db, STEP)
  if (due === null) return 0
  let count = 0
  for (const rule of listRules(file).filter(({ works }) => works === 1)) {
    // What it asks may not be understood any more: it says so in its list, and the others go on.
    const asked = askedIfUnderstood(file, rule, at, among(due))
    if (asked === null) continue
    matchStep(file, asked, { after: null, most: Number.MAX_SAFE_INTEGER })
    count += applyRule(file, { rule, uid: uidOf(rule), at, kind: 'rule' })
    if (rule.stops === 1)
      prepared<[]>(file.db, 'DELETE FROM rule_rows WHERE id IN (SELECT id FROM rule_matched)').run()
  }
  forgetDue(file.db, due)
  return count
}

/** The stretch of time is told beside the rows, so that the full-text index does not walk through all the years before. */
function among({ first, last }: Due) {
  return [
    condition('state.id >= ?', first),
    condition('state.id <= ?', last),
    condition('state.id IN (SELECT id FROM temp.rule_rows)'),
  ]
}
