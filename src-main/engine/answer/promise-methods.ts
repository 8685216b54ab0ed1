import { endOf, dayOf } from '../../contract/day.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { PromiseId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { promises } from '../../contract/promises.ts'
import { brandsOf, change, type EngineContext } from '../context.ts'
import { placeOf, promiseId } from '../store/ids.ts'
import { toMs } from '../store/time.ts'
import { beginAct, endAct, noteRowMade, setFields } from '../triage/journal.ts'
import { answerable } from './answerable.ts'
import { findBrandRow } from '../brand/store.ts'
import {
  addPromise,
  findPromiseState,
  listDue,
  listPromises,
  markTold,
  placeWhoIsOwed,
} from './promises-store.ts'

export const promiseMethods: HandlersFor<Omit<typeof promises, 'promises.find'>, EngineContext> = {
  'promises.add': (context, { mentionId, text, due }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    const at = context.host.clock.now()
    const promise = change(context, file, ['promises', 'mentions'], () => {
      const act = beginAct(file, { kind: 'promise', detail: text, who: 'user', at, undoable: true })
      const made = addPromise(file, { mention: row, reply: null, text, dueAt: toMs(due), madeAt: at })
      noteRowMade(file, act, 'promise', made)
      endAct(file.db, act, 1)
      return made
    })
    return { promiseId: promiseId(brand, promise) }
  },

  'promises.settle': (context, { promiseId: id, state }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    if (findPromiseState(file, row) === null) throw noPromise(id)
    const at = context.host.clock.now()
    change(context, file, ['promises', 'mentions'], () => {
      const act = beginAct(file, { kind: `promise-${state}`, detail: '', who: 'user', at, undoable: true })
      setFields(file, act, 'promise', row, { state, settled_at: at })
      placeWhoIsOwed(file, row)
      endAct(file.db, act, 1)
    })
    return { state }
  },

  'promises.move': (context, { promiseId: id, due }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    const state = findPromiseState(file, row)
    if (state === null) throw noPromise(id)
    if (state !== 'open') throw settled(state)
    const at = context.host.clock.now()
    change(context, file, ['promises', 'mentions'], () => {
      const act = beginAct(file, { kind: 'promise-moved', detail: due, who: 'user', at, undoable: true })
      // Its new day is told of anew.
      setFields(file, act, 'promise', row, { due_at: toMs(due), told_at: null })
      placeWhoIsOwed(file, row)
      endAct(file.db, act, 1)
    })
    return { due }
  },

  'promises.due': (context, { brandId }) => {
    const now = context.host.clock.now()
    const items = brandsOf(context, brandId)
      .flatMap((file) => {
        const { timezone } = findBrandRow(file)
        return listDue(file, endOf(dayOf(now, timezone), timezone))
      })
      .sort((a, b) => toMs(a.due) - toMs(b.due))
    return { items, overdue: items.filter(({ due }) => toMs(due) < now).length }
  },

  'promises.told': (context, { promiseIds }) => {
    const at = context.host.clock.now()
    let told = 0
    for (const [brand, ids] of Map.groupBy(promiseIds, (id) => placeOf(id).brand)) {
      const file = context.stores.brand(brand)
      // Not an act: nothing the user did, and nothing to take back. No screen shows it, so nobody is told of a change.
      told += change(context, file, [], () =>
        markTold(
          file,
          ids.map((id) => placeOf(id).row),
          at,
        ),
      )
    }
    return { told }
  },

  'promises.list': (context, { brandId, state }) => ({
    items: brandsOf(context, brandId)
      .flatMap((file) => listPromises(file, state))
      .sort((a, b) => toMs(a.due) - toMs(b.due)),
  }),
}

function noPromise(id: PromiseId): CallFailed {
  return new CallFailed({
    kind: 'not-found',
    message: `There is no promise ${id}.`,
    hint: 'promises.list says which there are.',
  })
}

function settled(state: string): CallFailed {
  return new CallFailed({
    kind: 'conflict',
    message: `That promise was ${state} already; its day stays.`,
    hint: 'Write down a new promise instead.',
    facts: { state },
  })
}
