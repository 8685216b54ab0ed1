import { z } from 'zod'
import { FailureKind } from './failure.ts'
import { BrandId, Instant, InstantOrDay, MentionId } from './ids.ts'
import { Author, Details, MentionKind, Rating } from './mentions.ts'
import { read, write } from './method.ts'

/** How a file is written. `feed`: whatever gathering reads (RSS, app reviews, a saved page of reviews). */
export const FileFormat = z.enum(['jsonl', 'json', 'csv', 'tsv', 'xlsx', 'mbox', 'eml', 'feed'])
export type FileFormat = z.output<typeof FileFormat>

/** What a column of a file holds. `reply`: what the brand answered, which becomes our voice. */
export const ColumnMeaning = z.enum([
  'id',
  'title',
  'text',
  'author',
  'handle',
  'authorUrl',
  'date',
  'updated',
  'rating',
  'url',
  'language',
  'version',
  'product',
  'votes',
  'inReplyTo',
  'reply',
  'replyDate',
  'ignore',
])
export type ColumnMeaning = z.output<typeof ColumnMeaning>

/** How 03/04/2026 is read: 3 April, 4 March; `year-first` where years stand in front. */
export const DateOrder = z.enum(['day-first', 'month-first', 'year-first'])
export type DateOrder = z.output<typeof DateOrder>

/** The ends of a scale of ratings. */
export const RatingScale = z
  .object({ worst: z.number(), best: z.number() })
  .refine(({ worst, best }) => worst < best, 'worst is below best')
export type RatingScale = z.output<typeof RatingScale>

export const RejectedRow = z.object({ row: z.number().int(), kind: FailureKind, message: z.string() })

/** By a column's name, as import.look gives it. */
const columns = z.record(z.string(), ColumnMeaning)
/** What is not said is remembered from the last file with these columns, or guessed. */
const reading = {
  columns: columns.optional(),
  dateOrder: DateOrder.optional(),
  ratingScale: RatingScale.optional(),
}

/** A row as the mention it would become. */
export const RowPreview = z.object({
  row: z.number().int(),
  title: z.string(),
  text: z.string(),
  author: Author.nullable(),
  rating: Rating.nullable(),
  publishedAt: Instant.nullable(),
  url: z.string().nullable(),
  externalId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  language: z.string().nullable(),
  kind: MentionKind,
  details: Details,
  /** What we answered it, as our voice; null where the row says nothing of it. */
  reply: z.string().nullable(),
})
export type RowPreview = z.output<typeof RowPreview>

export const FileLook = z.object({
  format: FileFormat,
  /** A row number counts as a spreadsheet does: a table's heading is row 1. Mails and lines count from 1. */
  rows: z.number().int(),
  /** Empty where the format says itself what is what: lines of mentions, mails, feeds. */
  columns: z.array(
    z.object({
      /** Told apart by a number where the heading repeats one, and called `Column 2` where it has none. */
      name: z.string(),
      /** Three values at most, shortened. */
      samples: z.array(z.string()),
      /** Null where nobody said and it cannot be guessed: such a column is left out. */
      meaning: ColumnMeaning.nullable(),
    }),
  ),
  /** Every column that has a meaning. */
  mapping: columns,
  /** Null where no column holds dates that need it. */
  dateOrder: DateOrder.nullable(),
  /** Each date of the column can be read both ways, and nobody said which: worth a question. */
  dateOrderIsOpen: z.boolean(),
  /** Null where no column holds ratings. */
  ratingScale: RatingScale.nullable(),
  preview: z.array(RowPreview),
  /** A hundred at most. */
  rejected: z.array(RejectedRow),
  rejectedCount: z.number().int(),
  /** It is read as the last file with these columns was. */
  remembered: z.boolean(),
})
export type FileLook = z.output<typeof FileLook>

export const imports = {
  'import.look': read(
    'Reads a file without bringing anything in: what its columns seem to mean, its first 20 rows as the mentions they would be, and what would be rejected. The path can be passed on to import.file.',
    z.object({ brandId: BrandId, path: z.string().min(1), format: FileFormat.optional(), ...reading }),
    FileLook,
  ),
  'import.file': write(
    'Brings in a file of mentions; the same file twice adds nothing. `jsonl` and `json`: the contract’s field names or what others write; tables and mails as import.look shows them. Dates without a zone are the brand’s. Sends progress; can be cancelled, keeping what is saved.',
    z.object({ brandId: BrandId, path: z.string().min(1), format: FileFormat.optional(), ...reading }),
    z.object({
      rows: z.number().int(),
      added: z.number().int(),
      duplicates: z.number().int(),
      rejected: z.array(RejectedRow),
    }),
  ),
  'mentions.add': write(
    'Adds one mention by hand, for what no source brings. The same one twice is the same mention.',
    z.object({
      brandId: BrandId,
      text: z.string().trim().min(1).max(1_000_000),
      title: z.string().max(1000).optional(),
      author: z.string().max(300).optional(),
      handle: z.string().max(300).optional(),
      url: z.string().trim().max(4000).optional(),
      publishedAt: InstantOrDay.optional(),
      rating: Rating.optional(),
      kind: MentionKind.optional(),
    }),
    z.object({ id: MentionId }),
  ),
}
