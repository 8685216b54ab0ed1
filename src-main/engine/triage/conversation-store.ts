import type { Database } from 'better-sqlite3'
import { prepared } from '../store/prepared.ts'

/** The brand spoke in it at this time, in ms. */
export function noteOurWord(db: Database, conversation: number, at: number): void {
  prepared<[number, number]>(
    db,
    `INSERT INTO conversation (id, our_last_at) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET our_last_at = max(coalesce(our_last_at, 0), excluded.our_last_at)`,
  ).run(conversation, at)
}

/** When the brand last spoke in it, in ms; null where it has not. */
export function ourLastAt(db: Database, conversation: number): number | null {
  const row = prepared<[number], { at: number | null }>(
    db,
    'SELECT our_last_at AS at FROM conversation WHERE id = ?',
  ).get(conversation)
  return row?.at ?? null
}
