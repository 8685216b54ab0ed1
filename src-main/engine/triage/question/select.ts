import type { Condition } from './keywords/keyword.ts'
import type { Asked } from './to-sql.ts'

/** A statement and what its `?` stand for, in order. */
export type Sql = Condition

export type Order = 'newest' | 'oldest'

/** Where a page goes on: past this row, or from it on where another brand's page has shown its equal. */
export interface Position {
  readonly row: number
  readonly shown: 'shown' | 'not-shown'
}

/** The rows of the mentions a question matches, in the order of time, a page of them. */
export function selectRows(asked: Asked, order: Order, after: Position | null, limit: number): Sql {
  const past = after === null ? [] : [pastPosition(order, after)]
  const { sql, parameters } = selection(asked, past)
  const direction = order === 'newest' ? 'DESC' : 'ASC'
  return {
    sql: `SELECT ${idOf(asked)} AS row ${sql} ORDER BY ${idOf(asked)} ${direction} LIMIT ?`,
    parameters: [...parameters, limit],
  }
}

/** The same, best match first: only for questions with words and few hits. */
export function selectBest(asked: Asked, limit: number): Sql {
  const { sql, parameters } = selection(asked, [])
  return {
    sql: `SELECT mention_fts.rowid AS row, bm25(mention_fts) AS score ${sql} ORDER BY score, row DESC LIMIT ?`,
    parameters: [...parameters, limit],
  }
}

export function selectCount(asked: Asked): Sql {
  const { sql, parameters } = selection(asked, [])
  return { sql: `SELECT count(*) AS n ${sql}`, parameters }
}

/** The full-text index drives where it is asked: it gives rows in the order of time without sorting. */
function idOf(asked: Asked): string {
  return asked.match === null ? 'state.id' : 'mention_fts.rowid'
}

function selection(asked: Asked, more: readonly Condition[]): Sql {
  const conditions = [...asked.conditions, ...more].map((each) => driven(asked, each))
  const where = conditions.map(({ sql }) => `(${sql})`)
  const parameters = conditions.flatMap((each) => each.parameters)
  if (asked.match === null) {
    const sql = `FROM mention_state state ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`
    return { sql, parameters }
  }
  return {
    sql: `FROM mention_fts CROSS JOIN mention_state state ON state.id = mention_fts.rowid
      WHERE ${['mention_fts MATCH ?', ...where].join(' AND ')}`,
    parameters: [asked.match, ...parameters],
  }
}

/** A stretch of time is told to the index itself, so that it does not walk through all the years before. */
function driven(asked: Asked, each: Condition): Condition {
  const isStretch = /^state\.id (?:<|<=|>|>=) \?(?: AND state\.id < \?)?$/.test(each.sql)
  return isStretch ? { ...each, sql: each.sql.replaceAll('state.id', idOf(asked)) } : each
}

function pastPosition(order: Order, { row, shown }: Position): Condition {
  const past = order === 'newest' ? '<' : '>'
  return { sql: `state.id ${past}${shown === 'shown' ? '' : '='} ?`, parameters: [row] }
}
