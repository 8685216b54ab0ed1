import { resolveUrl } from '../url.ts'
import type { Entry, Feed } from './app-store/feed.ts'
import { fromJson } from './app-store/from-json.ts'
import { fromXml } from './app-store/from-xml.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { parseDate } from './parts/dates.ts'
import { escapeText } from './parts/markup.ts'
import { ratingFrom } from './parts/rating.ts'
import { parseXmlFeed } from './parts/xml-document.ts'

/** Apple's reviews answer nobody: a feed that threads its entries (RFC 4685) only borrows the stars. */
const THREADED = /=\s*["']https?:\/\/purl\.org\/syndication\/thread\/1\.0\/?["']/i
const APPLE = /=\s*["']https?:\/\/itunes\.apple\.com\/rss\/?["']/i
/** Apple gives ten pages of each country, and past the last one its `next` leads nowhere. */
const MAX_PAGES = 10

/**
 * Apple's customer reviews (`itunes.apple.com/COUNTRY/rss/customerreviews/id=…`): Atom with elements of Apple's own, or
 * the same as JSON. The first entry may be the app itself. Apple gives one date, when the review was last changed, and
 * its JSON sometimes none.
 */
export const appStore: SourceFormat = {
  name: 'app-store',
  recognises: (text) => isReviewsXml(text) || isReviewsJson(text),
  parse: async (text, baseUrl) =>
    toDocument(
      text.trimStart().startsWith('{') ? fromJson(text) : fromXml(await parseXmlFeed(text)),
      baseUrl,
    ),
}

function isReviewsXml(text: string): boolean {
  return (
    /<(?:[\w.-]+:)?feed[\s>]/i.test(text.slice(0, 5000)) &&
    APPLE.test(text.slice(0, 20_000)) &&
    !THREADED.test(text.slice(0, 20_000)) &&
    (/:rating>/i.test(text) || text.slice(0, 20_000).includes('customerreviews'))
  )
}

function isReviewsJson(text: string): boolean {
  return (
    /^\s*\{\s*"feed"\s*:\s*\{/.test(text.slice(0, 200)) &&
    (text.includes('"im:rating"') || text.includes('customerreviews'))
  )
}

function toDocument(feed: Feed, baseUrl: string | null): GatheredDocument {
  const app = feed.entries.find((entry) => isApp(entry))?.app ?? null
  return {
    title: escapeText(app ?? feed.title ?? ''),
    homeUrl: resolveUrl(feed.alternate, baseUrl),
    items: feed.entries.filter((entry) => !isApp(entry)).map((entry) => toItem(entry, app)),
    nextUrl: feed.entries.length === 0 ? null : nextPage(feed, baseUrl),
  }
}

function isApp({ app, rating }: Entry): boolean {
  return app !== null && rating === null
}

function toItem(entry: Entry, app: string | null): GatheredItem {
  const updatedAt = parseDate(entry.updated)
  return {
    externalId: entry.id,
    title: escapeText(entry.title ?? ''),
    markup: entry.markup,
    text: entry.text,
    url: entry.link,
    author:
      entry.author.name === null
        ? null
        : { name: escapeText(entry.author.name), handle: null, url: entry.author.url },
    rating: ratingFrom(entry.rating),
    publishedAt: parseDate(entry.published) ?? updatedAt,
    updatedAt,
    inReplyTo: null,
    kind: 'review',
    details: detailsOf(entry, app),
  }
}

function detailsOf({ version, votes }: Entry, app: string | null): NonNullable<GatheredItem['details']> {
  const helpful = votes === null ? Number.NaN : Number(votes)
  return {
    ...(version === null ? {} : { version }),
    ...(Number.isSafeInteger(helpful) ? { votes: helpful } : {}),
    ...(app === null ? {} : { product: app }),
  }
}

/** Pages are numbered in their addresses; the last one names itself as the next. */
function nextPage({ next, self }: Feed, baseUrl: string | null): string | null {
  const url = resolveUrl(next, baseUrl)
  if (url === null) return null
  const page = pageOf(url)
  const here = Math.max(pageOf(self) ?? 1, pageOf(baseUrl) ?? 1)
  return page === null || page <= here || page > MAX_PAGES ? null : url
}

function pageOf(url: string | null): number | null {
  const number = /\/page=(\d{1,4})(?:\/|$)/.exec(url ?? '')?.[1]
  return number === undefined ? null : Number(number)
}
