import { CallFailed } from '../../contract/failure.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { Mention, mentions } from '../../contract/mentions.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { imageUrls } from './images.ts'
import { listMethods } from './list-methods.ts'
import { findMention } from './store.ts'
import { twinMethods } from './twins-methods.ts'
import { findWhole } from './whole-store.ts'

export const mentionMethods: HandlersFor<typeof mentions, EngineContext> = {
  ...listMethods,

  'mentions.get': (context, { id }) => {
    const { brand, row } = placeOf(id)
    return findWhole(context.stores.brand(brand), row, context.host.clock.now()) ?? notFound(id)
  },

  ...twinMethods,

  'mentions.images': async (context, { id }, { signal, progress }) => {
    const { brand, row } = placeOf(id)
    const file = context.stores.brand(brand)
    const mention = findMention(file, row) ?? notFound(id)
    const urls = imageUrls(mention.html)
    const origin = privateOrigin(file, mention)
    const images: { url: string; data: string | null }[] = []
    for (const url of urls) {
      if (signal.aborted) break
      images.push({ url, data: await context.gatherer.image(url, origin) })
      progress(images.length, urls.length)
    }
    return { images }
  },
}

/** The private scheme, host and port the user consented to by adding the mention's source. */
function privateOrigin({ db }: BrandFile, { sourceId }: Mention): string | null {
  const sql = 'SELECT private_origin FROM source WHERE id = ?'
  const source = prepared<[number], { private_origin: string | null }>(db, sql).get(placeOf(sourceId).row)
  return source?.private_origin ?? null
}

function notFound(id: MentionId): never {
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no mention ${id}.`,
    hint: 'mentions.list says which there are.',
  })
}
