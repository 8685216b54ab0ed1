import { driveByWords, driveOf, type Drive, type Order } from './drive.ts'
import type { Condition } from './keywords/keyword.ts'
import type { Asked } from './to-sql.ts'

export type { Order } from './drive.ts'

/** A statement and what its `?` stand for, in order. */
export type Sql = Condition

/** Where a page goes on: past this row, or from it on where another brand's page has shown its equal. */
export interface Position {
  readonly row: number
  readonly shown: 'shown' | 'not-shown'
}

/** The rows of the mentions a question matches, in the order of time, a page of them. */
export function selectRows(asked: Asked, order: Order, after: Position | null, limit: number): Sql {
  const past = after === null ? [] : [pastPosition(order, after)]
  const drive = driveOf(asked, past, { order, limit })
  const { sql, parameters } = selection(drive)
  const inOrder = drive.inOrder ? '' : `ORDER BY ${drive.id} ${order === 'newest' ? 'DESC' : 'ASC'}`
  return { sql: `SELECT ${drive.id} AS row ${sql} ${inOrder} LIMIT ?`, parameters: [...parameters, limit] }
}

/** The same, best match first: only for questions with words and few hits. */
export function selectBest(asked: Asked, limit: number): Sql {
  const { sql, parameters } = selection(driveByWords(asked))
  return {
    sql: `SELECT mention_fts.rowid AS row, bm25(mention_fts) AS score ${sql} ORDER BY score, row DESC LIMIT ?`,
    parameters: [...parameters, limit],
  }
}

export function selectCount(asked: Asked): Sql {
  const { sql, parameters } = selection(driveOf(asked, [], null))
  return { sql: `SELECT count(*) AS n ${sql}`, parameters }
}

function selection({ from, parameters, conditions }: Drive): Sql {
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ')
  return {
    sql: `FROM ${from} ${where === '' ? '' : `WHERE ${where}`}`,
    parameters: [...parameters, ...conditions.flatMap((each) => each.parameters)],
  }
}

function pastPosition(order: Order, { row, shown }: Position): Condition {
  const past = order === 'newest' ? '<' : '>'
  return { sql: `state.id ${past}${shown === 'shown' ? '' : '='} ?`, parameters: [row] }
}
