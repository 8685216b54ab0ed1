import { setImmediate as nextTurn } from 'node:timers/promises'
import { CallFailed } from '../../../contract/failure.ts'
import type { CallScope } from '../../../contract/method.ts'
import { change, changed, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { rowAt } from '../../store/mention-key.ts'
import { newUid } from '../../store/uid.ts'
import { STEP } from '../acts/do-act.ts'
import { undoAct } from '../acts/undo-store.ts'
import { beginAct, findAct, forgetAct } from '../journal.ts'
import { condition } from '../question/keywords/keyword.ts'
import { type Position, selectCount } from '../question/select.ts'
import type { Asked } from '../question/to-sql.ts'
import { applyRule, type Applying, matchStep } from './apply-store.ts'
import { askedOf } from './matching.ts'
import type { RuleRow } from './store.ts'

const DAY_MS = 86_400_000

/**
 * Does what a rule does to what is there, in steps that are each committed, so that the rest of the program goes on;
 * cancelled, or when a step fails, the steps that were done are taken back.
 */
export async function runOverPast(
  context: EngineContext,
  file: BrandFile,
  rule: RuleRow,
  days: number | undefined,
  scope: CallScope,
): Promise<{ uid: string; count: number }> {
  const at = context.host.clock.now()
  // What arrives meanwhile is due by itself.
  const there = condition('(SELECT gathered_at FROM mention WHERE mention.id = state.id) <= ?', at)
  const since = days === undefined ? [] : [condition('state.id >= ?', rowAt(at - days * DAY_MS))]
  const asked = askedOf(file, rule, at, [there, ...since])
  const applying: Applying = { rule, uid: newUid(), at, kind: 'rule-past' }
  try {
    const count = await runSteps(context, file, asked, applying, scope)
    if (!findAct(file, applying.uid)) change(context, file, [], () => beginNothing(file, applying))
    return { uid: applying.uid, count }
  } catch (error) {
    takeBack(context, file, applying)
    throw error
  }
}

async function runSteps(
  context: EngineContext,
  file: BrandFile,
  asked: Asked,
  applying: Applying,
  { signal, progress }: CallScope,
): Promise<number> {
  const total = countMatched(file, asked)
  let [seen, count] = [0, 0]
  let after: Position | null = null
  do {
    // Whoever cancels at once is heard before anything is written.
    await nextTurn()
    if (signal.aborted) throw cancelled()
    const step: { matched: number; done: number; next: Position | null } = change(context, file, [], () => {
      const matched = matchStep(file, asked, { after, most: STEP })
      return { matched: matched.count, done: applyRule(file, applying), next: matched.next }
    })
    seen += step.matched
    count += step.done
    after = step.next
    progress(seen, Math.max(total, seen))
    if (step.done > 0) changed(context, file.brandId, ['mentions', 'tags', 'rules'])
  } while (after !== null)
  return count
}

/** An act that changed nothing is still an act: its caller gets an id. */
function beginNothing(file: BrandFile, { uid, at, rule, kind }: Applying): void {
  beginAct(file, { kind, detail: rule.name, who: `rule:${rule.name}`, at, undoable: true, uid })
}

function takeBack(context: EngineContext, file: BrandFile, { uid, at }: Applying): void {
  if (!findAct(file, uid)) return
  change(context, file, ['mentions', 'tags', 'rules'], () => {
    undoAct(file, uid, at)
    forgetAct(file, uid)
  })
}

function countMatched({ db }: BrandFile, asked: Asked): number {
  const { sql, parameters } = selectCount(asked)
  return db.prepare<(string | number)[], { n: number }>(sql).get(...parameters)?.n ?? 0
}

function cancelled(): CallFailed {
  return new CallFailed({ kind: 'cancelled', message: 'It was cancelled; nothing was changed.', hint: '' })
}
