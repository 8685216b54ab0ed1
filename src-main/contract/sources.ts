import { z } from 'zod'
import { Failure } from './failure.ts'
import { BrandId, Instant, InstantOrDay, SourceId } from './ids.ts'
import { read, write } from './method.ts'

export const Brings = z.enum(['everything', 'what-names-us'])
export type Brings = z.output<typeof Brings>

/** `feed`: posts or articles. `comments`: a thread's or a site's comments. `reviews`: with ratings. `file`: imported by hand. */
export const SourceKind = z.enum(['feed', 'comments', 'reviews', 'file'])
export type SourceKind = z.output<typeof SourceKind>

const address = z.string().trim().min(1).max(4000)

/** A source's failure, with since when. */
export const SourceError = Failure.extend({ since: Instant })

export const Source = z.object({
  sourceId: SourceId,
  uid: z.uuid(),
  brandId: BrandId,
  /** The feed's address; what may be a secret in it is masked with `…`. */
  url: z.string(),
  homeUrl: z.string().nullable(),
  title: z.string(),
  kind: SourceKind,
  /** The format file that reads it: `rss`, `atom`, `json-feed`, `jsonl` … */
  format: z.string(),
  brings: Brings,
  answersFrom: Instant.nullable(),
  paused: z.boolean(),
  /** Why gathering stopped for good (the server said the source is gone), or null. */
  stopped: z.string().nullable(),
  addedAt: Instant,
  lastTryAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  error: SourceError.nullable(),
  mentions: z.number().int(),
})
export type Source = z.output<typeof Source>

/** One feed found behind an address, read once, with a guess for the two questions asked when it is added. */
export const FoundFeed = z.object({
  url: z.string(),
  title: z.string(),
  homeUrl: z.string().nullable(),
  kind: SourceKind,
  format: z.string(),
  found: z.number().int(),
  /** The newest items, ten at most. */
  items: z.array(
    z.object({
      title: z.string(),
      text: z.string(),
      author: z.string(),
      publishedAt: Instant.nullable(),
      url: z.string().nullable(),
    }),
  ),
  guess: z.object({
    brings: Brings,
    /** Why, for a person: `reviews` all are of the brand; `names-few`: n of found name the brand. */
    because: z.enum(['reviews', 'own-place', 'names-all', 'names-few', 'no-words']),
    naming: z.number().int(),
    answersFrom: Instant,
  }),
})
export type FoundFeed = z.output<typeof FoundFeed>

export const sources = {
  'sources.find': read(
    'Looks behind any pasted address and says which feeds are there and what they hold. Nothing is added.',
    z.object({ brandId: BrandId, url: address }),
    z.object({ items: z.array(FoundFeed) }),
  ),
  'sources.add': write(
    'Finds the feed behind an address and adds it to a brand. What was fetched is its first gathering.',
    z.object({
      brandId: BrandId,
      url: address,
      kind: SourceKind.optional(),
      brings: Brings.optional(),
      answersFrom: InstantOrDay.optional(),
    }),
    z.object({ sourceId: SourceId, title: z.string(), kind: SourceKind, found: z.number().int() }),
  ),
  'sources.addMany': write(
    'Adds every feed of an OPML text to a brand, without fetching them; the next gathering does.',
    z.object({ brandId: BrandId, opml: z.string().max(5_000_000) }),
    z.object({
      added: z.array(z.object({ sourceId: SourceId, url: z.string(), title: z.string() })),
      already: z.number().int(),
      rejected: z.array(Failure.extend({ url: z.string() })),
    }),
  ),
  'sources.list': read(
    'Lists sources with their health.',
    z.object({ brandId: BrandId.optional() }),
    z.object({ items: z.array(Source) }),
  ),
  'sources.set': write(
    'Changes a source; can be undone.',
    z.object({
      sourceId: SourceId,
      title: z.string().trim().min(1).max(300).optional(),
      brings: Brings.optional(),
      paused: z.boolean().optional(),
      answersFrom: InstantOrDay.optional(),
    }),
    Source,
  ),
  'sources.remove': write(
    'Stops gathering a source and takes it off the list; its mentions stay. Can be undone.',
    z.object({ sourceId: SourceId }),
    z.object({ removed: z.literal(true) }),
  ),
}
