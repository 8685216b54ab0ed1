import type { XmlElement } from './xml-tree.ts'
import { attribute, childrenOf, isElement } from './xml-nodes.ts'

const ITEMS = new Set(['item', 'entry'])

export interface XmlFeed {
  /** What the feed says of itself: the channel of RSS, the root of Atom. */
  readonly feed: XmlElement
  readonly items: readonly XmlElement[]
  /** What relative addresses start from, where the outermost element says so. */
  readonly base: string | null
}

/** Where a document's elements hold its feed and its items; null where they hold none. */
export function toXmlFeed(document: XmlElement): XmlFeed | null {
  const rss = childrenOf(document, 'rss')[0] ?? rdfOf(document)
  const root = rss ?? childrenOf(document, 'feed')[0]
  if (root === undefined) return null
  const channels = childrenOf(root, 'channel')
  const feed = channels[0] ?? root
  const items = rss === undefined ? childrenOf(root, 'entry') : [...channels, root].flatMap(itemsOf)
  const all = items.length > 0 ? withInnerItems(items) : withInnerItems(innerItems(root))
  return { feed, items: all, base: attribute(root, 'xml:base') }
}

/** RDF says anything about anything: only one that holds a channel or items, or names RSS 1.0, is a feed. */
function rdfOf(document: XmlElement): XmlElement | undefined {
  const rdf = childrenOf(document, 'rdf:RDF')[0]
  const namesRss = /^https?:\/\/(?:purl\.org\/rss|my\.netscape\.com\/rdf)\//.test(
    attribute(rdf, 'xmlns') ?? '',
  )
  const isFeed = namesRss || childrenOf(rdf, 'channel').length > 0 || childrenOf(rdf, 'item').length > 0
  return isFeed ? rdf : undefined
}

function itemsOf(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element, 'item')
}

/** An item inside another is one too, however it came there, unless it says nothing. */
export function withInnerItems(items: readonly XmlElement[]): readonly XmlElement[] {
  return items.flatMap((item) => [item, ...withInnerItems(innerItems(item))])
}

function innerItems(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (const key in element) {
    const nodes = element[key]
    if (key === '$' || !Array.isArray(nodes)) continue
    const inside = nodes.filter(isElement)
    found.push(...(ITEMS.has(key) ? inside.filter(saysSomething) : inside.flatMap(innerItems)))
  }
  return found
}

function saysSomething(item: XmlElement): boolean {
  return ['x-title', 'x-description', 'x-link', 'x-id', 'x-guid'].some((key) => key in item)
}
