import { stringify } from 'csv-stringify/sync'
import type { TagReport } from '../../../contract/reports.ts'
import type { Exporter, Words } from './exporter.ts'

/**
 * One tidy table: a row for the report, its totals, each day, each tag, each quote and each source, told apart by
 * the first column. RFC 4180, UTF-8 with its mark so that spreadsheets read accents.
 */
export const csv: Exporter = {
  format: 'csv',
  write: (report, words) => {
    const cells = rowsOf(report, words).map((row) => COLUMNS.map((column) => cell(row[column])))
    // A lone CR or LF inside a cell is quoted too, as RFC 4180 has it.
    const options = { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const
    return Buffer.from(stringify([headings(words), ...cells], options))
  },
}

const COLUMNS = [
  'section',
  'name',
  'mentions',
  'people',
  'answered',
  'unanswered',
  'rated',
  'averageStars',
  'stars1',
  'stars2',
  'stars3',
  'stars4',
  'stars5',
  'text',
  'author',
  'place',
  'url',
  'stars',
  'at',
  'from',
  'to',
  'lastSuccessAt',
  'failingSince',
  'gaps',
] as const
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>

function headings(words: Words): string[] {
  const { columns } = words
  return [
    columns.section,
    columns.name,
    words.mentions,
    words.people,
    words.answered,
    words.unanswered,
    words.rated,
    words.averageStars,
    ...[1, 2, 3, 4, 5].map(words.stars),
    columns.text,
    columns.author,
    columns.place,
    columns.address,
    columns.stars,
    columns.at,
    columns.from,
    columns.to,
    words.lastSuccess,
    columns.failingSince,
    columns.gaps,
  ]
}

function rowsOf(report: TagReport, words: Words): Row[] {
  const { totals, timezone } = report
  const { sections } = words
  const local = inZone(timezone)
  const totalsRow = { section: sections.totals, ...counted(totals) }
  const period = { from: local(report.from).slice(0, 10), to: local(report.to).slice(0, 10) }
  return [
    {
      section: sections.report,
      name: report.brandName,
      text: report.where ?? '',
      place: timezone,
      at: local(report.madeAt),
      ...period,
    },
    totalsRow,
    { section: sections.untagged, mentions: totals.untagged },
    ...report.days.map(({ day, mentions }) => ({ section: sections.day, name: day, mentions })),
    ...report.tags.map((tag) => ({ section: sections.tag, name: tag.tag, ...counted(tag) })),
    ...report.tags.flatMap(({ tag, quotes }) =>
      quotes.map((quote) => ({ section: sections.quote, name: tag, ...quote, at: local(quote.at) })),
    ),
    ...report.coverage.map(({ title, mentions, lastSuccessAt, failingSince, gaps }) => ({
      section: sections.source,
      name: title,
      mentions,
      lastSuccessAt: lastSuccessAt === null ? null : local(lastSuccessAt),
      failingSince: failingSince === null ? null : local(failingSince),
      gaps: gaps
        .map(({ since, until }) => words.gap(local(since), until === null ? null : local(until)))
        .join('; '),
    })),
  ]
}

/** An instant by the brand's own clock, as every spreadsheet reads it: `2026-03-01 09:30`. */
function inZone(timezone: string): (instant: string) => string {
  // Swedish writes times in the order of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return (instant) => format.format(new Date(instant))
}

function counted({
  mentions,
  people,
  answered,
  unanswered,
  rated,
  averageStars,
  stars,
}: Omit<TagReport['totals'], 'untagged'>): Row {
  const [stars1 = 0, stars2 = 0, stars3 = 0, stars4 = 0, stars5 = 0] = stars
  return {
    mentions,
    people,
    answered,
    unanswered,
    rated,
    averageStars,
    stars1,
    stars2,
    stars3,
    stars4,
    stars5,
  }
}

/**
 * What a spreadsheet could take for a formula gets an apostrophe before it, and so does what begins with one: taking
 * off one leading apostrophe always gives the text back. https://owasp.org/www-community/attacks/CSV_Injection
 */
const DANGEROUS = /^(?:[\s\p{C}]*[=+\-@＝＋－＠]|['\t\r\n])/u

function cell(value: string | number | null | undefined): string | number {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' && DANGEROUS.test(value) ? `'${value}` : value
}
