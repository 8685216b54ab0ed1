import type { ColumnMeaning } from '../../../../contract/imports.ts'
import type { GatheredItem } from '../../formats/format.ts'
import { prose, titleMarkup } from '../../formats/parts/prose.ts'
import { readRating } from '../../formats/parts/rating.ts'
import type { FileToRead, Mapping } from '../file-to-read.ts'
import type { TableRow } from '../tables/table.ts'
import { dateReader, type ReadDate } from './table-dates.ts'
import { rowAnswerId } from '../../row-answer.ts'

/** A row as what it says: the mention, what we answered it, and the language its file gives. */
export interface RowItems {
  readonly kind: 'said'
  readonly item: GatheredItem
  readonly reply: GatheredItem | null
  readonly language: string | null
}
export type RowRead = RowItems | { readonly kind: 'rejected'; readonly message: string }

/** Makes rows of one table into items. */
export type ReadRow = (row: TableRow) => RowRead

export function rowReader(
  columns: readonly string[],
  mapping: Mapping,
  { timezone, ours }: Pick<FileToRead, 'timezone' | 'ours'>,
): ReadRow {
  const places = placesOf(columns, mapping)
  const readDate = dateReader(mapping.dateOrder, timezone)
  const kind = places.has('rating') ? 'review' : null
  // What is answered must be found again by an id; where a table has none, its address is one.
  const idOf = (row: Row) => row.get('id') ?? (places.has('reply') ? row.get('url') : null)
  return ({ cells, wrong }) => {
    if (wrong !== null) return { kind: 'rejected', message: wrong }
    const row = newRow(cells, places)
    const dates = { date: dateIn(row, 'date', readDate), updated: dateIn(row, 'updated', readDate) }
    const unread = [dates.date, dates.updated].find(({ ms, written }) => ms === null && written !== null)
    if (unread) return { kind: 'rejected', message: `its date “${unread.written ?? ''}” cannot be read` }
    const item = {
      ...toItem(row, mapping, kind),
      externalId: idOf(row),
      publishedAt: dates.date.ms ?? dates.updated.ms,
      updatedAt: dates.updated.ms,
    }
    if (item.title === '' && (item.text ?? item.markup ?? '') === '' && item.rating === null)
      return { kind: 'rejected', message: 'nothing is said in it: no title, text or rating' }
    return {
      kind: 'said',
      item,
      reply: ours === null ? null : replyTo(item, row, dateIn(row, 'replyDate', readDate).ms, ours),
      language: languageOf(row.get('language')),
    }
  }
}

type Places = ReadonlyMap<ColumnMeaning, readonly number[]>

function placesOf(columns: readonly string[], { columns: meant }: Mapping): Places {
  const places = new Map<ColumnMeaning, number[]>()
  columns.forEach((name, index) => {
    const meaning = meant[name]
    if (meaning === undefined || meaning === 'ignore') return
    places.set(meaning, [...(places.get(meaning) ?? []), index])
  })
  return places
}

interface Row {
  /** The first value of a meaning that says something, or null. */
  readonly get: (meaning: ColumnMeaning) => string | null
  /** All of them, as paragraphs: what was liked, and what was not. */
  readonly together: (meaning: ColumnMeaning) => string | null
}

/** What tables write where they have nothing to say. */
const NOTHING = /^(?:-+|–|—|n\/?a|null|none|undefined|nan)$/i

function newRow(cells: readonly string[], places: Places): Row {
  const all = (meaning: ColumnMeaning) =>
    (places.get(meaning) ?? []).map((at) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  return {
    get: (meaning) => all(meaning).find((cell) => !NOTHING.test(cell)) ?? null,
    together: (meaning) => {
      const said = all(meaning)
      return said.length === 0 ? null : said.join('\n\n')
    },
  }
}

function dateIn(row: Row, meaning: ColumnMeaning, readDate: ReadDate) {
  const written = row.get(meaning)
  return { written, ms: written === null ? null : readDate(written) }
}

function toItem(
  row: Row,
  { ratingScale }: Mapping,
  kind: 'review' | null,
): Omit<GatheredItem, 'externalId' | 'publishedAt' | 'updatedAt'> {
  const rating = row.get('rating')
  const inReplyTo = row.get('inReplyTo')
  return {
    title: titleMarkup(row.get('title') ?? ''),
    ...prose(row.together('text')),
    url: row.get('url'),
    author: authorOf(row),
    rating: rating === null ? null : readRating(rating, ratingScale ?? undefined),
    inReplyTo,
    kind: inReplyTo === null ? kind : null,
    details: detailsOf(row),
  }
}

function authorOf(row: Row): GatheredItem['author'] {
  const handle = row.get('handle')
  const name = row.get('author') ?? handle
  return name === null ? null : { name: titleMarkup(name), handle, url: row.get('authorUrl') }
}

function detailsOf(row: Row): NonNullable<GatheredItem['details']> {
  const version = row.get('version')
  const product = row.get('product')
  const votes = Number(row.get('votes') ?? Number.NaN)
  return {
    ...(version === null ? {} : { version }),
    ...(Number.isSafeInteger(votes) ? { votes } : {}),
    ...(product === null ? {} : { product }),
  }
}

/** Our answer as our voice. It needs something to answer. */
function replyTo(
  item: GatheredItem,
  row: Row,
  repliedAt: number | null,
  ours: NonNullable<FileToRead['ours']>,
): GatheredItem | null {
  const said = row.together('reply')
  const to = item.externalId
  if (said === null || to === null) return null
  return {
    externalId: rowAnswerId(to),
    title: '',
    ...prose(said),
    url: null,
    author: { name: titleMarkup(ours.name), handle: ours.handle, url: null },
    rating: null,
    // An answer comes after what it answers, whatever the file leaves out.
    publishedAt: repliedAt ?? (item.publishedAt === null ? null : item.publishedAt + 1000),
    updatedAt: null,
    inReplyTo: to,
    kind: 'comment',
  }
}

/** ISO 639 of `es`, `es-MX` or `pt_BR`. */
function languageOf(written: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_][a-z]{2,4}\b.*)?$/i.exec(written ?? '')?.[1]?.toLowerCase() ?? null
}
