import { broken } from './parts/broken.ts'
import { firstDate } from './parts/dates.ts'
import { parseJson } from './parts/json.ts'
import { MAX_ITEMS } from './parts/limits.ts'
import { escapeText } from './parts/markup.ts'
import { readRating } from './parts/rating.ts'
import type { GatheredItem, SourceFormat } from './format.ts'

type Fields = Readonly<Record<string, unknown>>

/** What shops and blogs call what a review says. One list each to add to, the best first. */
const NAMES = {
  list: ['reviews', 'comments', 'data', 'results', 'items'],
  id: ['id', 'review_id', 'uuid'],
  title: ['title', 'headline'],
  text: ['review', 'body', 'content', 'text', 'comment', 'review_text'],
  rating: ['rating', 'score', 'stars'],
  author: ['reviewer', 'author', 'author_name', 'user', 'customer', 'nickname'],
  name: ['name', 'display_name', 'username'],
  date: [
    'created_at',
    'date_created_gmt',
    'date_gmt',
    'date_created',
    'date',
    'published_at',
    'submitted_at',
  ],
  update: ['updated_at', 'date_modified_gmt'],
  url: ['url', 'link', 'permalink', 'review_url'],
  product: ['product_title', 'product_name'],
} as const

/**
 * Reviews as shops answer them in JSON: WooCommerce, Judge.me, Yotpo and others like them; and the comments of WordPress,
 * which are written down alike.
 */
export const shopReviews: SourceFormat = {
  name: 'shop-reviews',
  recognises: (document) =>
    /^\s*[[{]/.test(document) &&
    /"(?:rating|score|stars|author_name)"\s*:/.test(document) &&
    !/"@(?:context|type)"\s*:/.test(document) &&
    listIn(document).some(isReview),
  parse: (document) => {
    const reviews = listIn(document).filter(isReview)
    if (reviews.length === 0) throw broken('it is JSON, but no list of reviews')
    return { title: '', homeUrl: null, items: reviews.slice(0, MAX_ITEMS).map(toItem) }
  },
}

/** The list, wherever the answer wraps it; empty where there is none, or no JSON. */
function listIn(document: string): readonly Fields[] {
  try {
    return findList(parseJson(document), 2)
  } catch {
    return []
  }
}

function findList(value: unknown, deep: number): readonly Fields[] {
  if (Array.isArray(value)) return value.filter(isFields)
  if (!isFields(value) || deep === 0) return []
  for (const name of [...NAMES.list, 'response']) {
    const list = findList(value[name], deep - 1)
    if (list.length > 0) return list
  }
  return []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Somebody says, or rates, something: a product has a rating and a title, too. */
function isReview(entry: Fields): boolean {
  const says = wordsOf(entry, NAMES.text) !== null
  const rates = ratingOf(entry) !== null
  return nameOf(entry) !== null && (says || rates) && (rates || 'author_name' in entry)
}

function toItem(entry: Fields): GatheredItem {
  const words = wordsOf(entry, NAMES.text) ?? ''
  const isMarkup = /<\/?[a-z][^>]*>/i.test(words)
  const name = nameOf(entry)
  const rating = ratingOf(entry)
  const product = wordsOf(entry, NAMES.product)
  const parent = wordsOf(entry, ['parent'])
  return {
    externalId: wordsOf(entry, NAMES.id),
    title: escapeText(wordsOf(entry, NAMES.title) ?? ''),
    markup: isMarkup ? words : null,
    text: isMarkup ? null : words,
    url: wordsOf(entry, NAMES.url),
    author: name === null ? null : { name, handle: null, url: wordsOf(entry, ['author_url']) },
    rating,
    publishedAt: dateOf(entry, NAMES.date),
    updatedAt: dateOf(entry, NAMES.update),
    inReplyTo: parent === null || parent === '0' ? null : parent,
    kind: rating === null ? 'comment' : 'review',
    details: product === null ? {} : { product },
  }
}

/** The first field that says something; `{ rendered }` is how WordPress writes a text. */
function wordsOf(entry: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = entry[name]
    const plain = isFields(value) ? value['rendered'] : value
    const text = typeof plain === 'string' || typeof plain === 'number' ? String(plain).trim() : ''
    if (text !== '') return text
  }
  return null
}

function nameOf(entry: Fields): string | null {
  for (const name of NAMES.author) {
    const who = entry[name]
    const found = isFields(who) ? wordsOf(who, NAMES.name) : wordsOf(entry, [name])
    if (found !== null) return found
  }
  return null
}

/** Nobody gives no stars: where a comment may rate and did not, shops write 0. */
function ratingOf(entry: Fields): GatheredItem['rating'] {
  const rating = readRating(wordsOf(entry, NAMES.rating) ?? '')
  return rating === null || rating.value === 0 ? null : rating
}

/** What is called GMT says no zone. */
function dateOf(entry: Fields, names: readonly string[]): number | null {
  return firstDate(
    names.map((name) => {
      const text = wordsOf(entry, [name]) ?? ''
      return name.endsWith('_gmt') && !/(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? `${text}Z` : text
    }),
  )
}
