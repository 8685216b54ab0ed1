import { createHash } from 'node:crypto'
import { starsOf } from '../../store/rating-share.ts'
import { storedFeeling } from '../../understand/stored.ts'
import { likelyUnderstood } from '../../understand/understand.ts'
import type { GatheredItem } from '../formats/format.ts'
import { cutAfterTags } from '../formats/parts/limits.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { resolveUrl } from '../url.ts'
import { canonicalUrl } from './canonical-url.ts'
import { contentHash } from './content-hash.ts'
import { pack } from './pack.ts'
import { cut, plainText, plainTitle } from './plain-text.ts'
import { sanitise } from './sanitise.ts'
import { simhash } from './simhash.ts'
import { unwrap } from './unwrap.ts'

const MAX_TITLE = 1000
const MAX_TEXT = 1_000_000
/** Markup is longer than what it says. */
const MAX_MARKUP = 2_000_000
const MAX_ADDRESS = 4000
const MAX_NAME = 300
const MAX_ID = 2000

/** One item made safe, plain and understood. Pure: no database, no network, no clock. */
export function readItem(item: GatheredItem, documentUrl: string | null): ReadMention {
  const link = webAddress(resolveUrl(item.url, documentUrl))
  const url = link === null ? null : unwrap(link)
  const body = readBody(item, item.baseUrl ?? url ?? documentUrl)
  const title = cut(plainTitle(item.title.slice(0, MAX_TITLE * 20)), MAX_TITLE)
  const { language, ...felt } = likelyUnderstood(
    { title, text: body.text, stars: starsOf(item.rating) },
    null,
  )
  return {
    externalId: shortId(item.externalId),
    canonicalUrl: canonicalUrl(webAddress(item.originalUrl ?? null) ?? url),
    url,
    title,
    ...body,
    contentHash: contentHash(title, body.text, item.rating),
    print: simhash(body.text),
    author: readAuthor(item.author),
    rating: item.rating,
    language,
    feeling: storedFeeling(felt),
    publishedAt: item.publishedAt,
    updatedAt: item.updatedAt,
    inReplyTo: shortId(item.inReplyTo),
    kind: item.kind ?? (item.rating ? 'review' : item.inReplyTo === null ? 'post' : 'comment'),
    details: item.details ?? {},
  }
}

function readBody(
  item: GatheredItem,
  baseUrl: string | null,
): Pick<ReadMention, 'text' | 'html' | 'images' | 'original'> {
  const markup = item.markup === null ? null : cutAfterTags(item.markup.slice(0, MAX_MARKUP))
  if (markup === null || !markup.includes('<')) {
    const text = cut(markup === null ? (item.text ?? '').trim() : plainText(markup), MAX_TEXT)
    return { text, html: null, images: 0, original: null }
  }
  const { html, images } = sanitise(markup, baseUrl)
  return { text: cut(plainText(html), MAX_TEXT), html, images, original: pack(markup) }
}

function readAuthor(author: GatheredItem['author']): ReadMention['author'] {
  if (author === null) return null
  const name = cut(plainTitle(author.name), MAX_NAME)
  const handle = author.handle === null ? null : cut(author.handle.trim(), MAX_NAME)
  if (name === '' && (handle === null || handle === '')) return null
  return { name: name === '' ? (handle ?? '') : name, handle, url: webAddress(author.url) }
}

/** An id as long as a text is kept by its digest: it still tells one item from another. */
function shortId(id: string | null): string | null {
  if (id === null || id.length <= MAX_ID) return id
  return `sha256:${createHash('sha256').update(id).digest('hex')}`
}

function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) && address.length <= MAX_ADDRESS ? address : null
}
