import type { acts } from '../../contract/acts.ts'
import type { mentions } from '../../contract/mentions.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { tags } from '../../contract/tags.ts'
import type { views } from '../../contract/views.ts'
import { brandsOf, type EngineContext } from '../context.ts'
import { actMethods } from './act-methods.ts'
import { countOutbox, countViews } from './counts-store.ts'
import { mentionMethods } from './mention-methods.ts'
import { tagMethods } from './tags-methods.ts'
import { VIEWS } from './views.ts'

export const triageMethods: HandlersFor<
  typeof mentions & typeof views & typeof acts & typeof tags,
  EngineContext
> = {
  ...mentionMethods,
  ...actMethods,
  ...tagMethods,

  'views.list': (context, { brandId }) => {
    const files = brandsOf(context, brandId)
    const now = context.host.clock.now()
    const counts = files.map((file) => countViews(file, now))
    return {
      items: VIEWS.map(({ name, where }) => ({
        name,
        where,
        count: counts.reduce((sum, count) => sum + count[name], 0),
      })),
      outbox: files.reduce((sum, file) => sum + countOutbox(file), 0),
    }
  },
}
