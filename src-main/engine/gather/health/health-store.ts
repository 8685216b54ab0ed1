import type { Database } from 'better-sqlite3'
import type { Failure } from '../../../contract/failure.ts'
import { prepared } from '../../store/prepared.ts'
import type { Rhythm } from './rhythm.ts'

/** What the gatherer needs to know of a source before it asks it. */
export interface SourceToGather {
  readonly id: number
  readonly url: string
  readonly host: string
  readonly title: string
  readonly brings: 'everything' | 'what-names-us'
  readonly added_at: number
  readonly every_minutes: number | null
  readonly kind: string
  readonly private_origin: string | null
  readonly paused: 0 | 1
  readonly etag: string | null
  readonly last_modified: string | null
  readonly validators_at: number | null
  readonly body_hash: string | null
  readonly last_try_at: number | null
  readonly last_success_at: number | null
  readonly next_try_at: number | null
  /** Until when its last answer said that it stays as it is. */
  readonly cached_until: number | null
  readonly publishes_every: number | null
  readonly newest_item_at: number | null
  readonly failures: number
  readonly error: string | null
  readonly stopped: string | null
  readonly moved_to: string | null
  /** When what was fetched to add it was, if that is still to be read. */
  readonly first_fetched_at: number | null
}

/** The sample brand's places are made up (RFC 2606 keeps `.example` free of any): nobody is asked for them. */
const MADE_UP = `source.host LIKE '%.example' AND EXISTS (SELECT 1 FROM brand WHERE sample = 1)`

const TO_GATHER = `
  SELECT source.id, url, host, title, kind, brings, added_at, every_minutes, private_origin, paused, etag, last_modified,
    validators_at, body_hash, last_try_at, last_success_at, next_try_at, cached_until, publishes_every, newest_item_at,
    coalesce(failures, 0) AS failures, error, stopped, moved_to,
    (SELECT fetched_at FROM source_first_body first WHERE first.source_id = source.id) AS first_fetched_at
  FROM source LEFT JOIN source_health ON source_health.source_id = source.id
  WHERE removed_at IS NULL AND kind <> 'file' AND NOT (${MADE_UP})`

/** The sources of a brand that are gathered by themselves. */
export function listSourcesToGather(db: Database): SourceToGather[] {
  return prepared<[], SourceToGather>(
    db,
    `${TO_GATHER} AND paused = 0 AND stopped IS NULL ORDER BY source.id`,
  ).all()
}

export function findSourceToGather(db: Database, row: number): SourceToGather | null {
  return prepared<[number], SourceToGather>(db, `${TO_GATHER} AND source.id = ?`).get(row) ?? null
}

export interface FirstBody {
  readonly body: Buffer
  readonly content_type: string | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly fetched_at: number
}

export function findFirstBody(db: Database, row: number): FirstBody | null {
  return (
    prepared<[number], FirstBody>(
      db,
      'SELECT body, content_type, etag, last_modified, fetched_at FROM source_first_body WHERE source_id = ?',
    ).get(row) ?? null
  )
}

export function forgetFirstBody(db: Database, row: number): void {
  prepared<[number]>(db, 'DELETE FROM source_first_body WHERE source_id = ?').run(row)
}

export interface Success {
  readonly now: number
  readonly nextTryAt: number
  readonly freshSeconds: number | null
  readonly viaProxy: boolean
  readonly movedTo: string | null
}

export function noteSuccess(db: Database, row: number, success: Success): void {
  const { now, nextTryAt, freshSeconds, viaProxy, movedTo } = success
  ensureHealth(db, row)
  prepared<unknown[]>(
    db,
    `UPDATE source_health SET last_try_at = ?, last_success_at = ?, next_try_at = ?, cached_until = ?, via_proxy = ?,
       failures = 0, failing_since = NULL, error = NULL, stopped = NULL, moved_to = ? WHERE source_id = ?`,
  ).run(
    now,
    now,
    nextTryAt,
    freshSeconds === null ? null : now + freshSeconds * 1000,
    viaProxy ? 1 : 0,
    movedTo,
    row,
  )
}

/** How the next request may ask whether anything changed; all null when it is to ask for everything again. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string | null
}

export function keepValidators(db: Database, row: number, validators: Validators, now: number): void {
  const { etag, lastModified, bodyHash } = validators
  prepared<unknown[]>(
    db,
    'UPDATE source_health SET etag = ?, last_modified = ?, validators_at = ?, body_hash = ? WHERE source_id = ?',
  ).run(etag, lastModified, bodyHash === null ? null : now, bodyHash, row)
}

export function keepRhythm(
  db: Database,
  row: number,
  { publishesEvery, newestAt, quietAfter }: Rhythm,
): void {
  prepared<unknown[]>(
    db,
    'UPDATE source_health SET publishes_every = ?, newest_item_at = ?, quiet_after = ? WHERE source_id = ?',
  ).run(publishesEvery, newestAt, quietAfter, row)
}

export interface Failing {
  readonly now: number
  readonly nextTryAt: number
  readonly failure: Failure
  readonly stopped: string | null
}

export function noteFailure(db: Database, row: number, { now, nextTryAt, failure, stopped }: Failing): void {
  ensureHealth(db, row)
  prepared<unknown[]>(
    db,
    `UPDATE source_health SET last_try_at = ?, next_try_at = ?, failures = failures + 1,
       failing_since = coalesce(failing_since, ?), error = ?, stopped = ? WHERE source_id = ?`,
  ).run(now, nextTryAt, now, JSON.stringify(failure), stopped, row)
}

/** A source whose turn is later is asked then. */
export function postpone(db: Database, row: number, until: number): void {
  ensureHealth(db, row)
  prepared<[number, number]>(db, 'UPDATE source_health SET next_try_at = ? WHERE source_id = ?').run(
    until,
    row,
  )
}

function ensureHealth(db: Database, row: number): void {
  prepared<[number]>(db, 'INSERT OR IGNORE INTO source_health (source_id) VALUES (?)').run(row)
}

/** What a source that was added without being fetched turned out to be. A title the user gave stays. */
export function describeSource(
  db: Database,
  row: number,
  {
    title,
    homeUrl,
    format,
  }: { readonly title: string; readonly homeUrl: string | null; readonly format: string },
): void {
  prepared<unknown[]>(
    db,
    `UPDATE source SET title = CASE WHEN title IN ('', host) AND ? <> '' THEN ? ELSE title END,
       home_url = coalesce(home_url, ?), format = ? WHERE id = ? AND (format <> ? OR title IN ('', host))`,
  ).run(title, title, homeUrl, format, row, format)
}

/** The source lives at another address from now on, unless one of that address is there already. */
export function moveSource(db: Database, row: number, url: string): void {
  prepared<unknown[]>(db, 'UPDATE OR IGNORE source SET url = ? WHERE id = ?').run(url, row)
}

/** When this brand was last gathered with success. */
export function lastGathered(db: Database): number | null {
  const row = prepared<[], { at: number | null }>(
    db,
    'SELECT max(last_success_at) AS at FROM source_health',
  ).get()
  return row?.at ?? null
}
