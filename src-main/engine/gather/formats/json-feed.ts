import { z } from 'zod'
import { resolveUrl } from '../url.ts'
import { broken } from './parts/broken.ts'
import { firstDate } from './parts/dates.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { parseJson } from './parts/json.ts'
import { MAX_ITEMS } from './parts/limits.ts'
import { escapeText } from './parts/markup.ts'

const text = z.string().nullish().catch(null)
const Author = z.object({ name: text, url: text })
const authors = z.array(Author.nullable().catch(null)).nullish().catch(null)
const author = Author.nullish().catch(null)

/** https://www.jsonfeed.org/version/1.1/ ; 1.0 has `author` where 1.1 has `authors`. Wrong fields count as missing. */
const Item = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  authors,
  author,
})
const Feed = z.object({
  title: text,
  home_page_url: text,
  authors,
  author,
  items: z.array(z.unknown()),
})

const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i
/** What only its feeds have, where they forget to say their version. */
const OWN_NAMES = [/"(?:home_page_url|feed_url)"\s*:/, /"items"\s*:\s*\[/]

export const jsonFeed: SourceFormat = {
  name: 'json-feed',
  recognises: (document, contentType) =>
    document.trimStart().startsWith('{') &&
    (VERSION.test(document) ||
      OWN_NAMES.every((name) => name.test(document)) ||
      (contentType?.includes('feed+json') ?? false)),
  parse: (document, baseUrl) => {
    const feed = Feed.safeParse(parseJson(document))
    if (!feed.success) throw broken('it is JSON, but no JSON Feed: it has no list of items')
    const base = resolveUrl(feed.data.home_page_url, baseUrl) ?? baseUrl
    return {
      title: escapeText(feed.data.title ?? ''),
      homeUrl: base === baseUrl ? null : base,
      items: toItems(feed.data, base),
    }
  },
}

function toItems(feed: z.output<typeof Feed>, base: string | null): GatheredDocument['items'] {
  const feedAuthor = authorOf(feed)
  return feed.items.slice(0, MAX_ITEMS).flatMap((raw) => {
    const item = Item.safeParse(raw)
    return item.success ? [toItem(item.data, feedAuthor, base)] : []
  })
}

function toItem(
  item: z.output<typeof Item>,
  feedAuthor: GatheredItem['author'],
  base: string | null,
): GatheredItem {
  const id = item.id === null || item.id === undefined || item.id === '' ? null : String(item.id)
  const permalink = id !== null && /^https?:\/\//i.test(id) ? id : null
  const url = resolveUrl(filled(item.url) ?? filled(item.external_url) ?? permalink, base)
  const markup = filled(item.content_html)
  return {
    externalId: id,
    title: escapeText(item.title ?? ''),
    markup,
    text: markup === null ? (filled(item.content_text) ?? filled(item.summary)) : null,
    url,
    author: authorOf(item) ?? feedAuthor,
    rating: null,
    publishedAt: firstDate([item.date_published ?? '', item.date_modified ?? '']),
    updatedAt: firstDate([item.date_modified ?? '']),
    inReplyTo: null,
    kind: null,
  }
}

function filled(given: string | null | undefined): string | null {
  return given === null || given === undefined || given.trim() === '' ? null : given
}

function authorOf(owner: Pick<z.output<typeof Item>, 'author' | 'authors'>): GatheredItem['author'] {
  const first =
    owner.authors?.find((one) => one !== null && (filled(one.name) ?? filled(one.url)) !== null) ??
    owner.author
  const name = first?.name?.trim() ?? ''
  const url = first?.url?.trim() ?? ''
  if (name === '' && url === '') return null
  return { name: name === '' ? url : name, handle: null, url: url === '' ? null : url }
}
