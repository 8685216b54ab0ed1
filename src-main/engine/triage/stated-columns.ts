import type { Database } from 'better-sqlite3'
import { prepared } from '../store/prepared.ts'
import { SURE } from './feeling-columns.ts'

/**
 * What a mention says that questions ask for often stands in its state as well: narrow rows are walked through four times
 * as fast as those of the mention and its text are looked up. Whoever writes a state, or changes what a mention says,
 * writes these columns.
 */
export const STATED = 'sure, stars, lang'

/** What they hold, in their order. */
export interface Stated {
  /** -3 to 3; null where the words do not surely say it. */
  readonly sure: number | null
  readonly stars: number | null
  readonly language: string | null
}

/** What `STATED` holds of the mention of a row. */
export function statedOf(row: string): string {
  const said = (what: string) => `(SELECT ${what} FROM mention WHERE mention.id = ${row})`
  return `${said(SURE)}, ${said('stars')}, (SELECT lang FROM mention_text WHERE mention_text.id = ${row})`
}

/** A mention says something else now; what has no state is not asked about. */
export function refreshStated(db: Database, row: number): void {
  const sql = `UPDATE mention_state SET (${STATED}) = (SELECT ${statedOf('mention_state.id')}) WHERE id = ?`
  prepared<[number]>(db, sql).run(row)
}
