import { driveByWords, driveOf, type Drive, type Order } from './drive.ts'
import type { Condition } from './keywords/keyword.ts'
import type { Asked } from './to-sql.ts'

export type { Order } from './drive.ts'

/** A statement and what its `?` stand for, in order. */
export type Sql = Condition

/** Where a page goes on: past this row, or from it on where another brand's page has shown its equal. */
export interface Position {
  readonly row: number
  /** Its place in the order of care, where that is the order. */
  readonly care?: number
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

/**
 * What waits for an answer among what a question matches, who needs it most first, or read back; with its place in that
 * order. The order is an index of its own: a page is a walk along it.
 */
export function selectInCare(
  asked: Asked,
  { now, back, after, limit }: { now: number; back: boolean; after: Position | null; limit: number },
): Sql {
  const conditions = [
    { sql: 'state.unanswered = 1', parameters: [] },
    { sql: 'state.snoozed_until IS NULL OR state.snoozed_until <= ?', parameters: [now] },
    ...(after === null ? [] : [pastInCare(after, back)]),
    ...asked.conditions,
  ]
  const words = asked.match === null ? [] : [{ sql: 'mention_fts MATCH ?', parameters: [asked.match] }]
  const from =
    asked.match === null
      ? 'mention_state state'
      : 'mention_fts CROSS JOIN mention_state state ON state.id = mention_fts.rowid'
  const { sql, parameters } = selection({
    from,
    parameters: [],
    id: 'state.id',
    conditions: [...words, ...conditions],
    inOrder: false,
  })
  const direction = back ? 'DESC' : 'ASC'
  return {
    sql: `SELECT state.id AS row, state.care AS score ${sql} ORDER BY state.care ${direction}, state.id ${direction} LIMIT ?`,
    parameters: [...parameters, limit],
  }
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

function pastInCare({ row, care = 0, shown }: Position, back: boolean): Condition {
  const past = `${back ? '<' : '>'}${shown === 'shown' ? '' : '='}`
  return { sql: `(state.care, state.id) ${past} (?, ?)`, parameters: [care, row] }
}

function pastPosition(order: Order, { row, shown }: Position): Condition {
  const past = order === 'newest' ? '<' : '>'
  return { sql: `state.id ${past}${shown === 'shown' ? '' : '='} ?`, parameters: [row] }
}
