import type { OpenText } from '../open-text.ts'
import { recordsOf } from './csv-records.ts'
import { guessDelimiter } from './delimiter.ts'
import { findHeading, type Heading } from './heading.ts'
import type { Table, TableBatch, TableRow } from './table.ts'

/** Excel's own way to say what separates the cells, as the first line of a file. */
const SEPARATOR = /^sep=(.)\r?\n/i

/** A text file of cells; null when nothing in it separates any, and `alone` says that one column is too few. */
export function csvTable(file: OpenText, alone: 'allowed' | 'no-table'): Table | null {
  const separator = SEPARATOR.exec(file.head)?.[1]
  const delimiter = separator ?? guessDelimiter(file.head)
  if (delimiter === null && alone === 'no-table') return null
  const sign = delimiter ?? ','
  const first = toRows(recordsOf(file.head, sign, 'more-follows').records, 0, null)
  const whole = first.length > 0 ? first : toRows(recordsOf(file.head, sign, 'end').records, 0, null)
  const heading = findHeading(whole.filter(({ cells }) => !/^sep=/i.test(cells[0] ?? '')))
  return { columns: heading.columns, read: () => readRows(file, sign, heading) }
}

async function* readRows(file: OpenText, delimiter: string, heading: Heading): AsyncGenerator<TableBatch> {
  let rest = ''
  let number = 0
  const take = (text: string, what: 'more-follows' | 'end') => {
    const { records, used, unclosed } = recordsOf(text, delimiter, what)
    const rows = toRows(records, number, unclosed).filter((row) => row.number > heading.row)
    number += records.length
    rest = text.slice(used)
    return rows.map((row) => checked(row, heading.columns.length))
  }
  let at = 0
  for await (const { text, done } of file.read()) {
    at = done
    const rows = take(rest + text, 'more-follows')
    if (rows.length > 0) yield { rows, done, total: file.bytes }
  }
  const last = rest === '' ? [] : take(rest, 'end')
  yield { rows: last, done: at, total: file.bytes }
}

function toRows(
  records: readonly (readonly string[])[],
  before: number,
  unclosed: number | null,
): TableRow[] {
  return records.flatMap((cells, index): TableRow[] =>
    cells.every((cell) => cell.trim() === '')
      ? []
      : [
          {
            number: before + index + 1,
            cells,
            wrong: index === unclosed ? 'a quotation mark that opens in it is never closed' : null,
          },
        ],
  )
}

/** More cells than there are columns: something that should be in quotation marks is not, and the rest is displaced. */
function checked(row: TableRow, columns: number): TableRow {
  const cells = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (row.wrong !== null || cells <= columns) return row
  return { ...row, wrong: `it has ${cells} cells, where there are ${columns} columns` }
}
