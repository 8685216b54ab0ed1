import { CallFailed } from '../../contract/failure.ts'
import type { BrandId, MentionId, SourceId } from '../../contract/ids.ts'
import type { Mention, mentions } from '../../contract/mentions.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { brandsOf, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant } from '../store/time.ts'
import { imageUrls } from './images.ts'
import {
  compare,
  type Cursor,
  mergePages,
  parseCursor,
  type Place,
  positionIn,
  printCursor,
} from './merge.ts'
import { countMatches, listBest, listRows, type Wanted } from './page-store.ts'
import { parseQuestion } from './question/parse.ts'
import type { Order } from './question/select.ts'
import { findMention, listMentions } from './store.ts'
import { twinMethods } from './twins-methods.ts'
import { findWhole } from './whole-store.ts'

export const mentionMethods: HandlersFor<typeof mentions, EngineContext> = {
  'mentions.list': (context, { brandId, sourceIds, where, order = 'newest', cursor, limit }) => {
    const files = brandsOf(context, brandId).filter((file) => brings(file, sourceIds))
    const page = pageOf(context, { where, cursor })
    const places = mergePages(
      files.map((file) => newestRows(file, { ...page, order, limit: limit + 1, sourceIds })),
      order,
      limit + 1,
    )
    return toPage(places, limit, page.asOf, order)
  },

  'mentions.count': (context, { brandId, where }) => {
    const wanted = { question: parseQuestion(where ?? ''), now: context.host.clock.now() }
    const counts = brandsOf(context, brandId).map((file) => countMatches(file, wanted))
    return { count: counts.reduce((sum, count) => sum + count, 0) }
  },

  'mentions.search': (context, { brandId, query, order = 'newest', cursor, limit }) => {
    const files = brandsOf(context, brandId)
    const page = pageOf(context, { where: query, cursor })
    const best = order === 'best' ? bestRows(files, page) : null
    const pages =
      best ?? files.map((file) => newestRows(file, { ...page, order: 'newest', limit: limit + 1 }))
    return toPage(mergePages(pages, 'newest', limit + 1), limit, page.asOf, best ? 'best' : 'newest')
  },

  'mentions.get': (context, { id }) => {
    const { brand, row } = placeOf(id)
    return findWhole(context.stores.brand(brand), row) ?? notFound(id)
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

interface Page extends Wanted {
  readonly cursor: Cursor | null
  readonly asOf: string
}

/** A page after the first shows nothing that arrived since the first was drawn. */
function pageOf(
  context: EngineContext,
  given: { readonly where: string | undefined; readonly cursor: string | undefined },
): Page {
  const now = context.host.clock.now()
  const cursor = given.cursor === undefined ? null : parseCursor(given.cursor)
  return {
    question: parseQuestion(given.where ?? ''),
    now,
    cursor,
    asOf: toInstant(cursor?.asOf ?? now),
  }
}

interface Found extends Place {
  readonly file: BrandFile
}

interface Newest extends Page {
  readonly order: Order
  readonly limit: number
  readonly sourceIds?: readonly SourceId[] | undefined
}

function newestRows(
  file: BrandFile,
  { cursor, asOf, order, limit, sourceIds, question, now }: Newest,
): Found[] {
  const brand = brandNumber(file.brandId)
  const rows = listRows(file, {
    question,
    now,
    order,
    limit,
    after: positionIn(brand, cursor),
    ...(cursor === null ? {} : { asOf }),
    ...(sourceIds === undefined ? {} : { sourceRows: rowsIn(file.brandId, sourceIds) }),
  })
  return rows.map((row) => ({ row, brand, score: 0, file }))
}

/** Null where one brand has no words to match or too many hits: then all are listed newest first. */
function bestRows(files: readonly BrandFile[], page: Page): Found[][] | null {
  const { cursor } = page
  const isAfter = (place: Place) => cursor === null || compare('newest')(place, cursor.last) > 0
  // A list that began newest first, because there were many hits, goes on that way.
  if (cursor?.last.score === 0) return null
  const all = files.map((file) => ({ file, hits: listBest(file, page) }))
  const ranked: Found[][] = []
  for (const { file, hits } of all) {
    if (hits === null) return null
    const brand = brandNumber(file.brandId)
    ranked.push(hits.map(({ row, score }) => ({ row, score, brand, file })).filter(isAfter))
  }
  return ranked
}

function toPage(places: readonly Found[], limit: number, asOf: string, order: Order | 'best') {
  const shown = places.slice(0, limit)
  const last = shown.at(-1)
  return {
    order,
    items: readMentions(shown),
    nextCursor: places.length > limit && last ? printCursor({ last, asOf: Date.parse(asOf) }) : null,
    asOf,
  }
}

/** One statement a brand, and then the common order again. */
function readMentions(places: readonly Found[]): Mention[] {
  const byFile = Map.groupBy(places, ({ file }) => file)
  const read = [...byFile].flatMap(([file, found]) =>
    listMentions(
      file,
      found.map(({ row }) => row),
    ),
  )
  const byId = new Map<string, Mention>(read.map((mention) => [mention.id, mention]))
  return places.flatMap(({ file, row }) => byId.get(`${file.brandId}.m${row}`) ?? [])
}

function brings(file: BrandFile, sourceIds: readonly SourceId[] | undefined): boolean {
  return sourceIds === undefined || rowsIn(file.brandId, sourceIds).length > 0
}

function rowsIn(brand: BrandId, sourceIds: readonly SourceId[]): number[] {
  return sourceIds
    .map((id) => placeOf(id))
    .filter((place) => place.brand === brand)
    .map(({ row }) => row)
}

function brandNumber(brand: BrandId): number {
  return Number(brand.slice(1))
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
