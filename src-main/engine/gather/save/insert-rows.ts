import type { Database } from 'better-sqlite3'
import { prepared, preparedLately } from '../../store/prepared.ts'
import { type Cells, rowsJson } from './exact.ts'

/** Bytes of many rows side by side, as many of each; of a row that has none, zeros. */
export interface SideBySide {
  readonly column: string
  readonly width: number
  readonly bytes: Uint8Array
}

export interface Insert {
  readonly table: string
  /** What the cells of each row are, in their order: its id first. */
  readonly columns: readonly string[]
  /** The column that has the row's id where its cell is null. */
  readonly own?: string
  readonly rows: readonly Cells[]
  readonly bytes?: readonly SideBySide[]
}

/** With fewer rows it costs more to look for what they have in common than to take it out of each. */
const MANY = 50

/**
 * Adds rows by one statement, out of JSON: a statement for each costs more than reading its cells out of that. To find a cell
 * there, SQLite goes through those before it; so what is the same in all of many rows is told once.
 */
export function insertRows(db: Database, { table, columns, own, rows, bytes = [] }: Insert): void {
  const [first] = rows
  if (first === undefined) return
  const isCommon = columns.map(
    (_, at) => rows.length >= MANY && rows.every((cells) => cells[at] === first[at]),
  )
  const varying = columns.flatMap((_, at) => (isCommon[at] === true ? [] : [at]))
  const cellOf = (at: number) => (isCommon[at] === true ? '?' : `value ->> '$[${varying.indexOf(at)}]'`)
  const cells = columns.map((column, at) =>
    column === own ? `coalesce(${cellOf(at)}, ${cellOf(0)})` : cellOf(at),
  )
  const sql = `INSERT INTO ${table} (${[...bytes.map(({ column }) => column), ...columns].join(', ')})
    SELECT ${[...bytes.map(taken), ...cells].join(', ')} FROM jsonb_each(?)`
  const common = first.filter((_, at) => isCommon[at])
  const others =
    varying.length === columns.length ? rows : rows.map((row) => varying.map((at) => row[at] ?? null))
  const insert =
    common.length === 0 ? prepared<unknown[]>(db, sql) : preparedLately<unknown, unknown>(db, sql)
  insert.run(...bytes.map((one) => one.bytes), ...common, rowsJson(others))
}

function taken({ width }: SideBySide): string {
  return `nullif(substr(?, key * ${width} + 1, ${width}), zeroblob(${width}))`
}
