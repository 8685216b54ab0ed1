import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'

/** Notes new mentions for the rules, in the transaction that saves them. Nothing is noted while no rule works. */
export function noteDue(db: Database, rows: readonly number[]): void {
  if (rows.length === 0 || !hasWorkingRules(db)) return
  prepared<[string]>(
    db,
    `INSERT OR IGNORE INTO rule_due (mention_id)
     SELECT value FROM json_each(?) WHERE value IN (SELECT id FROM mention_state)`,
  ).run(JSON.stringify(rows))
}

function hasWorkingRules(db: Database): boolean {
  const sql = 'SELECT id FROM rule WHERE works = 1 AND removed_at IS NULL LIMIT 1'
  return prepared<[], { id: number }>(db, sql).get() !== undefined
}

export function hasDue(db: Database): boolean {
  const sql = 'SELECT mention_id AS id FROM rule_due LIMIT 1'
  return prepared<[], { id: number }>(db, sql).get() !== undefined
}

export interface Due {
  readonly first: number
  readonly last: number
}

/** Puts the oldest of what is due into `rule_rows`, a table private to this connection; null when nothing is due. */
export function takeDue(db: Database, most: number): Due | null {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS rule_rows (id INTEGER PRIMARY KEY)')
  prepared<[]>(db, 'DELETE FROM rule_rows').run()
  prepared<[number]>(
    db,
    'INSERT INTO rule_rows SELECT mention_id FROM rule_due ORDER BY mention_id LIMIT ?',
  ).run(most)
  const sql = 'SELECT min(id) AS first, max(id) AS last FROM rule_rows'
  const due = prepared<[], { first: number | null; last: number | null }>(db, sql).get()
  return due && due.first !== null && due.last !== null ? { first: due.first, last: due.last } : null
}

/** What the rules have seen is never due again. */
export function forgetDue(db: Database, { last }: Due): void {
  prepared<[number]>(db, 'DELETE FROM rule_due WHERE mention_id <= ?').run(last)
}
