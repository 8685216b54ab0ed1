import type { Database, Statement } from 'better-sqlite3'

// Caches, not state: compiling a statement costs more than most of them take to run.
const statements = new WeakMap<Database, Map<string, Statement>>()

// Of what is asked in many forms, the last few of each connection: views are opened again and again.
const lately = new WeakMap<Database, Map<string, Statement>>()
const LATELY = 8

/** The compiled statement of an SQL text of which there are too many to keep all. */
export function preparedLately<Row, Parameter = string | number>(
  db: Database,
  sql: string,
): Statement<Parameter[], Row> {
  const known = lately.get(db) ?? new Map<string, Statement>()
  lately.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.delete(sql)
  known.set(sql, statement)
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size > LATELY) known.delete(oldest)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the row type is the caller's word, as with db.prepare<>
  return statement as unknown as Statement<Parameter[], Row>
}

/** The compiled statement of an SQL text on a connection, compiled once. */
export function prepared<Parameters extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Parameters, Row> {
  const known = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, known)
  let statement = known.get(sql)
  if (!statement) known.set(sql, (statement = db.prepare(sql)))
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the row type is the caller's word, as with db.prepare<>
  return statement as unknown as Statement<Parameters, Row>
}
