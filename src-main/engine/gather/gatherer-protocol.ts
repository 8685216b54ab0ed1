import type { MentionKind, Rating } from '../../contract/mentions.ts'
import type { SourceKind } from '../../contract/sources.ts'

/** One item after the reader: decoded, safe, understood; ready to be saved. */
export interface ReadMention {
  readonly externalId: string | null
  /** The address without tracking parameters, which identifies an item that has no id. */
  readonly canonicalUrl: string | null
  readonly url: string | null
  /** Plain text, 1,000 characters at most. */
  readonly title: string
  /** Plain text, a million characters at most. */
  readonly text: string
  readonly html: string
  readonly images: number
  /** The source's own markup, deflated; null where it gave plain text. */
  readonly original: Uint8Array | null
  readonly author: {
    readonly name: string
    readonly handle: string | null
    readonly url: string | null
  } | null
  readonly rating: Rating | null
  /** ISO 639, or null when not sure. */
  readonly language: string | null
  /** UTC ms. */
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  readonly inReplyTo: string | null
  readonly kind: MentionKind
}

/** One document after the reader. */
export interface ReadDocument {
  readonly format: string
  readonly title: string
  readonly homeUrl: string | null
  readonly kind: SourceKind
  readonly items: readonly ReadMention[]
}

/** Bytes to be read, as they came. */
export interface FeedDocument {
  readonly body: Uint8Array
  readonly contentType: string | null
  readonly url: string
}

/** One feed found behind an address, with what was fetched, so that its first gathering need not ask again. */
export interface FoundDocument {
  readonly document: ReadDocument
  /** The feed's address, after redirects. */
  readonly url: string
  readonly body: Uint8Array
  readonly contentType: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly fetchedAt: number
  /** The private origin the user consented to by giving the address, or null. */
  readonly privateOrigin: string | null
}
