import type { FeedDocument, ReadDocument, ReadResult } from '../gatherer-protocol.ts'
import type { PackedMentions } from './packed-mentions.ts'
import type { PageLinks } from './page-links.ts'

/** What the gatherer's reader is asked. */
export interface ToReader {
  readonly id: number
  readonly document: FeedDocument
}

/** What a document turned out to be, on its way from the reader. */
export type SentResult =
  | Exclude<ReadResult, { readonly kind: 'feed' }>
  | {
      readonly kind: 'feed'
      readonly document: Omit<ReadDocument, 'items'>
      readonly packed: PackedMentions
      readonly page: PageLinks | null
    }

export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly id: number; readonly result: SentResult }
  | { readonly kind: 'crashed'; readonly id: number; readonly why: string }
