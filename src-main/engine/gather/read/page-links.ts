import { Parser } from 'htmlparser2'
import { feedsInPage } from '../recipes/page-recipes.ts'
import { resolveUrl } from '../url.ts'

export interface PageLinks {
  readonly title: string
  /** The feeds it names, in its order, then those that a recipe finds in it. */
  readonly feeds: readonly NamedFeed[]
}

export interface NamedFeed {
  readonly url: string
  /** Empty where nothing says it. */
  readonly title: string
  /** The recipe that found it, or null where the page names it as a feed. */
  readonly recipe: string | null
}

const FEED_TYPE = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)|text\/xml|application\/xml)\b/i
const MAX_FEEDS = 20
const MAX_CHARACTERS = 2_000_000

/** The feeds of a web page: its `<link rel="alternate">`, and what the page recipes find. */
export function readPageLinks(html: string, pageUrl: string): PageLinks {
  const feeds = new Map<string, NamedFeed>()
  const text = html.slice(0, MAX_CHARACTERS)
  let base = pageUrl
  let title = ''
  let inTitle = false
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base') base = resolveUrl(attributes['href'], pageUrl) ?? base
      if (name === 'title' && title === '') inTitle = true
      if (name !== 'link' || !isFeedLink(attributes)) return
      const url = resolveUrl(attributes['href'], base)
      if (url !== null && !feeds.has(url) && feeds.size < MAX_FEEDS)
        feeds.set(url, { url, title: attributes['title']?.trim() ?? '', recipe: null })
    },
    ontext: (part) => {
      if (inTitle) title += part
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false
    },
  })
  parser.end(text)
  for (const { url, recipe } of feedsInPage(text, pageUrl))
    if (!feeds.has(url)) feeds.set(url, { url, title: '', recipe })
  return { title: title.replace(/\s+/g, ' ').trim().slice(0, 300), feeds: [...feeds.values()] }
}

function isFeedLink({ rel = '', type = '', href = '' }: Readonly<Record<string, string>>): boolean {
  const rels = rel.toLowerCase().split(/\s+/)
  // WordPress offers its whole interface so; that is no feed.
  if (href.includes('/wp-json/')) return false
  return (rels.includes('alternate') && FEED_TYPE.test(type)) || rels.includes('feed')
}
