import type { ColumnMeaning, DateOrder, FileFormat, RatingScale } from '../../../contract/imports.ts'
import type { RejectedRow } from '../formats/format.ts'

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

/** What a file was read by, to be remembered; null where it has no columns. */
export interface ReadBy {
  readonly heading: string
  readonly mapping: Mapping
}

/** What came of a file. */
export interface ImportedRows {
  readonly rows: number
  readonly added: number
  readonly duplicates: number
  readonly rejected: readonly RejectedRow[]
  readonly readBy: ReadBy | null
}

export function isFileToRead(value: unknown): value is FileToRead {
  return typeof value === 'object' && value !== null && 'task' in value && 'path' in value
}
