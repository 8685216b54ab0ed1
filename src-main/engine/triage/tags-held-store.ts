import type { Database } from 'better-sqlite3'
import { prepared } from '../store/prepared.ts'
import { findTag, findTagByUid } from './tags-store.ts'

/** How the journal holds tags: by their uids, in the order of their rows. */
export function uidsOf(db: Database, rows: readonly number[]): string[] {
  return rows.flatMap((row) => {
    const tag = prepared<[number], { uid: string }>(db, 'SELECT uid FROM tag WHERE id = ?').get(row)
    return tag ? [tag.uid] : []
  })
}

/** The row of a tag the journal holds, if it is still there. */
export function tagStill(db: Database, held: string | number): number | null {
  if (typeof held === 'string') return findTagByUid({ db }, held)?.id ?? null
  return prepared<[number], { id: number }>(db, 'SELECT id FROM tag WHERE id = ?').get(held)?.id ?? null
}

/** The same; of one that was merged into another, that one. */
export function tagNow(db: Database, held: string | number): number | null {
  const still = tagStill(db, held)
  if (still !== null || typeof held === 'number') return still
  const path = pathWhenMerged(db, held)
  return path === null ? null : (findTag({ db }, path)?.id ?? null)
}

/** What a tag was called when it was merged away. Looks through the journal: it is seldom asked. */
function pathWhenMerged(db: Database, uid: string): string | null {
  const sql = `SELECT json_extract(before, '$.path') AS path FROM act_change
    WHERE subject = 'tag' AND field = ? ORDER BY act_id DESC LIMIT 1`
  return prepared<[string], { path: string }>(db, sql).get(`removed ${uid}`)?.path ?? null
}
