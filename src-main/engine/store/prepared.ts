import type { Database, Statement } from 'better-sqlite3'

// A cache, not state: compiling a statement costs more than most of them take to run.
const statements = new WeakMap<Database, Map<string, Statement>>()

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
