import { CallFailed } from '../../../contract/failure.ts'
import type { HandlersFor } from '../../../contract/method.ts'
import type { sourceHealth } from '../../../contract/source-health.ts'
import { brandsOf, type EngineContext } from '../../context.ts'
import { placeOf } from '../../store/ids.ts'
import { findSourceRow } from '../store.ts'
import { listedSources } from './listing.ts'
import { countStates, needsALook } from './state.ts'
import { listTries } from './tries-store.ts'

export const healthMethods: HandlersFor<typeof sourceHealth, EngineContext> = {
  'sources.tries': ({ stores }, { sourceId }) => {
    const { brand, row } = placeOf(sourceId)
    const { db } = stores.brand(brand)
    if (findSourceRow(db, row)) return { items: listTries(db, row) }
    throw new CallFailed({
      kind: 'not-found',
      message: `There is no source ${sourceId}.`,
      hint: 'sources.list says which there are.',
    })
  },

  'sources.health': (context, { brandId }) => {
    const sources = listedSources(context, brandsOf(context, brandId))
    return { ...countStates(sources), items: sources.filter(needsALook) }
  },
}
