import { authorFrom } from './parts/author.ts'
import { parseDate } from './parts/dates.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { ratingFrom } from './parts/rating.ts'
import { resolveUrl } from '../url.ts'
import { parseXmlFeed, type XmlElement } from './parts/xml-document.ts'
import { all, attribute, first, firstText, textOf } from './parts/xml-nodes.ts'

const ROOT = /<(?:[\w.-]+:)?(?:rss|rdf)[\s>]/i

/** RSS 0.9x, 1.0 (RDF) and 2.0, with the modules people use. */
export const rss: SourceFormat = {
  name: 'rss',
  recognises: (text) => ROOT.test(text.slice(0, 5000)) && !/<(?:[\w.-]+:)?feed[\s>]/i.test(beforeRoot(text)),
  parse: async (text, baseUrl) => toDocument(await parseXmlFeed(text), baseUrl),
}

function beforeRoot(text: string): string {
  const head = text.slice(0, 5000)
  return head.slice(0, head.search(ROOT))
}

function toDocument(
  { feed, items }: { feed: XmlElement; items: readonly XmlElement[] },
  baseUrl: string | null,
): GatheredDocument {
  const homeUrl = resolveUrl(linkOf(feed), baseUrl)
  return {
    title: firstText(feed, 'title', 'dc:title') ?? '',
    homeUrl,
    items: items.map((item) => toItem(item, homeUrl ?? baseUrl)),
  }
}

function toItem(item: XmlElement, baseUrl: string | null): GatheredItem {
  const guid = first(item, 'guid')
  const externalId = textOf(guid) ?? aboutOf(item) ?? firstText(item, 'dc:identifier', 'atom:id')
  const rating = ratingFrom(firstText(item, 'im:rating'))
  return {
    externalId,
    title: firstText(item, 'title', 'dc:title', 'media:title') ?? '',
    markup: contentOf(item),
    text: null,
    url: resolveUrl(linkOf(item), baseUrl) ?? addressIn(guid),
    author: authorFrom(
      firstText(item, 'dc:creator', 'author', 'dc:author', 'itunes:author') ??
        firstText(first(item, 'atom:author'), 'name', 'atom:name'),
    ),
    rating,
    publishedAt: parseDate(
      firstText(item, 'pubdate', 'dc:date', 'date', 'atom:published', 'dcterms:created', 'dcterms:issued'),
    ),
    updatedAt: parseDate(firstText(item, 'atom:updated', 'dcterms:modified')),
    inReplyTo: attribute(first(item, 'thr:in-reply-to'), 'ref'),
    kind: rating ? 'review' : first(item, 'thr:in-reply-to') === undefined ? null : 'comment',
  }
}

function contentOf(item: XmlElement): string | null {
  return (
    firstText(
      item,
      'content:encoded',
      'description',
      'summary',
      'body',
      'content',
      'dc:description',
      'itunes:summary',
    ) ??
    firstText(item, 'media:description') ??
    firstText(first(item, 'media:group'), 'media:description')
  )
}

/** Feedburner keeps the real address in an element of its own. */
function linkOf(element: XmlElement): string | null {
  const plain = firstText(element, 'feedburner:origlink', 'link')
  if (plain !== null) return plain
  const links = [...all(element, 'atom:link'), ...all(element, 'link')]
  const alternate = links.find((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
  return attribute(alternate, 'href')
}

function aboutOf(item: XmlElement): string | null {
  const about = item['rdf:about']
  return typeof about === 'string' && about.trim() !== '' ? about.trim() : null
}

function addressIn(guid: unknown): string | null {
  const text = textOf(guid)
  if (text === null || attribute(guid, 'ispermalink') === 'false') return null
  return /^https?:\/\//i.test(text) ? text : null
}
