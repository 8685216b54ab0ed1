import type { Details, MentionKind, Rating } from '../../../contract/mentions.ts'

/** One item as its place gave it: nothing cleaned, nothing guessed, no look at the database. */
export interface GatheredItem {
  readonly externalId: string | null
  /** Markup: a place that gives plain text escapes it (`escapeText`). */
  readonly title: string
  /** HTML as given, or null where the place gives plain text. */
  readonly markup: string | null
  readonly text: string | null
  /** What relative links of its markup start from, where the place says so itself. */
  readonly baseUrl?: string | null
  readonly url: string | null
  /** Where it stands itself, when `url` only leads there through somebody who counts. */
  readonly originalUrl?: string | null
  readonly author: {
    readonly name: string
    readonly handle: string | null
    readonly url: string | null
  } | null
  readonly rating: Rating | null
  /** UTC ms, null where missing or unreadable. */
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  /** The external id it answers. */
  readonly inReplyTo: string | null
  readonly kind: MentionKind | null
  /** What a review says beside its words: version, votes, product. */
  readonly details?: Details
}

/** A row of a file that could not be read; the rest goes on. */
export interface RejectedRow {
  readonly row: number
  readonly message: string
}

export interface GatheredDocument {
  readonly title: string
  readonly homeUrl: string | null
  readonly items: readonly GatheredItem[]
  readonly rejected?: readonly RejectedRow[]
  /** Where older items of the same place are, for a place that gives its items in pages. */
  readonly nextUrl?: string | null
  /** For how long it says that it stays as it is. */
  readonly ttlSeconds?: number | null
}

/** One way a place writes down what was said. One file a format, listed in index.ts; content decides before address. */
export interface SourceFormat {
  readonly name: string
  readonly recognises: (text: string, contentType: string | null) => boolean
  /** Throws `broken-document` with what is wrong, for a person. `baseUrl` resolves relative links. */
  readonly parse: (text: string, baseUrl: string | null) => GatheredDocument | Promise<GatheredDocument>
}
