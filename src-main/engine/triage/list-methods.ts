import { endOf, startOf } from '../../contract/day.ts'
import type { BrandId, SourceId } from '../../contract/ids.ts'
import type { Mention, mentions } from '../../contract/mentions.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { brandsOf, type EngineContext } from '../context.ts'
import { findBrandRow } from '../brand/store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { rowAt } from '../store/mention-key.ts'
import { toInstant } from '../store/time.ts'
import { countDays, countInBackground, type DayCount } from './background-counts.ts'
import { listConversations, readConversations } from './conversations-store.ts'
import {
  compare,
  type Cursor,
  type Direction,
  type ListOrder,
  LAST_BRAND,
  mergePages,
  opposite,
  parseCursor,
  type Place,
  positionIn,
  printCursor,
} from './merge.ts'
import { listCareReasons } from './care/care-store.ts'
import { listBest, listInCare, listRows, type Wanted } from './page-store.ts'
import { parseQuestion } from './question/parse.ts'
import type { Position } from './question/select.ts'
import { listMentions } from './store.ts'

type ListMethods = Pick<
  typeof mentions,
  'mentions.list' | 'mentions.search' | 'mentions.count' | 'mentions.days'
>

export const listMethods: HandlersFor<ListMethods, EngineContext> = {
  'mentions.list': (context, input) => {
    const { brandId, sourceIds, order = 'newest', direction = 'on', limit } = input
    const files = brandsOf(context, brandId).filter((file) => brings(file, sourceIds))
    const page = pageOf(context, input)
    const wanted: PageOfBrand = {
      ...page,
      order,
      direction,
      limit: limit + 1,
      sourceIds,
      startAt: input.startAt,
      group: input.group ?? 'none',
    }
    const places = mergePages(
      files.map((file) => rowsOfBrand(file, wanted)),
      order,
      limit + 1,
      direction,
    )
    return toPage(places, { ...wanted, limit })
  },

  'mentions.count': async (context, { brandId, where, asOf, arrivedAfter }, scope) => {
    const wanted = { question: parseQuestion(where ?? ''), now: context.host.clock.now(), asOf, arrivedAfter }
    let count = 0
    for (const file of brandsOf(context, brandId)) count += await countInBackground(file, wanted, scope)
    return { count }
  },

  'mentions.days': async (context, { brandId, where, asOf }, scope) => {
    const wanted = { question: parseQuestion(where ?? ''), now: context.host.clock.now(), asOf }
    const days: DayCount[] = []
    for (const file of brandsOf(context, brandId)) days.push(...(await countDays(file, wanted, scope)))
    const byDay = Map.groupBy(days, ({ day }) => day)
    const summed = [...byDay].map(([day, counts]) => ({ day, count: sumOf(counts) }))
    return { days: summed.sort((a, b) => a.day.localeCompare(b.day)), count: sumOf(days) }
  },

  'mentions.search': (context, { brandId, query, order = 'newest', cursor, limit }) => {
    const files = brandsOf(context, brandId)
    const page = pageOf(context, { where: query, cursor })
    const wanted: PageOfBrand = {
      ...page,
      order: 'newest',
      direction: 'on',
      group: 'none',
      limit: limit + 1,
    }
    const best = order === 'best' ? bestRows(files, page) : null
    const pages = best ?? files.map((file) => rowsOfBrand(file, wanted))
    const places = mergePages(pages, 'newest', limit + 1)
    return { ...toPage(places, { ...wanted, limit }), order: best ? 'best' : 'newest' }
  },
}

