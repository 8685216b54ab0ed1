import { countBytes, LINK } from './count.ts'

interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number }
  readonly features: readonly Readonly<Record<string, string>>[]
}

const TAG = /(?<=^|\s)#(?!\d+(?:\s|$))([\p{L}\p{N}_]+)/gu

/** Links and tags of a text as Bluesky wants them: by their place in its UTF-8 bytes. Nothing where there is none. */
export function facetsOf(text: string): { readonly facets?: readonly Facet[] } {
  const links = [...text.matchAll(LINK)].map((found) =>
    facet(text, found.index, found[0], { $type: 'app.bsky.richtext.facet#link', uri: found[0] }),
  )
  const tags = [...text.matchAll(TAG)].map((found) =>
    facet(text, found.index, found[0], { $type: 'app.bsky.richtext.facet#tag', tag: found[1] ?? '' }),
  )
  const facets = [...links, ...tags].sort((a, b) => a.index.byteStart - b.index.byteStart)
  return facets.length === 0 ? {} : { facets }
}

function facet(text: string, at: number, words: string, feature: Readonly<Record<string, string>>): Facet {
  const byteStart = countBytes(text.slice(0, at))
  return { index: { byteStart, byteEnd: byteStart + countBytes(words) }, features: [feature] }
}
