import type { Failure } from '../../../contract/failure.ts'
import type { FileLook } from '../../../contract/imports.ts'
import type { RejectedRow } from '../formats/format.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import type { PackedMentions } from '../read/packed-mentions.ts'
import type { ReadBy } from './file-to-read.ts'

/** Some rows of a file, read. */
export interface RowBatch {
  readonly rows: number
  readonly items: readonly ReadMention[]
  readonly rejected: readonly RejectedRow[]
  /** How far the reading is, in bytes or rows. */
  readonly done: number
  readonly total: number
}

export type FromFileReader =
  | { readonly kind: 'looked'; readonly look: FileLook }
  | { readonly kind: 'rows'; readonly batch: Omit<RowBatch, 'items'>; readonly packed: PackedMentions }
  | { readonly kind: 'end'; readonly readBy: ReadBy | null }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'crashed'; readonly why: string }

/** The engine took a batch in; another may be sent. */
export type ToFileReader = { readonly kind: 'taken' }
/** So many batches may be on their way: while one piece is saved, the next is read, so that neither waits for the other. */
export const BATCHES_AHEAD = 24
export const ROWS_OF_BATCH = 1000
