import type { GatheredItem } from '../../../src-main/engine/gather/formats/format.ts'

export interface FeedSample {
  /** What the feed does, in the words of a test. */
  readonly what: string
  readonly text: string
  readonly title?: string
  readonly homeUrl?: string
  /** What its items must hold, in their order. */
  readonly items: readonly Partial<GatheredItem>[]
  /** rss-parser looks for items right in a channel, and in RSS 1.0 for a channel beside them; elsewhere it finds none. */
  readonly isBeyondRssParser?: true
}

export const rss = (inside: string, attributes = '') =>
  `<rss version="2.0" ${attributes}><channel>${inside}</channel></rss>`
export const item = (inside: string, attributes = '') =>
  rss(`<title>Reseñas</title><item>${inside}</item>`, attributes)
export const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Foro</title>${inside}</feed>`
export const entry = (inside: string, attributes = '') => atom(`<entry>${inside}</entry>`, attributes)
export const atom03 = (inside: string, attributes = '') =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#" ${attributes}>${inside}</feed>`
export const author = (name: string, handle: string | null = null, url: string | null = null) => ({
  name,
  handle,
  url,
})
export const at = (iso: string) => Date.parse(iso)
