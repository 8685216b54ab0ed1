import type { Failure } from '../../../contract/failure.ts'
import type {
  ColumnMeaning,
  DateOrder,
  FileFormat,
  FileLook,
  RatingScale,
} from '../../../contract/imports.ts'
import type { RejectedRow } from '../formats/format.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

/** What the columns of a table mean, and how its dates and ratings are written. */
export interface Mapping {
  readonly columns: Readonly<Record<string, ColumnMeaning>>
  readonly dateOrder: DateOrder | null
  readonly ratingScale: RatingScale | null
}

/** What the user said about a file; the rest is remembered or guessed. */
export interface Given {
  readonly columns?: Mapping['columns'] | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly ratingScale?: RatingScale | undefined
}

/** What a reader of files is started with. */
export interface FileToRead {
  readonly task: 'look' | 'bring-in'
  readonly path: string
  readonly name: string
  /** Null: told by what is in it. */
  readonly format: FileFormat | null
  readonly given: Given
  /** By the heading of the file it was said of. */
  readonly remembered: Readonly<Record<string, Mapping>>
  /** Dates without a zone are the brand's. */
  readonly timezone: string
  /** Who answered where a row holds an answer; null when the brand has no handle, and answers are left out. */
  readonly ours: { readonly name: string; readonly handle: string } | null
  readonly now: number
}

/** Some rows of a file, read. */
export interface RowBatch {
  readonly rows: number
  readonly items: readonly ReadMention[]
  readonly rejected: readonly RejectedRow[]
  /** How far the reading is, in bytes or rows. */
  readonly done: number
  readonly total: number
}

/** What a file was read by, to be remembered; null where it has no columns. */
export interface ReadBy {
  readonly heading: string
  readonly mapping: Mapping
}

export type FromFileReader =
  | { readonly kind: 'looked'; readonly look: FileLook }
  | { readonly kind: 'rows'; readonly batch: RowBatch }
  | { readonly kind: 'end'; readonly readBy: ReadBy | null }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'crashed'; readonly why: string }

/** The engine took a batch in; another may be sent. */
export type ToFileReader = { readonly kind: 'taken' }
/** So many batches may be on their way. */
export const BATCHES_AHEAD = 8
export const ROWS_OF_BATCH = 1000

export function isFileToRead(value: unknown): value is FileToRead {
  return typeof value === 'object' && value !== null && 'task' in value && 'path' in value
}
