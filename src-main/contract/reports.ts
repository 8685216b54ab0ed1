import { z } from 'zod'
import { TagPath } from './acts.ts'
import { BrandId, Instant, InstantOrDay, ReportId } from './ids.ts'
import { Question } from './mentions.ts'
import { read, write } from './method.ts'
import { Gap } from './sources.ts'

export const Quote = z.object({
  text: z.string(),
  author: z.string(),
  place: z.string(),
  url: z.string().nullable(),
  at: Instant,
  stars: z.number().nullable(),
})
export type Quote = z.output<typeof Quote>

const counted = {
  mentions: z.number().int(),
  people: z.number().int(),
  unanswered: z.number().int(),
  answered: z.number().int(),
  rated: z.number().int(),
  /** Of five, one decimal, or null where nothing is rated. */
  averageStars: z.number().nullable(),
  /** How many of one star, two, … five. */
  stars: z.array(z.number().int()).length(5),
}

export const TagReport = z.object({
  reportId: ReportId,
  uid: z.uuid(),
  brandId: BrandId,
  brandName: z.string(),
  brandColour: z.string(),
  timezone: z.string(),
  from: Instant,
  to: Instant,
  madeAt: Instant,
  /** The question it answers; null: everything said in the period. */
  where: z.string().nullable().default(null),
  totals: z.object({ ...counted, untagged: z.number().int() }),
  /** Days of the brand's time zone, oldest first, each day of the period once. */
  days: z.array(z.object({ day: z.iso.date(), mentions: z.number().int() })),
  tags: z.array(z.object({ tag: z.string(), ...counted, quotes: z.array(Quote) })),
  /** What the numbers rest on: sources that failed in the period are said. */
  coverage: z.array(
    z.object({
      title: z.string(),
      mentions: z.number().int(),
      lastSuccessAt: Instant.nullable(),
      failingSince: Instant.nullable(),
      /** When things may be missing, within the period; a report made before this was known says none. */
      gaps: z.array(Gap).default([]),
    }),
  ),
})
export type TagReport = z.output<typeof TagReport>

export const ExportFormat = z.enum(['csv', 'html'])

export const reports = {
  'reports.make': write(
    'Makes a tag report: what a set of tags says about a period. Without `tags`, every tag used in it; with `where`, only of what a question matches.',
    z.object({
      brandId: BrandId,
      tags: z.array(TagPath).optional(),
      where: Question.optional(),
      from: InstantOrDay,
      to: InstantOrDay,
    }),
    TagReport,
  ),
  'reports.get': read('A report that was made.', z.object({ reportId: ReportId }), TagReport),
  'reports.export': write(
    'Writes a report to a file: `csv` for spreadsheets, `html` one self-contained page that prints well.',
    z.object({
      reportId: ReportId,
      format: ExportFormat,
      /** A path from the terminal; from the window the one-use grant its save dialog gave. */
      path: z.string().min(1),
      language: z.enum(['es', 'en']).optional(),
    }),
    z.object({ path: z.string(), bytes: z.number().int() }),
  ),
}
