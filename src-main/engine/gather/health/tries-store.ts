import type { Database } from 'better-sqlite3'
import { Failure } from '../../../contract/failure.ts'
import type { Try } from '../../../contract/source-health.ts'
import { prepared } from '../../store/prepared.ts'
import { toInstant } from '../../store/time.ts'

const KEPT = 50

/** One try as it is noted; its time is UTC ms. */
export interface Tried extends Omit<Try, 'at'> {
  readonly at: number
}

/** Notes a try in its source's log; the oldest make room. */
export function addTry(db: Database, row: number, tried: Tried): void {
  const { failure, tookMs, ...fields } = tried
  const added = prepared<[Record<string, unknown>], { number: number }>(
    db,
    `INSERT INTO source_try (source_id, number, at, took, outcome, status, bytes, added, revised, duplicates, failure)
     VALUES (@row, (SELECT coalesce(max(number), 0) + 1 FROM source_try WHERE source_id = @row),
       @at, @took, @outcome, @status, @bytes, @added, @revised, @duplicates, @failure) RETURNING number`,
  ).get({ ...fields, row, took: tookMs, failure: failure === null ? null : JSON.stringify(failure) })
  prepared<[number, number]>(db, 'DELETE FROM source_try WHERE source_id = ? AND number <= ?').run(
    row,
    (added?.number ?? 0) - KEPT,
  )
}

interface TryRow extends Omit<Tried, 'failure' | 'tookMs'> {
  readonly took: number
  readonly failure: string | null
}

/** A source's fetch log, newest first. */
export function listTries(db: Database, row: number): Try[] {
  const rows = prepared<[number], TryRow>(
    db,
    `SELECT at, took, outcome, status, bytes, added, revised, duplicates, failure
     FROM source_try WHERE source_id = ? ORDER BY number DESC`,
  ).all(row)
  return rows.map(({ at, took, failure, ...counts }) => ({
    ...counts,
    at: toInstant(at),
    tookMs: took,
    failure: failure === null ? null : Failure.parse(JSON.parse(failure)),
  }))
}
