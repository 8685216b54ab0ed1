import { CallFailed } from '../../contract/failure.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { mentions } from '../../contract/mentions.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { actId, placeOf } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { placeInCare } from './care/care-store.ts'
import { putTogether, takeApart } from './twins-acts.ts'

type TwinMethods = Pick<typeof mentions, 'mentions.takeApart' | 'mentions.putTogether'>

export const twinMethods: HandlersFor<TwinMethods, EngineContext> = {
  'mentions.takeApart': (context, { id, from }) => {
    const file = fileOf(context, from === undefined ? [id] : [id, from])
    const other = from === undefined ? null : placeOf(from).row
    const act = change(context, file, ['mentions', 'tags'], () =>
      placedAnew(file, takeApart(file, placeOf(id).row, other, context.host.clock.now())),
    )
    return { actId: actId([file.brandId], act.uid) }
  },

  'mentions.putTogether': (context, { ids }) => {
    const file = fileOf(context, ids)
    const rows = ids.map((id) => placeOf(id).row)
    const act = change(context, file, ['mentions', 'tags'], () =>
      placedAnew(file, putTogether(file, rows, context.host.clock.now())),
    )
    return { actId: actId([file.brandId], act.uid) }
  },
}

/** In how many places something was seen says how far it carries. */
function placedAnew<Act>({ db }: BrandFile, act: Act): Act {
  placeInCare(db)
  return act
}

/** The one brand's file that all of them are in. Throws `conflict` or `not-found`. */
function fileOf(context: EngineContext, ids: readonly MentionId[]): BrandFile {
  const [brand, ...others] = new Set(ids.map((id) => placeOf(id).brand))
  if (brand === undefined || others.length > 0)
    throw new CallFailed({
      kind: 'conflict',
      message: 'They were said to different brands.',
      hint: 'Nothing of one brand is shown with another’s.',
    })
  const file = context.stores.brand(brand)
  for (const id of ids) refuseUnknown(file, id)
  return file
}

function refuseUnknown({ db }: BrandFile, id: MentionId): void {
  const found = prepared<[number], { id: number }>(db, 'SELECT id FROM mention WHERE id = ?').get(
    placeOf(id).row,
  )
  if (found) return
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no mention ${id}.`,
    hint: 'mentions.list says which there are.',
  })
}
