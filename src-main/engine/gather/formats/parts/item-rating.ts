import type { Rating } from '../../../../contract/mentions.ts'
import { mayRate, ratingFrom, ratingInWords, readRating } from './rating.ts'
import type { XmlElement } from './xml-document.ts'
import { attribute, first, textOf } from './xml-nodes.ts'

/** What shops, review plugins and Google's feeds call the element that holds one reviewer's rating. */
const ELEMENTS = [
  ...['rating', 'review:rating', 'reviews:rating', 'r:rating', 'g:rating', 'gd:rating', 'wc:rating'],
  ...['review:overall', 'overall', 'review:stars', 'starrating'],
]
/** Reviews say their rating first, or last; in the middle of a text somebody tells of another's. */
const EDGE = 160

/**
 * The rating an item of a feed carries: in an element of its own, in the markup of hReview
 * (http://microformats.org/wiki/hreview), or in words of its title, its beginning or its end that mean nothing else.
 */
export function ratingOfItem(item: XmlElement, title: string, markup: string | null): Rating | null {
  const apple = ratingFrom(textOf(first(item, 'im:rating')))
  if (apple !== null) return apple
  for (const holder of [item, first(item, 'ratings')]) {
    const rating = holder === undefined ? null : ratingInside(holder)
    if (rating !== null) return rating
  }
  return ratingInWords(title) ?? (markup === null ? null : ratingInMarkup(markup))
}

function ratingInside(holder: unknown): Rating | null {
  for (const name of ELEMENTS) {
    const node = first(holder, name)
    const rating = node === undefined ? null : ratingIn(node)
    if (rating !== null) return rating
  }
  return null
}

function ratingIn(node: unknown): Rating | null {
  const written = textOf(node) ?? attribute(node, 'value')
  if (written === null) return null
  const best = end(node, 'max', 'best')
  const rating = readRating(written, { worst: end(node, 'min', 'worst'), best })
  // A bare 57 is how many liked it.
  return rating !== null && rating.best > 10 && best === null && !written.includes('%') ? null : rating
}

function end(node: unknown, ...names: readonly string[]): number | null {
  const written = names.map((name) => attribute(node, name)).find((value) => value !== null)
  const number = Number(written ?? Number.NaN)
  return Number.isFinite(number) ? number : null
}

const HREVIEW = /class\s*=\s*["'][^"']*\bhreview\b/i
const HREVIEW_RATING =
  /class\s*=\s*["'](?:[^"']*\s)?(?:rating|value)(?:\s[^"']*)?["'](?:[^>]*?\btitle\s*=\s*["']([^"']{1,20})["'])?[^>]*>([^<]{0,20})/gi

function ratingInMarkup(markup: string): Rating | null {
  if (HREVIEW.test(markup)) {
    for (const [, title, text = ''] of markup.matchAll(HREVIEW_RATING)) {
      const rating = readRating(title ?? text)
      if (rating !== null) return rating
    }
  }
  const [head, tail] = [markup.slice(0, 4 * EDGE), markup.slice(-4 * EDGE)]
  return (
    (mayRate(head) ? ratingInWords(plain(head).slice(0, EDGE)) : null) ??
    (mayRate(tail) ? ratingInWords(plain(tail).slice(-EDGE)) : null)
  )
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
