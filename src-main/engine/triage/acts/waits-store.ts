import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { OpenAct } from '../journal.ts'

/** For whom or what a mention waits, and since when, as the journal holds it: the two change together. */
export const WAIT_TEXT = "(SELECT since || ' ' || words FROM mention_wait WHERE mention_wait.id = state.id)"

/** Notes for whom or what everything in `touched` waits from now on; null: for nothing any more. */
export function writeWaits(db: Database, act: OpenAct, words: string | null, now: number): void {
  prepared<[number, string | null]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', state.id, 'waits', ${WAIT_TEXT}, ? FROM touched CROSS JOIN mention_state state USING (id)
     ${words === null ? 'WHERE state.id IN (SELECT id FROM mention_wait)' : ''}`,
  ).run(act.id, words === null ? null : `${now} ${words}`)
  if (words === null) clearWaits(db)
  else {
    const sql = 'INSERT OR REPLACE INTO mention_wait SELECT id, ?, ? FROM touched'
    prepared<[number, string]>(db, sql).run(now, words)
  }
}

function clearWaits(db: Database): void {
  prepared<[]>(db, 'DELETE FROM mention_wait WHERE id IN (SELECT id FROM touched)').run()
}

/** What everything in `touched` waited for before an act. */
export function restoreWaits(db: Database, act: OpenAct): void {
  clearWaits(db)
  prepared<[number]>(
    db,
    `INSERT INTO mention_wait
     SELECT touched.id, CAST(substr(before, 1, instr(before, ' ') - 1) AS INTEGER), substr(before, instr(before, ' ') + 1)
     FROM touched CROSS JOIN act_change change ON change.row_id = touched.id
     WHERE change.act_id = ? AND change.subject = 'mention' AND change.field = 'waits' AND before IS NOT NULL`,
  ).run(act.id)
}

/** A reply went out that promised something, or that left nothing to wait for. */
export function noteWait(db: Database, row: number, since: number | null): void {
  if (since === null) prepared<[number]>(db, 'DELETE FROM mention_wait WHERE id = ?').run(row)
  else prepared<[number, number]>(db, "INSERT OR REPLACE INTO mention_wait VALUES (?, ?, '')").run(row, since)
}

/** For whom or what one mention waits, and since when in UTC ms; null where nobody said so. */
export function findWait(
  db: Database,
  row: number,
): { readonly words: string; readonly since: number } | null {
  const sql = 'SELECT words, since FROM mention_wait WHERE id = ?'
  return prepared<[number], { words: string; since: number }>(db, sql).get(row) ?? null
}
