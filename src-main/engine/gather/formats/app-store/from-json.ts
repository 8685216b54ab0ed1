import { z } from 'zod'
import { broken } from '../parts/broken.ts'
import { MAX_ITEMS, refuseTooManyParts } from '../parts/limits.ts'
import type { Entry, Feed } from './feed.ts'

/** A value with its attributes, as Apple turns every XML element into JSON. */
const Label = z
  .object({ label: z.string() })
  .transform(({ label }) => label)
  .nullish()
  .catch(null)
const Link = z.object({ attributes: z.object({ rel: z.string().nullish(), href: z.string().nullish() }) })
const JsonEntry = z.object({
  id: Label,
  title: Label,
  content: z.union([Label, z.array(Label)]).optional(),
  link: z.unknown().optional(),
  author: z.object({ name: Label, uri: Label }).nullish().catch(null),
  updated: Label,
  'im:rating': Label,
  'im:version': Label,
  'im:voteSum': Label,
  'im:name': Label,
})
const JsonFeed = z.object({
  feed: z.object({ title: Label, link: z.unknown().optional(), entry: z.unknown().optional() }),
})

/** Throws `broken-document`. */
export function fromJson(text: string): Feed {
  const { feed } = readJson(text)
  const links = several(feed.link)
  return {
    title: feed.title ?? null,
    next: hrefOf(links, 'next'),
    self: hrefOf(links, 'self'),
    alternate: hrefOf(links, 'alternate'),
    entries: several(feed.entry)
      .slice(0, MAX_ITEMS)
      .flatMap((raw) => {
        const entry = JsonEntry.safeParse(raw)
        return entry.success ? [entryOfJson(entry.data)] : []
      }),
  }
}

function readJson(text: string): z.output<typeof JsonFeed> {
  refuseTooManyParts(text, ['{', '['])
  try {
    return JsonFeed.parse(JSON.parse(text))
  } catch {
    throw broken('its JSON is broken, or was cut off')
  }
}

/** What is there once is given alone, what is there twice as a list. */
function several(given: unknown): readonly unknown[] {
  if (given === undefined || given === null) return []
  return Array.isArray(given) ? given : [given]
}

function hrefOf(links: readonly unknown[], rel: string | null): string | null {
  for (const given of links) {
    const link = Link.safeParse(given)
    if (link.success && (rel === null || link.data.attributes.rel === rel))
      return link.data.attributes.href ?? null
  }
  return null
}

function entryOfJson(entry: z.output<typeof JsonEntry>): Entry {
  const content = Array.isArray(entry.content) ? entry.content[0] : entry.content
  return {
    id: entry.id ?? null,
    title: entry.title ?? null,
    text: content ?? null,
    markup: null,
    link: hrefOf(several(entry.link), null),
    author: { name: entry.author?.name ?? null, url: entry.author?.uri ?? null },
    updated: entry.updated ?? null,
    published: null,
    rating: entry['im:rating'] ?? null,
    version: entry['im:version'] ?? null,
    votes: entry['im:voteSum'] ?? null,
    app: entry['im:name'] ?? null,
  }
}
