import { setImmediate as nextTurn } from 'node:timers/promises'
import { newUid } from '../../store/uid.ts'
import type { Act, ActOn } from '../../../contract/acts.ts'
import type { Subject } from '../../../contract/events.ts'
import { CallFailed } from '../../../contract/failure.ts'
import type { ActId } from '../../../contract/ids.ts'
import type { CallScope } from '../../../contract/method.ts'
import { change, changed, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { actId } from '../../store/ids.ts'
import { beginAct, endAct, findAct, forgetAct } from '../journal.ts'
import { type Position, selectCount } from '../question/select.ts'
import type { Asked } from '../question/to-sql.ts'
import { findTag } from '../tags-store.ts'
import { type Effect, effectOf, headOf } from './effect.ts'
import { type Target, targetsOf } from './targets.ts'
import { undoAct } from './undo-store.ts'
import { touchStep, writeEffect } from './write-store.ts'

/**
 * An act on this many mentions is one transaction: ten thousand of a view, and what one more day brings. A bigger one goes
 * in steps of as many, each committed, so that reading, gathering and the cancel button work meanwhile; when it is
 * cancelled, or a step fails, the steps that were done are taken back.
 */
export const STEP = 12_500

const SUBJECTS: readonly Subject[] = ['mentions', 'tags']

interface Doing {
  readonly context: EngineContext
  readonly act: Act
  readonly effect: Effect
  readonly uid: string
  readonly at: number
  readonly scope: CallScope
}

/** Does an act in every brand it is about: one act to its user, one in each file. */
export async function doAct(
  context: EngineContext,
  on: ActOn,
  act: Act,
  scope: CallScope,
): Promise<{ actId: ActId; count: number }> {
  const at = context.host.clock.now()
  const targets = targetsOf(context, on, at)
  const doing: Doing = { context, act, effect: effectOf(act), uid: newUid(), at, scope }
  try {
    const count = await doEverywhere(doing, targets)
    if (count === 0) {
      if ('ids' in on && targets.every((target) => countOf(target) === 0)) throw noneHere()
      writeNothing(doing, targets)
    }
    const files = targets.map(({ file }) => file).filter((file) => findAct(file, doing.uid))
    return {
      actId: actId(
        files.map((file) => file.brandId),
        doing.uid,
      ),
      count,
    }
  } catch (error) {
    takeBack(doing, targets)
    throw error
  }
}

async function doEverywhere(doing: Doing, targets: readonly Target[]): Promise<number> {
  let count = 0
  let total: number | null = null
  for (const { file, asked } of targets) {
    let after: Position | null = null
    do {
      if (doing.scope.signal.aborted) throw cancelled()
      const step = doStep(doing, file, asked, after)
      count += step.changed
      after = step.next
      if (after === null) continue
      total ??= targets.reduce((sum, target) => sum + countOf(target), 0)
      doing.scope.progress(count, Math.max(total, count))
      await nextTurn()
    } while (after !== null)
  }
  doing.scope.progress(count, count)
  return count
}

function doStep(doing: Doing, file: BrandFile, asked: Asked, after: Position | null) {
  const { context, effect, uid, at, act } = doing
  const step = change(context, file, [], () => {
    const touched = touchStep(file, asked, effect, { after, most: STEP })
    if (touched.changed === 0) return touched
    const known = findAct(file, uid)
    const open = known ?? beginAct(file, { ...headIn(file, act), who: 'user', at, uid })
    writeEffect(file, open, effect, at)
    endAct(file.db, open, (known?.count ?? 0) + touched.changed)
    return touched
  })
  // An act on all brands changes few of them; only those are told of.
  if (step.changed > 0) changed(context, file.brandId, SUBJECTS)
  return step
}

/** The journal names a tag as the brand writes it. */
function headIn(file: BrandFile, act: Act) {
  const head = headOf(act)
  const tag = act.kind === 'tag' || act.kind === 'untag' ? findTag(file, act.tag) : null
  return tag ? { ...head, detail: tag.path } : head
}

/** An act that changed nothing is still an act: its caller gets an id. */
function writeNothing({ context, act, at, uid }: Doing, [first]: readonly Target[]): void {
  if (!first) throw noneHere()
  change(context, first.file, [], () => beginAct(first.file, { ...headOf(act), who: 'user', at, uid }))
}

function takeBack({ context, uid, at }: Doing, targets: readonly Target[]): void {
  for (const { file } of targets) {
    if (!findAct(file, uid)) continue
    change(context, file, SUBJECTS, () => {
      undoAct(file, uid, at)
      forgetAct(file, uid)
    })
  }
}

function countOf({ file, asked }: Target): number {
  const { sql, parameters } = selectCount(asked)
  return file.db.prepare<(string | number)[], { n: number }>(sql).get(...parameters)?.n ?? 0
}

function cancelled(): CallFailed {
  return new CallFailed({ kind: 'cancelled', message: 'It was cancelled; nothing was changed.', hint: '' })
}

function noneHere(): CallFailed {
  return new CallFailed({
    kind: 'not-found',
    message: 'There is nothing here to act on.',
    hint: 'mentions.list says what there is.',
  })
}
