import { broken } from './parts/broken.ts'
import { firstDate } from './parts/dates.ts'
import { MAX_ITEMS, refuseTooManyParts } from './parts/limits.ts'
import { escapeText } from './parts/markup.ts'
import { readRating } from './parts/rating.ts'
import { all, attribute, childrenOf, first, firstText, textOf } from './parts/xml-nodes.ts'
import { cleanXml } from './parts/xml-text.ts'
import { readXmlTree } from './parts/xml-tree.ts'
import type { GatheredItem, SourceFormat } from './format.ts'

/** Only its own elements may stand before the reviews: in Atom there are none of this name. */
const REVIEWS = /<feed\b[^>]*>[^]{0,5000}?<reviews(?:\s[^>]*)?\/?>/

/** What shops, Judge.me and Yotpo among them, give to Google: https://developers.google.com/product-review-feeds/schema */
export const productReviews: SourceFormat = {
  name: 'product-reviews',
  recognises: (document) => REVIEWS.test(document.slice(0, 20_000)),
  parse: (document) => {
    refuseTooManyParts(document, ['<'])
    const [top] = childrenOf(readXmlTree(cleanXml(wholeReviews(document))).root, 'feed')
    const whole = all(top, 'reviews').flatMap((list) => all(list, 'review'))
    return {
      title: escapeText(firstText(first(top, 'publisher'), 'name') ?? ''),
      homeUrl: null,
      items: whole.slice(0, MAX_ITEMS).flatMap(toItem),
    }
  },
}

/** Of a list that was cut off, the review it was cut in is left out: half of it would be said to be edited later. */
function wholeReviews(document: string): string {
  if (/<\/reviews>|<reviews\b[^>]*\/>/.test(document)) return document
  const end = document.lastIndexOf('</review>')
  if (end === -1) throw broken('it was cut off before its first review was whole')
  return `${document.slice(0, end)}</review></reviews></feed>`
}

/** What says nothing and rates nothing is none. */
function toItem(review: unknown): GatheredItem[] {
  const text = firstText(review, 'content')
  const title = firstText(review, 'title')
  const rating = ratingOf(review)
  if (text === null && title === null && rating === null) return []
  const product = firstText(first(first(review, 'products'), 'product'), 'product_name')
  return [
    {
      externalId: firstText(review, 'review_id'),
      title: escapeText(title ?? ''),
      markup: null,
      text: text ?? '',
      url: firstText(review, 'review_url'),
      author: authorOf(firstText(first(review, 'reviewer'), 'name')),
      rating,
      publishedAt: firstDate([firstText(review, 'review_timestamp') ?? '']),
      updatedAt: null,
      inReplyTo: null,
      kind: 'review',
      details: product === null ? {} : { product },
    },
  ]
}

function ratingOf(review: unknown): GatheredItem['rating'] {
  const overall = first(first(review, 'ratings'), 'overall')
  const number = (name: string) => {
    const text = attribute(overall, name)
    return text === null ? null : Number(text)
  }
  return readRating(textOf(overall) ?? '', { worst: number('min'), best: number('max') })
}

function authorOf(name: string | null): GatheredItem['author'] {
  return name === null ? null : { name, handle: null, url: null }
}
