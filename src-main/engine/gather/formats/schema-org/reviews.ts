import type { Rating } from '../../../../contract/mentions.ts'
import { resolveUrl } from '../../url.ts'
import type { GatheredItem } from '../format.ts'
import { parseDate } from '../parts/dates.ts'
import { prose, titleMarkup } from '../parts/prose.ts'
import { readRating } from '../parts/rating.ts'
import { textOf, type Thing, things, values } from './thing.ts'

/** Review and what schema.org derives from it. */
const REVIEWS = new Set([
  'Review',
  'UserReview',
  'CriticReview',
  'EmployerReview',
  'MediaReview',
  'ClaimReview',
  'Recommendation',
])

interface FoundReview {
  readonly review: Thing
  /** What the review hangs on, where it hangs on something. */
  readonly of: Thing | null
}

/** Every review among some things, in their order; one that is only pointed to is found where it is said. */
export function reviewsOf(roots: readonly Thing[], baseUrl: string | null): readonly GatheredItem[] {
  const found: FoundReview[] = []
  for (const root of roots) collect(root, null, '', found)
  const byId = indexById(roots)
  const items = found.map((one) => toItem(one, byId, baseUrl)).filter(saysSomething)
  return items.filter(
    ({ externalId }, index) =>
      externalId === null || items.findIndex((other) => other.externalId === externalId) === index,
  )
}

function collect(thing: Thing, of: Thing | null, property: string, found: FoundReview[]): void {
  if (isReview(thing, property)) found.push({ review: thing, of })
  for (const [name, held] of thing.properties) {
    for (const value of held) if (typeof value !== 'string') collect(value, thing, name, found)
  }
}

function isReview(thing: Thing, property: string): boolean {
  if (thing.types.length > 0) return thing.types.some((type) => REVIEWS.has(type))
  return (
    /^reviews?$/.test(property) && ['reviewBody', 'reviewRating'].some((name) => thing.properties.has(name))
  )
}

type ById = ReadonlyMap<string, Thing>

/** A thing with an id, said anywhere: others only name it. */
function indexById(roots: readonly Thing[]): ById {
  const byId = new Map<string, Thing>()
  const look = (thing: Thing) => {
    const known = thing.id === null ? undefined : byId.get(thing.id)
    if (thing.id !== null && (known?.properties.size ?? 0) < thing.properties.size) byId.set(thing.id, thing)
    for (const held of thing.properties.values())
      for (const value of held) if (typeof value !== 'string') look(value)
  }
  roots.forEach(look)
  return byId
}

function whole(thing: Thing, byId: ById): Thing {
  return thing.properties.size === 0 && thing.id !== null ? (byId.get(thing.id) ?? thing) : thing
}

function toItem({ review, of }: FoundReview, byId: ById, baseUrl: string | null): GatheredItem {
  const product = productOf(review, of, byId)
  const id = review.id ?? textOf(review, 'identifier')
  return {
    externalId: id === null ? null : (idAddress(id, baseUrl) ?? id),
    title: titleMarkup(textOf(review, 'headline', 'name') ?? ''),
    ...prose(textOf(review, 'reviewBody', 'description', 'text')),
    url: resolveUrl(textOf(review, 'url'), baseUrl) ?? webAddress(id, baseUrl) ?? baseUrl,
    author: authorOf(review, byId, baseUrl),
    rating: ratingOf(review, byId),
    publishedAt: parseDate(textOf(review, 'datePublished', 'dateCreated')),
    updatedAt: parseDate(textOf(review, 'dateModified')),
    inReplyTo: null,
    kind: 'review',
    details: product === null ? {} : { product },
  }
}

function saysSomething({ title, text, markup, rating }: GatheredItem): boolean {
  return title !== '' || (text ?? markup ?? '') !== '' || rating !== null
}

/** `#r12` tells reviews apart on one page only. */
function idAddress(id: string, baseUrl: string | null): string | null {
  return id.startsWith('#') || id.startsWith('/') ? resolveUrl(id, baseUrl) : null
}

function webAddress(id: string | null, baseUrl: string | null): string | null {
  if (id === null) return null
  return /^https?:\/\//i.test(id) ? id : idAddress(id, baseUrl)
}

function productOf(review: Thing, of: Thing | null, byId: ById): string | null {
  const [reviewed] = things(review, 'itemReviewed').map((thing) => whole(thing, byId))
  const named = reviewed === undefined ? textOf(review, 'itemReviewed') : textOf(reviewed, 'name')
  const name = named ?? (of === null || isReview(of, '') ? null : textOf(of, 'name'))
  return name === null ? null : name.replace(/\s+/g, ' ').slice(0, 300)
}

function authorOf(review: Thing, byId: ById, baseUrl: string | null): GatheredItem['author'] {
  for (const property of ['author', 'creator', 'reviewer']) {
    const people = values(review, property)
    const names = people.flatMap((one) => nameOf(one, byId))
    const [first] = people.filter((one) => typeof one !== 'string').map((thing) => whole(thing, byId))
    if (names.length === 0) continue
    const handle = first === undefined ? null : textOf(first, 'alternateName', 'identifier')
    return {
      name: titleMarkup(names.join(', ')),
      handle: handle?.startsWith('@') === true ? handle : null,
      url: first === undefined ? null : resolveUrl(textOf(first, 'url', 'sameAs'), baseUrl),
    }
  }
  return null
}

function nameOf(person: string | Thing, byId: ById): readonly string[] {
  const name = typeof person === 'string' ? person : textOf(whole(person, byId), 'name', 'alternateName')
  return name === null || name.trim() === '' ? [] : [name.replace(/\s+/g, ' ').trim()]
}

/** https://schema.org/Rating: without its ends a scale goes from 1 to 5. */
function ratingOf(review: Thing, byId: ById): Rating | null {
  const [given] = values(review, 'reviewRating').concat(values(review, 'rating'))
  if (typeof given === 'string') return readRating(given)
  const rating = given === undefined ? review : whole(given, byId)
  const value = textOf(rating, 'ratingValue')
  return value === null
    ? null
    : readRating(value, { best: end(rating, 'bestRating'), worst: end(rating, 'worstRating') })
}

function end(rating: Thing, name: string): number | null {
  const written = textOf(rating, name)
  const number = written === null ? Number.NaN : Number(written.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
