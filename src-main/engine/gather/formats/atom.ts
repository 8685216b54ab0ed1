import { resolveUrl } from '../url.ts'
import { authorFrom } from './parts/author.ts'
import { parseDate } from './parts/dates.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { escapeText } from './parts/markup.ts'
import { ratingFrom } from './parts/rating.ts'
import { parseXmlFeed, type XmlElement } from './parts/xml-document.ts'
import { all, attribute, first, firstText, textOf } from './parts/xml-nodes.ts'

const ROOT = /<(?:[\w.-]+:)?feed[\s>]/i

/** Atom 0.3 and 1.0, with the threading extension. */
export const atom: SourceFormat = {
  name: 'atom',
  recognises: (text) => ROOT.test(text.slice(0, 5000)),
  parse: async (text, baseUrl) => toDocument(await parseXmlFeed(text), baseUrl),
}

interface Inherited {
  readonly base: string | null
  readonly author: GatheredItem['author']
}

function toDocument(
  { feed, items }: { feed: XmlElement; items: readonly XmlElement[] },
  baseUrl: string | null,
): GatheredDocument {
  const base = baseOf(feed, baseUrl)
  const inherited = { base, author: authorOf(feed, base) }
  return {
    title: markupOf(first(feed, 'title')) ?? '',
    homeUrl: resolveUrl(linkOf(feed), base),
    items: items.map((entry) => toItem(entry, inherited)),
  }
}

function toItem(entry: XmlElement, inherited: Inherited): GatheredItem {
  const base = baseOf(entry, inherited.base)
  const reply = first(entry, 'thr:in-reply-to')
  const rating = ratingFrom(firstText(entry, 'im:rating'))
  const published = parseDate(firstText(entry, 'published', 'issued', 'created'))
  const updated = parseDate(firstText(entry, 'updated', 'modified'))
  return {
    externalId: firstText(entry, 'id'),
    title: markupOf(first(entry, 'title')) ?? '',
    markup: contentOf(entry),
    text: null,
    baseUrl: resolveUrl(attribute(first(entry, 'content'), 'xml:base'), base) ?? base,
    url: resolveUrl(linkOf(entry), base),
    author: authorOf(entry, base) ?? authorOf(first(entry, 'source'), base) ?? inherited.author,
    rating,
    publishedAt: published ?? updated,
    updatedAt: updated,
    inReplyTo: attribute(reply, 'ref') ?? attribute(reply, 'href'),
    kind: rating ? 'review' : reply === undefined ? null : 'comment',
  }
}

function contentOf(entry: XmlElement): string | null {
  const content =
    all(entry, 'content')
      .map(markupOf)
      .find((markup) => markup !== null) ?? null
  return (
    content ??
    markupOf(first(entry, 'summary')) ??
    firstText(first(entry, 'media:group'), 'media:description')
  )
}

/** Atom 0.3 says `mode="escaped"` or a media type where 1.0 says `type`. */
function markupOf(node: unknown): string | null {
  const text = textOf(node)
  if (text === null) return null
  const type = attribute(node, 'type')?.toLowerCase() ?? 'text'
  const mode = attribute(node, 'mode')
  if (mode === 'base64' || /^(?:image|audio|video|application\/(?!xhtml|.*xml))/.test(type)) return null
  const isMarkup = type.includes('html') || type.includes('xml') || mode === 'escaped' || mode === 'xml'
  return isMarkup || looksLikeMarkup(text) ? text : escapeText(text)
}

/** Many write HTML and forget to say so: whole tags in pairs are no plain text. */
function looksLikeMarkup(text: string): boolean {
  return (
    /<(p|br|div|a|b|i|em|strong|ul|ol|li|span|img|blockquote)\b[^>]*>/i.test(text) &&
    /<\/\w+>|<br|<img/i.test(text)
  )
}

function linkOf(element: unknown): string | null {
  const links = all(element, 'link')
  const alternates = links.filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
  const page = alternates.find((link) => (attribute(link, 'type') ?? 'text/html').includes('html'))
  return attribute(page ?? alternates[0], 'href') ?? textOf(links[0])
}

function authorOf(element: unknown, base: string | null): GatheredItem['author'] {
  const author = first(element, 'author')
  const name = firstText(author, 'name') ?? textOf(author) ?? firstText(element, 'dc:creator')
  const url = resolveUrl(firstText(author, 'uri', 'url', 'homepage'), base)
  return authorFrom(name ?? url, url)
}

function baseOf(element: XmlElement, outer: string | null): string | null {
  return resolveUrl(attribute(element, 'xml:base'), outer) ?? outer
}