function sumOf(counts: readonly DayCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

interface Page extends Wanted {
  readonly cursor: Cursor | null
  readonly drawnAt: string
}

/** A page after the first shows nothing that arrived since the first was drawn. */
function pageOf(
  context: EngineContext,
  given: {
    readonly where?: string | undefined
    readonly cursor?: string | undefined
    readonly asOf?: string | undefined
  },
): Page {
  const now = context.host.clock.now()
  const cursor = given.cursor === undefined ? null : parseCursor(given.cursor)
  const asOf = cursor === null ? given.asOf : toInstant(cursor.asOf)
  return {
    question: parseQuestion(given.where ?? ''),
    now,
    cursor,
    asOf,
    drawnAt: asOf ?? toInstant(now),
  }
}

interface Found extends Place {
  readonly file: BrandFile
}

interface PageOfBrand extends Page {
  readonly order: ListOrder
  readonly direction: Direction
  readonly limit: number
  readonly sourceIds?: readonly SourceId[] | undefined
  readonly startAt?: string | undefined
  readonly group: 'none' | 'conversation'
}

/** One brand's part of a page, in the order it is read. */
function rowsOfBrand(file: BrandFile, wanted: PageOfBrand): Found[] {
  const { cursor, order, direction, sourceIds, group } = wanted
  const brand = brandNumber(file.brandId)
  const page = {
    ...wanted,
    after: cursor ? positionIn(brand, cursor.last, direction) : startOfDay(file, wanted),
    ...(sourceIds === undefined ? {} : { sourceRows: rowsIn(file.brandId, sourceIds) }),
  }
  if (order === 'care') {
    const back = direction === 'back'
    return listInCare(file, { ...page, back }).map((hit) => ({ ...hit, brand, file }))
  }
  const inTime = { ...page, order: direction === 'on' ? order : opposite(order) }
  const rows = group === 'none' ? listRows(file, inTime) : listConversations(file, inTime, order)
  return rows.map((row) => ({ row, brand, score: 0, file }))
}

/** Where a list begins that is to begin with a day: newest first with its last mention. */
function startOfDay(file: BrandFile, { startAt, order }: PageOfBrand): Position | null {
  // Care has no days.
  if (startAt === undefined || order === 'care') return null
  const { timezone } = findBrandRow(file)
  if (order === 'newest') return { row: rowAt(endOf(startAt, timezone) + 1), shown: 'shown' }
  return { row: rowAt(startOf(startAt, timezone)), shown: 'not-shown' }
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

/** `places` are in the order they were read, one more than a page holds where there are more. */
function toPage(places: readonly Found[], page: PageOfBrand) {
  const { direction, limit, drawnAt, cursor } = page
  const read = places.slice(0, limit)
  const shown = direction === 'on' ? read : read.toReversed()
  const isMore = places.length > limit
  const asOf = Date.parse(drawnAt)
  const at = (place: Place | null | undefined) => (place ? printCursor({ last: place, asOf }) : null)
  const [first, last] = [shown[0] ?? null, shown.at(-1) ?? null]
  const wasNext = cursor?.last ?? null
  const isLater = cursor !== null || page.startAt !== undefined
  return {
    order: page.order,
    items: readPage(shown, page),
    nextCursor: direction === 'on' ? (isMore ? at(last) : null) : at(last ?? wasNext),
    previousCursor:
      direction === 'back'
        ? isMore
          ? at(first)
          : null
        : isLater
          ? at(first ?? wasNext ?? farEnd(page))
          : null,
    asOf: drawnAt,
  }
}

function readPage(shown: readonly Found[], { order, group, now }: PageOfBrand): Mention[] {
  if (order === 'care') return readWithReasons(shown, now)
  return group === 'none' ? readMentions(shown) : readMembers(shown)
}

/** A place after everything there is. */
function farEnd({ order }: PageOfBrand): Place {
  if (order === 'care')
    return { row: Number.MAX_SAFE_INTEGER, brand: LAST_BRAND, score: Number.MAX_SAFE_INTEGER }
  return order === 'newest'
    ? { row: 0, brand: LAST_BRAND, score: 0 }
    : { row: Number.MAX_SAFE_INTEGER, brand: LAST_BRAND, score: 0 }
}

/** One statement a brand, and then the common order again. */
function readMentions(places: readonly Found[]): Mention[] {
  return inPlace(
    places,
    (file, rows) => new Map(listMentions(file, rows).map((one) => [placeOf(one.id).row, one])),
  )
}

/** Each with why it stands where it stands. */
function readWithReasons(places: readonly Found[], now: number): Mention[] {
  return inPlace(places, (file, rows) => {
    const reasons = listCareReasons(file, rows, { now, timezone: findBrandRow(file).timezone })
    const withReasons = (one: Mention, row: number) => ({ ...one, care: reasons.get(row) ?? null })
    return new Map(
      listMentions(file, rows).map((one) => {
        const { row } = placeOf(one.id)
        return [row, withReasons(one, row)]
      }),
    )
  })
}

function readMembers(places: readonly Found[]): Mention[] {
  return inPlace(places, readConversations)
}

function inPlace(
  places: readonly Found[],
  read: (file: BrandFile, rows: readonly number[]) => ReadonlyMap<number, Mention>,
): Mention[] {
  const byFile = Map.groupBy(places, ({ file }) => file)
  const found = new Map(
    [...byFile].map(([file, some]) => [
      file,
      read(
        file,
        some.map(({ row }) => row),
      ),
    ]),
  )
  return places.flatMap(({ file, row }) => found.get(file)?.get(row) ?? [])
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
