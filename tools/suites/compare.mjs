// @ts-check
// What an expectation asks of a document that was read, and what of it does not hold.
import { textAsHtml } from '../../src-main/engine/store/text-as-html.ts'

/**
 * @typedef {import('../../src-main/engine/gather/gatherer-protocol.ts').ReadDocument} ReadDocument
 * @typedef {import('../../src-main/engine/gather/gatherer-protocol.ts').ReadMention} ReadMention
 * @typedef {{ title?: string, link?: string, guid?: string, author?: string, publishedIso?: string, updatedIso?: string,
 *   contentContains?: string, content?: string, rating?: number | string, ratingMax?: number | string, date?: string,
 *   version?: string }} ExpectedItem
 * @typedef {ExpectedItem & { itemCount?: number, feedTitle?: string, feedLink?: string, items?: ExpectedItem[],
 *   last?: ExpectedItem, error?: boolean, reviewCount?: number, reviews?: ExpectedItem[], badBlocks?: number,
 *   rows?: Record<string, string>[] }} Expected
 */

/** How each field of an item is looked at; a field that is not here is not asked of Ventanilla. */
/** @type {Record<string, (item: ReadMention, wanted: string) => boolean>} */
const FIELDS = {
  title: (item, wanted) => flat(item.title) === flat(wanted),
  link: (item, wanted) => sameAddress(item.url, wanted),
  guid: (item, wanted) => item.externalId === wanted || sameAddress(item.externalId, wanted),
  author: (item, wanted) =>
    [item.author?.name, item.author?.handle].some((name) => flat(name ?? '') === flat(wanted)),
  publishedIso: (item, wanted) => sameTime(item.publishedAt, wanted),
  updatedIso: (item, wanted) => sameTime(item.updatedAt ?? item.publishedAt, wanted),
  contentContains: (item, wanted) =>
    flat(item.text).includes(flat(wanted)) || flat(item.html ?? textAsHtml(item.text)).includes(flat(wanted)),
  content: (item, wanted) => flat(item.text) === flat(wanted),
  rating: (item, wanted) => item.rating?.value === Number(wanted),
  ratingMax: (item, wanted) => item.rating?.best === Number(wanted),
  date: (item, wanted) => sameTime(item.publishedAt, wanted),
  version: (item, wanted) => item.details.version === wanted,
}

/**
 * What does not hold, in words; empty when all does.
 * @param {ReadDocument} document
 * @param {Expected} expected
 * @returns {string[]}
 */
export function differences(document, expected) {
  const wrong = []
  if (expected.feedTitle !== undefined && flat(document.title) !== flat(expected.feedTitle))
    wrong.push('feedTitle')
  if (expected.feedLink !== undefined && !sameAddress(document.homeUrl, expected.feedLink))
    wrong.push('feedLink')
  return [...wrong, ...itemsDifferences(document.items, expected)]
}

/**
 * The same for the items alone.
 * @param {readonly ReadMention[]} items
 * @param {Expected} expected
 * @returns {string[]}
 */
export function itemsDifferences(items, expected) {
  const { itemCount } = expected
  return [
    ...(itemCount === undefined || items.length === itemCount
      ? []
      : [`${items.length} items, not ${itemCount}`]),
    ...itemDifferences(items[0], expected, 'first'),
    ...itemDifferences(items.at(-1), expected.last ?? {}, 'last'),
    ...(expected.items ?? []).flatMap((wanted, index) =>
      itemDifferences(items[index], wanted, `item ${index + 1}`),
    ),
  ]
}

/**
 * What a table's cells differ in from those that were expected, by the names of their columns.
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly Record<string, string>[]} expected
 * @returns {string[]}
 */
export function rowDifferences(columns, rows, expected) {
  if (rows.length !== expected.length) return [`${rows.length} items, not ${expected.length}`]
  return expected.flatMap((wanted, index) =>
    Object.entries(wanted)
      .filter(([name, value]) => lines(rows[index]?.[columns.indexOf(name)] ?? '') !== lines(value))
      .map(([name]) => `row ${index + 1}: ${name}`),
  )
}

/** How lines end changes with the way a file came here. @param {string} text */
function lines(text) {
  return text.replaceAll('\r\n', '\n')
}

/**
 * What a page's reviews differ in from those that were expected; `wrong` is how many of its blocks are no JSON as they
 * stand.
 * @param {readonly ReadMention[]} items
 * @param {number} wrong
 * @param {Expected} expected
 * @returns {string[]}
 */
export function reviewDifferences(items, wrong, expected) {
  const reviews = items.filter(({ kind }) => kind === 'review')
  const differing = (expected.reviews ?? []).flatMap((wanted, index) =>
    itemDifferences(reviews[index], wanted, `review ${index + 1}`),
  )
  return [
    ...(reviews.length === (expected.reviewCount ?? 0)
      ? []
      : [`${reviews.length} items, not ${expected.reviewCount ?? 0}`]),
    ...differing,
    ...((expected.badBlocks ?? 0) === wrong ? [] : [`${wrong} bad blocks, not ${expected.badBlocks ?? 0}`]),
  ]
}

/** @param {ReadMention | undefined} item @param {ExpectedItem} expected @param {string} which */
function itemDifferences(item, expected, which) {
  const asked = Object.entries(expected).filter(([field]) => field in FIELDS)
  if (asked.length === 0) return []
  if (!item) return [`${which}: not there`]
  return asked
    .filter(([field, wanted]) => !FIELDS[field]?.(item, String(wanted)))
    .map(([field]) => `${which}: ${field}`)
}

/** Blanks folded, as a reader sees a text. @param {string} text */
function flat(text) {
  return text.replace(/\s+/g, ' ').trim()
}

/** @param {string | null | undefined} address @param {string} wanted */
function sameAddress(address, wanted) {
  if (address === null || address === undefined) return wanted === ''
  return address === wanted || absolute(address) === absolute(wanted)
}

/** Documents are read as if they came from here: expectations may be relative, as the document was. */
export const ORIGIN = 'http://127.0.0.1:8097/'

/** The folder does not count: a suite's expectation may not know where the document lay. @param {string} address */
function absolute(address) {
  if (!URL.canParse(address, ORIGIN)) return address
  const { origin, pathname, search, hash } = new URL(address, ORIGIN)
  const path =
    origin === new URL(ORIGIN).origin ? `/${pathname.split('/').at(-1) ?? ''}` : `${origin}${pathname}`
  return `${path}${search}${hash}`
}

/** @param {number | null} ms @param {string} wanted */
function sameTime(ms, wanted) {
  return ms !== null && Math.floor(ms / 1000) === Math.floor(Date.parse(wanted) / 1000)
}
