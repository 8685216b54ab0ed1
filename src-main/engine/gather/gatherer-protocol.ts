import type { EngineEvent } from '../../contract/events.ts'
import type { Failure } from '../../contract/failure.ts'
import type { GatherResult } from '../../contract/gather.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { Details, MentionKind, Rating } from '../../contract/mentions.ts'
import type { SourceKind } from '../../contract/sources.ts'
import type { AskLimits } from './health/interval.ts'
import type { StoredFeeling } from '../understand/stored.ts'
import type { Reach } from './thread/reach.ts'
import type { RejectedRow } from './formats/format.ts'
import type { FileToRead, ImportedRows } from './import/file-to-read.ts'
import type { PageLinks } from './read/page-links.ts'

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
  /** 48 bits of title, text and rating: another where it was edited. */
  readonly contentHash: number
  /** The SimHash of the text, eight bytes; null where it is too short to say anything. */
  readonly print: Uint8Array | null
  /** Safe HTML; null where the plain text is its own markup. */
  readonly html: string | null
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
  readonly feeling: StoredFeeling
  /** UTC ms. */
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  readonly inReplyTo: string | null
  readonly kind: MentionKind
  readonly details: Details
}

/** One document after the reader. */
export interface ReadDocument {
  readonly format: string
  readonly title: string
  readonly homeUrl: string | null
  readonly kind: SourceKind
  readonly items: readonly ReadMention[]
  /** Rows of a file that could not be read. */
  readonly rejected: readonly RejectedRow[]
  /** Where older items are, for a place that gives its items in pages. */
  readonly nextUrl: string | null
  /** For how long it says that it stays as it is; null when it does not say. */
  readonly ttlSeconds: number | null
}

/** Bytes to be read, as they came. */
export interface FeedDocument {
  readonly body: Uint8Array
  readonly contentType: string | null
  readonly url: string
}

/** What a document turned out to be. */
export type ReadResult =
  /** `page`: a web page that is a feed itself may name others. */
  | { readonly kind: 'feed'; readonly document: ReadDocument; readonly page: PageLinks | null }
  | { readonly kind: 'page'; readonly page: PageLinks }
  /** A list of feeds, as programs exchange them. */
  | { readonly kind: 'list'; readonly opml: string }
  | { readonly kind: 'failed'; readonly failure: Failure }

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
  /** The recipe that led to it, or null when a page did. */
  readonly recipe: string | null
  /** ISO 3166-1 in lower case, where the place keeps a feed for each country. */
  readonly country: string | null
}

/** What a user pasted, and the languages of the brand it is for: some places keep a feed for each country. */
export interface LookedFor {
  readonly url: string
  /** ISO 639-1. */
  readonly languages: readonly string[]
}

/** What the gatherer is asked from the engine's own thread; each is answered once, by its id. */
export type GathererQuestion =
  | {
      readonly kind: 'run'
      readonly brands: readonly BrandPlace[]
      readonly sourceRows: SourceRows
      readonly limits: AskLimits
    }
  | ({ readonly kind: 'look' } & LookedFor)
  | { readonly kind: 'image'; readonly url: string; readonly privateOrigin: string | null }
  | { readonly kind: 'read'; readonly document: FeedDocument }
  | ({ readonly kind: 'import' } & RowsToImport)

/** A file and whose it is. */
export interface RowsToImport {
  readonly place: BrandPlace
  readonly file: FileToRead
  /** Mentions older than this come in as before our time. */
  readonly answersFrom: number
}

/** Which sources of each brand; `all` are those that are not paused, stopped or removed. */
export type SourceRows = Readonly<Record<BrandId, readonly number[] | 'all'>>

/** Where a brand's file lies. The engine's thread has opened, and so migrated, it before. */
export interface BrandPlace {
  readonly brandId: BrandId
  readonly path: string
}

export interface Brands {
  readonly brands: readonly BrandPlace[]
  readonly limits: AskLimits
}

export type ToGatherer =
  | { readonly kind: 'ask'; readonly id: number; readonly question: GathererQuestion }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'proxy'; readonly id: number; readonly proxy: string }
  | { readonly kind: 'brands'; readonly id: number; readonly answer: Brands }
  | { readonly kind: 'reach'; readonly reach: Reach }
  /** Ends what is being gathered, whoever began it. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'wake' }
  /** Something derived has to be made anew. */
  | { readonly kind: 'remake' }
  | { readonly kind: 'close' }

/** What each kind of question is answered with. */
export interface Answers {
  readonly run: GatherResult
  readonly look: readonly FoundDocument[]
  /** A `data:` address. */
  readonly image: string | null
  readonly read: ReadDocument
  readonly import: ImportedRows
}

export type GathererAnswer =
  | { readonly ok: true; readonly answer: Answers[keyof Answers] }
  | { readonly ok: false; readonly failure: Failure }

export type FromGatherer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: GathererAnswer }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'proxy-for'; readonly id: number; readonly url: string }
  | { readonly kind: 'which-brands'; readonly id: number }
  | { readonly kind: 'closed' }

/** What the gatherer's thread is started with. */
export interface GathererSetting {
  readonly clock: SharedArrayBuffer
  readonly turn: SharedArrayBuffer
  readonly binding: string | null
  readonly reader: string
  readonly gathering: 'scheduled' | 'on-demand'
  readonly reach: Reach
}
