import { resolveUrl } from '../url.ts'
import { authorFrom } from './parts/author.ts'
import { baseOf } from './parts/base.ts'
import { textInBase64 } from './parts/base64.ts'
import { firstDate } from './parts/dates.ts'
import type { GatheredDocument, GatheredItem, SourceFormat } from './format.ts'
import { escapeText } from './parts/markup.ts'
import { ratingOfItem } from './parts/item-rating.ts'
import { isFeedOf } from './parts/recognise.ts'
import { parseXmlFeed, type XmlElement, type XmlFeed } from './parts/xml-document.ts'
import { all, allTexts, attribute, first, firstText, textOf } from './parts/xml-nodes.ts'

/** Atom 0.3 and 1.0, with the threading extension. */
export const atom: SourceFormat = {
  name: 'atom',
  recognises: (text) => isFeedOf(text, 'feed'),
  parse: async (text, baseUrl) => toAtomDocument(await parseXmlFeed(text), baseUrl),
}

interface Inherited {
  readonly base: string | null
  /** The same, where an `xml:base` says so. */
  readonly stated: string | null
  readonly author: GatheredItem['author']
}

export function toAtomDocument({ feed, items }: XmlFeed, baseUrl: string | null): GatheredDocument {
  const base = baseOf(feed, baseUrl)
  const inherited = { base, stated: baseOf(feed, null), author: authorOf(feed, base) }
  return {
    title: markupOf(first(feed, 'title')) ?? '',
    homeUrl: linkOf(feed, base),
    items: items.map((entry) => toItem(entry, inherited)),
  }
}

function toItem(entry: XmlElement, inherited: Inherited): GatheredItem {
  const base = baseOf(entry, inherited.base)
  const reply = first(entry, 'thr:in-reply-to')
  const title = markupOf(first(entry, 'title')) ?? firstText(entry, 'media:title', 'dc:title') ?? ''
  const markup = contentOf(entry)
  const rating = ratingOfItem(entry, title, markup)
  const updated = firstDate(allTexts(entry, 'updated', 'modified', 'dcterms:modified'))
  const id = firstText(entry, 'id')
  return {
    externalId: absoluteId(id, baseOf(first(entry, 'id'), baseOf(entry, inherited.stated))),
    title,
    markup,
    text: null,
    baseUrl: baseOf(first(entry, 'content') ?? first(entry, 'summary'), base),
    url: linkOf(entry, base) ?? webAddress(id),
    author: authorOf(entry, base) ?? authorOf(first(entry, 'source'), base) ?? inherited.author,
    rating,
    publishedAt:
      firstDate(allTexts(entry, 'published', 'issued', 'created', 'dc:date', 'dcterms:created')) ?? updated,
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
    firstText(entry, 'content:encoded', 'media:description') ??
    firstText(first(entry, 'media:group'), 'media:description')
  )
}

/** Atom 0.3 says `mode="escaped"` or a media type where 1.0 says `type`. */
function markupOf(node: unknown): string | null {
  const written = textOf(node)
  if (written === null) return null
  const type = attribute(node, 'type')?.toLowerCase() ?? 'text'
  const mode = attribute(node, 'mode')?.toLowerCase()
  const text = mode === 'base64' || isBinary(type) ? textInBase64(written) : written
  if (text === null) return null
  const isPlain = attribute(node, 'type')?.toLowerCase() === 'text/plain'
  const isMarkup = /html|xml/.test(type) || (!isPlain && (mode === 'escaped' || mode === 'xml'))
  return isMarkup || looksLikeMarkup(text) ? text : escapeText(text)
}

/** https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3 : what is neither text nor XML is base64. */
function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|html|[/+]xml\b/.test(type)
}

/** Many write HTML and forget to say so: whole tags in pairs are no plain text. */
function looksLikeMarkup(text: string): boolean {
  return (
    /<(p|br|div|a|b|i|em|strong|ul|ol|li|span|img|blockquote)\b[^>]*>/i.test(text) &&
    /<\/\w+>|<br|<img/i.test(text)
  )
}

function linkOf(element: unknown, base: string | null): string | null {
  const links = all(element, 'link')
  const alternates = links.filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
  const page = alternates.find((link) => (attribute(link, 'type') ?? 'text/html').includes('html'))
  const chosen = page ?? alternates[0]
  return resolveUrl(attribute(chosen, 'href') ?? textOf(links[0]), baseOf(chosen, base))
}

function authorOf(element: unknown, base: string | null): GatheredItem['author'] {
  const author = first(element, 'author')
  const name = firstText(author, 'name') ?? textOf(author) ?? firstText(element, 'dc:creator')
  const address = first(author, 'uri') ?? first(author, 'url') ?? first(author, 'homepage')
  const url = resolveUrl(textOf(address), baseOf(address, baseOf(author, base)))
  return authorFrom(name ?? firstText(author, 'email') ?? url, url)
}

/** An id that is a path means an address only where the document says where paths start. */
function absoluteId(id: string | null, base: string | null): string | null {
  return id !== null && base !== null && /^[\w.-]*\/[^:]*$/.test(id) ? resolveUrl(id, base) : id
}

function webAddress(id: string | null): string | null {
  return id !== null && /^https?:\/\//i.test(id) ? resolveUrl(id, null) : null
}
