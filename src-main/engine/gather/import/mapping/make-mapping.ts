import type { Given, Mapping } from '../file-to-read.ts'
import type { Table } from '../tables/table.ts'
import { decideOrder, decideScale } from './decide.ts'
import { guessColumns, type StudiedColumn } from './guess-columns.ts'
import { newStudy, studyCell } from './study.ts'

export interface MadeMapping {
  readonly mapping: Mapping
  readonly dateOrderIsOpen: boolean
  readonly origin: 'remembered' | 'given' | 'guessed'
}

/** What a table's heading is remembered by. */
export function headingOf({ columns }: Table): string {
  return columns.map((name) => name.toLowerCase()).join('\n')
}

/** After so many rows most columns are known for what they are. */
const ROWS_TO_KNOW = 2000

/** What the values of each column are like, and how many rows there are. */
export async function study(
  table: Table,
  now: number,
): Promise<{ readonly columns: readonly StudiedColumn[]; readonly rows: number }> {
  const columns = table.columns.map((name, index) => ({ name, index, study: newStudy() }))
  let open = columns
  let rows = 0
  for await (const batch of table.read()) {
    for (const { cells, wrong } of batch.rows) {
      rows += 1
      if (rows === ROWS_TO_KNOW) open = columns.filter((column) => isOpen(column.study))
      if (wrong !== null) continue
      for (const column of open) studyCell(column.study, cells[column.index] ?? '', now)
    }
  }
  return { columns, rows }
}

/** Whether later rows may still say something else: the order of dates, the scale of ratings, or anything at all. */
function isOpen({ filled, dates, ratings }: StudiedColumn['study']): boolean {
  return filled === 0 || dates.open > 0 || (ratings.numbers > filled / 2 && ratings.most <= 100)
}

/** What the user says goes before what is remembered, and that before what is guessed. */
export function makeMapping(
  columns: readonly StudiedColumn[],
  given: Given,
  remembered: Mapping | undefined,
): MadeMapping {
  const meant = { ...(remembered?.columns ?? guessColumns(columns)), ...given.columns }
  const order = decideOrder(dateColumn(columns, meant)?.study.dates ?? newStudy().dates)
  const said = given.dateOrder ?? remembered?.dateOrder ?? undefined
  return {
    mapping: {
      columns: meant,
      dateOrder: said ?? order.order,
      ratingScale: given.ratingScale ?? remembered?.ratingScale ?? scaleOf(columns, meant),
    },
    dateOrderIsOpen: said === undefined && order.isOpen,
    origin: remembered !== undefined ? 'remembered' : given.columns === undefined ? 'guessed' : 'given',
  }
}

function dateColumn(columns: readonly StudiedColumn[], meant: Mapping['columns']): StudiedColumn | undefined {
  const dates = columns.filter(({ name }) => /^(?:date|updated|replyDate)$/.test(meant[name] ?? ''))
  return dates.find(({ name }) => meant[name] === 'date') ?? dates[0]
}

function scaleOf(columns: readonly StudiedColumn[], meant: Mapping['columns']): Mapping['ratingScale'] {
  const rating = columns.find(({ name }) => meant[name] === 'rating')
  return rating === undefined ? null : decideScale(rating.name, rating.study.ratings)
}
