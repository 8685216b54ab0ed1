import { resolveUrl } from '../url.ts'
import { authorAmong } from './parts/author.ts'
import { baseOf } from './parts/base.ts'
import { firstDate } from './parts/dates.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { escapeStrangeTags, unescapeTwice } from './parts/markup.ts'
import { ratingOfItem } from './parts/item-rating.ts'
import { isFeedOf } from './parts/recognise.ts'
import { parseXmlFeed, type XmlElement, type XmlFeed } from './parts/xml-document.ts'
import { all, allTexts, attribute, first, firstText, textOf } from './parts/xml-nodes.ts'

/** RSS 0.9x, 1.0 (RDF) and 2.0, with the modules people use. */
export const rss: SourceFormat = {
  name: 'rss',
  recognises: (text) => isFeedOf(text, 'rss', 'rdf'),
  parse: async (text, baseUrl) => toRssDocument(await parseXmlFeed(text), baseUrl),
}

interface Inherited {
  /** What the links of items start from. */
  readonly base: string | null
  /** The same, where an `xml:base` says so. */
  readonly stated: string | null
  /** A podcast's items are by whom the podcast is by. */
  readonly authors: readonly string[]
}

export function toRssDocument({ feed, items, base }: XmlFeed, baseUrl: string | null): GatheredDocument {
  const rootBase = resolveUrl(base, baseUrl)
  const stated = baseOf(feed, rootBase)
  const homeUrl = resolveUrl(linkOf(feed), stated ?? baseUrl)
  const inherited = {
    base: stated ?? homeUrl ?? baseUrl,
    stated,
    authors: allTexts(feed, 'itunes:author'),
  }
  return {
    title: firstText(feed, 'title', 'dc:title', 'itunes:title') ?? '',
    homeUrl,
    items: items.map((item) => toItem(item, inherited)),
    ttlSeconds: ttlOf(feed),
  }
}

/** RSS 2.0: minutes. */
function ttlOf(feed: XmlElement): number | null {
  const minutes = firstText(feed, 'ttl') ?? ''
  return /^\d{1,6}$/.test(minutes) && Number(minutes) > 0 ? Number(minutes) * 60 : null
}

function toItem(item: XmlElement, { base, stated, authors }: Inherited): GatheredItem {
  const guid = first(item, 'guid')
  const reply = first(item, 'thr:in-reply-to')
  const title = firstText(item, 'title', 'dc:title', 'media:title', 'atom:title', 'itunes:title') ?? ''
  const markup = contentOf(item)
  const rating = ratingOfItem(item, title, markup)
  const itemBase = baseOf(item, base)
  const updatedAt = firstDate(allTexts(item, 'atom:updated', 'dcterms:modified', 'modified', 'updated'))
  return {
    externalId:
      textOf(guid) ?? attribute(item, 'rdf:about') ?? firstText(item, 'dc:identifier', 'atom:id', 'id'),
    title: escapeStrangeTags(title),
    markup,
    text: null,
    baseUrl: baseOf(first(item, 'content:encoded') ?? first(item, 'description'), baseOf(item, stated)),
    url:
      resolveUrl(linkOf(item), baseOf(first(item, 'link'), itemBase)) ??
      addressIn(guid ?? attribute(item, 'rdf:about'), itemBase),
    originalUrl: firstText(item, 'feedburner:origlink'),
    author: authorAmong([...authorsOf(item), ...authors]),
    rating,
    publishedAt: firstDate(allTexts(item, ...PUBLISHED)) ?? updatedAt,
    updatedAt,
    inReplyTo: attribute(reply, 'ref'),
    kind: rating ? 'review' : reply === undefined ? null : 'comment',
  }
}

const PUBLISHED = [
  ...['pubdate', 'dc:date', 'date', 'published', 'atom:published', 'dcterms:issued', 'dcterms:created'],
  ...['dcterms:date', 'issued', 'created', 'prism:publicationdate'],
]

function authorsOf(item: XmlElement): readonly string[] {
  const inside = ['author', 'atom:author'].flatMap((name) => all(item, name))
  return [
    ...allTexts(item, 'author', 'dc:creator', 'creator', 'dc:author', 'itunes:author'),
    ...inside.flatMap((author) => allTexts(author, 'name', 'atom:name', 'email', 'atom:email')),
  ]
}

/** The whole text before what sums it up. */
function contentOf(item: XmlElement): string | null {
  const text =
    firstText(
      item,
      'content:encoded',
      'encoded',
      'fullitem',
      'xhtml:body',
      'body',
      'content',
      'atom:content',
    ) ??
    firstText(item, 'summary', 'description', 'atom:summary', 'dc:description', 'itunes:summary') ??
    firstText(item, 'media:description') ??
    firstText(first(item, 'media:group'), 'media:description') ??
    firstText(item, 'itunes:subtitle')
  return text === null ? null : unescapeTwice(text)
}

function linkOf(element: XmlElement): string | null {
  const plain = firstText(element, 'link')
  if (plain !== null) return plain
  const links = [...all(element, 'link'), ...all(element, 'atom:link')]
  const alternate = links.find((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
  return attribute(alternate, 'href') ?? firstText(element, 'feedburner:origlink')
}

/** A guid is an address unless it says that it is none; a relative one has to say that it is. */
function addressIn(guid: unknown, base: string | null): string | null {
  const text = textOf(guid)
  const isPermaLink = attribute(guid, 'ispermalink')?.toLowerCase() ?? ''
  if (text === null || isPermaLink === 'false') return null
  return /^https?:\/\//i.test(text) || isPermaLink === 'true' ? resolveUrl(text, base) : null
}
