import type { Database } from 'better-sqlite3'
import type { Gap } from '../../../contract/sources.ts'
import { prepared } from '../../store/prepared.ts'
import { toInstant } from '../../store/time.ts'

const KEPT = 100

interface GapRow {
  readonly source_id: number
  readonly since: number
  readonly until: number
}

/** What each source said and nobody gathered, newest first. */
export function listGaps(db: Database): ReadonlyMap<number, readonly Gap[]> {
  const gaps = new Map<number, Gap[]>()
  const rows = prepared<[], GapRow>(db, 'SELECT * FROM source_gap ORDER BY since DESC').all()
  for (const { source_id: row, since, until } of rows) {
    const gap = { since: toInstant(since), until: toInstant(until), why: 'missed' } as const
    gaps.set(row, [...(gaps.get(row) ?? []), gap])
  }
  return gaps
}

/** Notes that what a source said between two times was not gathered. The oldest of very many are forgotten. */
export function addGap(db: Database, row: number, since: number, until: number): void {
  prepared<[number, number, number]>(
    db,
    'INSERT OR REPLACE INTO source_gap (source_id, since, until) VALUES (?, ?, ?)',
  ).run(row, since, until)
  prepared<[number, number, number]>(
    db,
    `DELETE FROM source_gap WHERE source_id = ? AND since <
       (SELECT since FROM source_gap WHERE source_id = ? ORDER BY since DESC LIMIT 1 OFFSET ?)`,
  ).run(row, row, KEPT - 1)
}

/** What a source that fails has not been heard since. */
export function openGap(row: {
  readonly failing_since: number | null
  readonly last_success_at: number | null
}): Gap[] {
  if (row.failing_since === null) return []
  return [{ since: toInstant(row.last_success_at ?? row.failing_since), until: null, why: 'failing' }]
}
