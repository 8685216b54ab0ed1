import { z } from 'zod'
import { TagPath } from './acts.ts'
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

/** How often a source may be asked, in minutes: a quarter of an hour to a day. */
export const Minutes = z.number().int().min(15).max(1440)

/**
 * When a source may have said things that nobody gathered. `failing`: it cannot be gathered since then. `missed`: when
 * it could be again, it no longer listed anything that was known. `until` is null while it lasts.
 */
export const Gap = z.object({
  since: Instant,
  until: Instant.nullable(),
  why: z.enum(['failing', 'missed']),
})
export type Gap = z.output<typeof Gap>

/**
 * One word for how a source is. `waiting`: its place asked to come back later. `silent`: it answers, and brings nothing
 * new for longer than it ever should. `file`: imported by hand, never asked.
 */
export const SourceState = z.enum([
  'fine',
  'failing',
  'silent',
  'waiting',
  'paused',
  'stopped',
  'never-tried',
  'file',
])
export type SourceState = z.output<typeof SourceState>

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
  state: SourceState,
  /** How often the user wants it asked; null lets it follow how often it publishes, within the limits of the settings. */
  everyMinutes: Minutes.nullable(),
  /** How often that is now. */
  asksEveryMinutes: z.number().int(),
  /** Everything new it brings gets these. */
  tags: z.array(TagPath),
  /** It was last reached through the system's proxy, where the address it has cannot be checked. */
  viaProxy: z.boolean(),
  /** When the newest thing it lists was said; first seen, where it gives no dates. */
  newestAt: Instant.nullable(),
  /** Since when nothing new was said where something should have been, or null. */
  silentSince: Instant.nullable(),
  /** Not asked before, whoever wants it: its place asked to wait, or is asked in turns (`turn`). */
  waitsUntil: Instant.nullable(),
  waitsFor: z.enum(['retry-after', 'turn']).nullable(),
  /** The last ten, newest first. */
  gaps: z.array(Gap),
  mentions: z.number().int(),
})
export type Source = z.output<typeof Source>

/** What may do instead where a place has no feed: an alerts service, its own export, its e-mails, pasting by hand. */
export const Alternative = z.enum(['alerts-feed', 'csv-import', 'mail-import', 'by-hand'])
export type Alternative = z.output<typeof Alternative>

/** One feed found behind an address, read once, with a guess for the two questions asked when it is added. */
export const FoundFeed = z.object({
  url: z.string(),
  title: z.string(),
  homeUrl: z.string().nullable(),
  kind: SourceKind,
  /** The recipe that knew this kind of place (`subreddit`, `app-store` …), or null when its page named the feed. */
  recipe: z.string().nullable(),
  /** ISO 3166-1 in lower case, where a place keeps a feed for each country: several may be wanted. */
  country: z.string().nullable(),
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

/** What was added of a list of feeds, what was there already, and what cannot be a source. */
const AddedMany = z.object({
  added: z.array(z.object({ sourceId: SourceId, url: z.string(), title: z.string() })),
  already: z.number().int(),
  rejected: z.array(Failure.extend({ url: z.string() })),
})

const opml = z.string().max(5_000_000)
/** `tags`: everything new from a feed gets its folder as a tag, `folder/within` for nested ones. Default: `ignore`. */
const folders = z.enum(['ignore', 'tags']).optional()

/** How sources come in, and how their list leaves. */
export const adding = {
  'sources.find': read(
    'Looks behind any pasted address and says which feeds are there and what they hold. Nothing is added. Fails with no-feed, and what may do instead (facts.alternatives), for a place known to have none.',
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
    z.object({ brandId: BrandId, opml, folders }),
    AddedMany,
  ),
  'sources.opml': read(
    'Writes the list of sources as OPML 2.0: a folder for each brand, or, of one brand, for each tag. Addresses that hold a secret are left out unless asked for.',
    z.object({ brandId: BrandId.optional(), withSecrets: z.boolean().optional() }),
    z.object({
      opml: z.string(),
      sources: z.number().int(),
      /** Left out, because their address holds a secret. */
      withheld: z.number().int(),
    }),
  ),
  'brands.fromOpml': write(
    'Makes a brand of each top folder of an OPML text and adds its feeds, without fetching them. A brand of that name is added to. Feeds in no folder go to a brand called as the list is, or are rejected when it has no title.',
    z.object({ opml, folders }),
    z.object({
      brands: z.array(
        AddedMany.extend({ brandId: BrandId, name: z.string(), was: z.enum(['created', 'there']) }),
      ),
      rejected: AddedMany.shape.rejected,
    }),
  ),
}

export const sources = {
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
      everyMinutes: Minutes.nullable().optional(),
      tags: z.array(TagPath).max(20).optional(),
    }),
    Source,
  ),
  'sources.remove': write(
    'Stops gathering a source and takes it off the list; its mentions stay. Can be undone.',
    z.object({ sourceId: SourceId }),
    z.object({ removed: z.literal(true) }),
  ),
}
