import type { HandlersFor } from '../../../contract/method.ts'
import type { adding } from '../../../contract/sources.ts'
import { brandsOf, type EngineContext } from '../../context.ts'
import { addFound, brandToGuess, refuseKnown } from './add-source.ts'
import { addressFrom } from '../discovery/address.ts'
import { toFoundFeed } from './guess.ts'

// What reads and writes OPML is loaded when needed: few calls do, and every start would pay for its parser.
export const addingMethods: HandlersFor<typeof adding, EngineContext> = {
  'sources.find': async (context, { brandId, url }, scope) => {
    const brand = brandToGuess(context.stores.brand(brandId))
    const found = await context.gatherer.look({ url, languages: brand.languages }, scope, 'for-adding')
    const now = context.host.clock.now()
    return { items: found.map((one) => toFoundFeed(one, brand, now)) }
  },

  'sources.add': async (context, input, scope) => {
    const file = context.stores.brand(input.brandId)
    refuseKnown(file, addressFrom(input.url).href)
    const asked = { url: input.url, languages: brandToGuess(file).languages }
    const [found] =
      context.gatherer.lookedAt(input.url) ?? (await context.gatherer.look(asked, scope, 'no-longer'))
    if (!found) throw new Error('A look that found nothing should have failed.')
    refuseKnown(file, found.url)
    const added = addFound(context, file, found, input)
    context.gatherer.wake()
    return added
  },

  'sources.addMany': async (context, { brandId, opml, folders }) => {
    const { addList } = await import('../opml/add-list.ts')
    const result = addList(context, context.stores.brand(brandId), opml, folders ?? 'ignore')
    context.gatherer.wake()
    return result
  },

  'sources.opml': async (context, { brandId, withSecrets }) => {
    const { listAsOpml } = await import('../opml/list-as-opml.ts')
    const files = brandsOf(context, brandId)
    return listAsOpml(files, {
      of: brandId === undefined ? 'all-brands' : 'one-brand',
      secrets: withSecrets === true ? 'with' : 'without',
    })
  },

  'brands.fromOpml': async (context, { opml, folders }) => {
    const { brandsOfList } = await import('../opml/add-list.ts')
    const result = brandsOfList(context, opml, folders ?? 'ignore')
    context.gatherer.wake()
    return result
  },
}
