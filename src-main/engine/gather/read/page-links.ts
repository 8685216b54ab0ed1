import { Parser } from 'htmlparser2'
import { resolveUrl } from '../url.ts'

export interface PageLinks {
  readonly title: string
  /** The feeds it names, in its order. */
  readonly feeds: readonly { readonly url: string; readonly title: string }[]
}

const FEED_TYPE = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)|text\/xml|application\/xml)\b/i
const MAX_FEEDS = 20

/** The `<link rel="alternate">` feeds of a web page. */
export function readPageLinks(html: string, pageUrl: string): PageLinks {
  const feeds = new Map<string, string>()
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
        feeds.set(url, attributes['title']?.trim() ?? '')
    },
    ontext: (text) => {
      if (inTitle) title += text
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false
    },
  })
  parser.end(html.slice(0, 2_000_000))
  return {
    title: title.replace(/\s+/g, ' ').trim().slice(0, 300),
    feeds: [...feeds].map(([url, name]) => ({ url, title: name })),
  }
}

function isFeedLink({ rel = '', type = '', href = '' }: Readonly<Record<string, string>>): boolean {
  const rels = rel.toLowerCase().split(/\s+/)
  // WordPress offers its whole interface so; that is no feed.
  if (href.includes('/wp-json/')) return false
  return (rels.includes('alternate') && FEED_TYPE.test(type)) || rels.includes('feed')
}
