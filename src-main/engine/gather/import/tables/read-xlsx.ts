import { unzipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { CallFailed } from '../../../../contract/failure.ts'
import { ROWS_OF_BATCH } from '../from-file-reader.ts'
import { findHeading } from './heading.ts'
import type { Table, TableRow } from './table.ts'

/** A workbook that says it is larger is a trap, or too large for anyone to have written reviews into. */
const MAX_UNPACKED = 64 * 1024 * 1024

/** The fullest sheet of a workbook. Throws `too-large`, `damaged-file`. */
export async function xlsxTable(body: Uint8Array): Promise<Table> {
  refuseBombs(body)
  const sheets = await readSheets(new Uint8Array(body).buffer).catch((error: unknown) => {
    throw damaged(error)
  })
  const [fullest] = sheets.toSorted((a, b) => b.data.length - a.data.length)
  const rows = (fullest?.data ?? []).flatMap((cells, index): TableRow[] => {
    const texts = cells.map(cellText)
    return texts.every((text) => text === '') ? [] : [{ number: index + 1, cells: texts, wrong: null }]
  })
  const heading = findHeading(rows)
  const data = rows.filter(({ number }) => number > heading.row)
  return {
    columns: heading.columns,
    read: async function* () {
      for (let at = 0; at < data.length; at += ROWS_OF_BATCH)
        yield {
          rows: data.slice(at, at + ROWS_OF_BATCH),
          done: Math.min(at + ROWS_OF_BATCH, data.length),
          total: data.length,
        }
    },
  }
}

/** By what its directory says; the unpacking writes no byte more than that. */
function refuseBombs(body: Uint8Array): void {
  let size = 0
  try {
    unzipSync(body, {
      filter: ({ originalSize }) => {
        size += originalSize
        return false
      },
    })
  } catch (error) {
    throw damaged(error)
  }
  if (size <= MAX_UNPACKED) return
  throw new CallFailed({
    kind: 'too-large',
    message: `The workbook unpacks to ${Math.round(size / 1024 / 1024)} MiB; 64 MiB are read.`,
    hint: 'Save the sheet of mentions as CSV and import that.',
    facts: { bytes: size, most: MAX_UNPACKED },
  })
}

function damaged(error: unknown): CallFailed {
  return new CallFailed({
    kind: 'damaged-file',
    message: 'The workbook cannot be read.',
    hint: 'Open it in a spreadsheet program, save it again as .xlsx or CSV, and import that.',
    facts: { what: error instanceof Error ? error.message.slice(0, 200) : '' },
  })
}

/** A date cell has no zone: it is written as one that has none. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().replace(/(?:T00:00:00)?\.\d+Z$/, '')
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
