import { CallFailed } from '../../../contract/failure.ts'
import type { HandlersFor } from '../../../contract/method.ts'
import type { waiting } from '../../../contract/waiting.ts'
import { brandsOf, change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { actId, placeOf } from '../../store/ids.ts'
import { beginAct, endAct, setFields, type OpenAct } from '../../triage/journal.ts'
import { ensureWaiting, listStatesOf, listWaits, setPending } from './store.ts'

export const waitingMethods: HandlersFor<typeof waiting, EngineContext> = {
  'waits.list': (context, { brandId, mentionId }) => {
    if (mentionId === undefined)
      return { items: brandsOf(context, brandId).flatMap((file) => listWaits(file, null)) }
    const { brand, row } = placeOf(mentionId)
    return { items: listWaits(context.stores.brand(brand), row) }
  },

  'waits.say': (context, { ids, what }) => {
    const places = ids.map(placeOf)
    const [first] = places
    if (!first || places.some(({ brand }) => brand !== first.brand)) throw TWO_BRANDS
    const file = context.stores.brand(first.brand)
    const rows = [...new Set(places.map(({ row }) => row))]
    const at = context.host.clock.now()
    const { act, count } = change(context, file, ['mentions'], () => {
      const open = beginAct(file, { kind: 'waits', detail: what, who: 'user', at, undoable: true })
      return { act: open, count: sayWaiting(file, open, { rows, what, at }) }
    })
    return { actId: actId([first.brand], act.uid), count }
  },
}

/** Everything of them that can wait is pending from now on; our own voice does not wait. */
function sayWaiting(
  file: BrandFile,
  act: OpenAct,
  { rows, what, at }: { readonly rows: readonly number[]; readonly what: string; readonly at: number },
): number {
  const states = listStatesOf(file, rows)
  if (states.length === 0) throw NOTHING
  for (const { id, held } of states) {
    ensureWaiting(file, id)
    // Who waits already goes on waiting since then.
    setFields(file, act, 'waiting', id, held === 'pending' ? { what } : { what, since: at })
  }
  setPending(
    file,
    act,
    states.filter(({ held }) => held !== 'pending'),
  )
  endAct(file.db, act, states.length)
  return states.length
}

const TWO_BRANDS = new CallFailed({
  kind: 'invalid-input',
  message: 'Those mentions are of more than one brand.',
  hint: 'Say it for one brand at a time.',
})

const NOTHING = new CallFailed({
  kind: 'not-found',
  message: 'There is nothing here that could wait.',
  hint: 'mentions.list says what there is.',
})
