import { CallFailed } from '../../contract/failure.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { understand as contract } from '../../contract/understand.ts'
import { change, type EngineContext } from '../context.ts'
import { actId, placeOf } from '../store/ids.ts'
import { beginAct, endAct, noteChange } from '../triage/journal.ts'
import { findMention } from '../triage/store.ts'
import { countCorrections, findSaid, learntIn, listTaught, unlearn } from './store.ts'

export const understandMethods: HandlersFor<typeof contract, EngineContext> = {
  'understand.text': async ({ stores }, { text, brandId, stars = null }) => {
    // The word lists are loaded when they are first asked for: opening the inbox needs none.
    const { understand } = await import('./understand.ts')
    const learnt = brandId === undefined ? null : learntIn(stores.brand(brandId).db)
    const { language, likely, confidence, sure, strength, words } = understand(
      { title: '', text, stars },
      learnt,
    )
    const feeling = /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) ? likely : null
    return { language, feeling, confidence, sure, strength, words: [...words] }
  },

  'understand.mention': async ({ stores }, { id }) => {
    const { feelingOf } = await import('./feeling.ts')
    const { brand, row } = placeOf(id)
    const file = stores.brand(brand)
    const mention = findMention(file, row)
    const said = findSaid(file.db, row)
    if (!mention || !said) throw notFound(id)
    const { words } = feelingOf(said, learntIn(file.db))
    const { feeling, felt } = mention
    return { feeling, felt, words: [...words], corrections: countCorrections(file.db) }
  },

  'understand.learnt': ({ stores }, { brandId }) => ({
    corrections: countCorrections(stores.brand(brandId).db),
  }),

  'understand.forget': (context, { brandId }) => {
    const file = context.stores.brand(brandId)
    const at = context.host.clock.now()
    const { uid, count } = change(context, file, ['mentions'], () => {
      const rows = listTaught(file.db)
      const act = beginAct(file, { kind: 'forget-learnt', detail: '', who: 'user', at, undoable: true })
      for (const row of rows)
        noteChange(file.db, act, { subject: 'mention', row, field: 'unlearnt', before: 0, after: 1 })
      unlearn(file.db, rows)
      endAct(file.db, act, rows.length)
      return { uid: act.uid, count: rows.length }
    })
    context.gatherer.remake()
    return { actId: actId([brandId], uid), count }
  },
}

function notFound(id: string): CallFailed {
  return new CallFailed({
    kind: 'not-found',
    message: `There is no mention ${id}.`,
    hint: 'mentions.list says which there are.',
  })
}
