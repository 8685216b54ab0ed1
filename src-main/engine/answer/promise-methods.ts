import { CallFailed } from '../../contract/failure.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { promises } from '../../contract/promises.ts'
import { brandsOf, change, type EngineContext } from '../context.ts'
import { placeOf, promiseId } from '../store/ids.ts'
import { toMs } from '../store/time.ts'
import { beginAct, endAct, setFields } from '../triage/journal.ts'
import { answerable } from './answerable.ts'
import { addPromise, findPromiseState, listPromises } from './promises-store.ts'

export const promiseMethods: HandlersFor<typeof promises, EngineContext> = {
  'promises.add': (context, { mentionId, text, due }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    const at = context.host.clock.now()
    const promise = change(context, file, ['promises', 'mentions'], () => {
      const act = beginAct(file, { kind: 'promise', detail: text, who: 'user', at, undoable: false })
      endAct(file.db, act, 1)
      return addPromise(file, { mention: row, reply: null, text, dueAt: toMs(due), madeAt: at })
    })
    return { promiseId: promiseId(brand, promise) }
  },

  'promises.settle': (context, { promiseId: id, state }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    if (findPromiseState(file, row) === null) {
      throw new CallFailed({
        kind: 'not-found',
        message: `There is no promise ${id}.`,
        hint: 'promises.list says which there are.',
      })
    }
    const at = context.host.clock.now()
    change(context, file, ['promises', 'mentions'], () => {
      const act = beginAct(file, { kind: `promise-${state}`, detail: '', who: 'user', at, undoable: true })
      setFields(file, act, 'promise', row, { state, settled_at: at })
      endAct(file.db, act, 1)
    })
    return { state }
  },

  'promises.list': (context, { brandId, state }) => ({
    items: brandsOf(context, brandId)
      .flatMap((file) => listPromises(file, state))
      .sort((a, b) => toMs(a.due) - toMs(b.due)),
  }),
}
