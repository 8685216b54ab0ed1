import type { Database } from 'better-sqlite3'
import { newUid } from '../store/uid.ts'
import { Failure } from '../../contract/failure.ts'
import type { Gap, Source, SourceKind, Brings } from '../../contract/sources.ts'
import type { BrandId } from '../../contract/ids.ts'
import { sourceId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { readCounter } from '../triage/state-store.ts'
import { maskUrl } from './fetch/mask-url.ts'
import type { FoundDocument } from './gatherer-protocol.ts'
import { listGaps, openGap } from './health/gaps-store.ts'
import { type AskLimits, asksEvery } from './health/interval.ts'
import { silentSince } from './health/rhythm.ts'
import { stateOf } from './health/state.ts'
import { waitOf, type Waits } from './health/waits.ts'
import { tagsOf } from './sources/source-tags.ts'

export interface SourceRow {
  readonly id: number
  readonly uid: string
  readonly url: string
  readonly host: string
  readonly home_url: string | null
  readonly title: string
  readonly kind: SourceKind
  readonly format: string
  readonly brings: Brings
  readonly answers_from: number
  readonly private_origin: string | null
  readonly paused: 0 | 1
  readonly added_at: number
  readonly removed_at: number | null
  readonly every_minutes: number | null
  /** JSON: paths in the brand's tag tree. */
  readonly tags: string
}

interface ListedRow extends SourceRow {
  readonly last_try_at: number | null
  readonly last_success_at: number | null
  readonly next_try_at: number | null
  readonly failing_since: number | null
  readonly error: string | null
  readonly stopped: string | null
  readonly publishes_every: number | null
  readonly newest_item_at: number | null
  readonly quiet_after: number | null
  readonly via_proxy: 0 | 1 | null
}

/** What a source's own row does not say of how it is. */
export interface Listing {
  readonly now: number
  readonly limits: AskLimits
  readonly waits: Waits
}

const LISTED = `
  SELECT source.*, last_try_at, last_success_at, next_try_at, failing_since, error, stopped,
    publishes_every, newest_item_at, quiet_after, via_proxy
  FROM source LEFT JOIN source_health ON source_health.source_id = source.id WHERE removed_at IS NULL`

export function listSources(db: Database, brandId: BrandId, listing: Listing): Source[] {
  const gaps = listGaps(db)
  const rows = prepared<[], ListedRow>(db, `${LISTED} ORDER BY source.id`).all()
  return rows.map((row) => toSource(db, brandId, row, gaps.get(row.id) ?? [], listing))
}

export function findSource(db: Database, brandId: BrandId, row: number, listing: Listing): Source | null {
  const found = prepared<[number], ListedRow>(db, `${LISTED} AND source.id = ?`).get(row)
  return found ? toSource(db, brandId, found, listGaps(db).get(row) ?? [], listing) : null
}

export function findSourceRow(db: Database, row: number): SourceRow | null {
  return (
    prepared<[number], SourceRow>(db, 'SELECT * FROM source WHERE id = ? AND removed_at IS NULL').get(row) ??
    null
  )
}

/** The source of an address, whether it stands in the list or was taken off it; the listed one first. */
export function findSourceByUrl(db: Database, url: string): SourceRow | null {
  return (
    prepared<[string], SourceRow>(
      db,
      'SELECT * FROM source WHERE url = ? ORDER BY removed_at IS NOT NULL, id DESC',
    ).get(url) ?? null
  )
}

function toSource(
  db: Database,
  brandId: BrandId,
  row: ListedRow,
  missed: readonly Gap[],
  listing: Listing,
): Source {
  const told = {
    ...identityOf(db, brandId, row),
    ...healthOf(row, listing),
    gaps: [...openGap(row), ...missed].slice(0, GAPS),
  }
  return { ...told, state: stateOf(told) }
}

const GAPS = 10

function identityOf(db: Database, brandId: BrandId, row: ListedRow) {
  return {
    sourceId: sourceId(brandId, row.id),
    uid: row.uid,
    brandId,
    url: row.kind === 'file' ? row.url : maskUrl(row.url),
    homeUrl: row.home_url === null ? null : maskUrl(row.home_url),
    title: row.title,
    kind: row.kind,
    format: row.format,
    brings: row.brings,
    answersFrom: toInstant(row.answers_from),
    paused: row.paused === 1,
    everyMinutes: row.every_minutes,
    tags: tagsOf(row.tags),
    addedAt: toInstant(row.added_at),
    mentions: readCounter(db, 'source', row.id),
  }
}

function healthOf(row: ListedRow, { now, limits, waits }: Listing) {
  const error = toError(row)
  const wait = row.kind === 'file' ? null : waitOf(waits, { ...row, failure: error }, now)
  return {
    stopped: row.stopped,
    lastTryAt: toInstantOrNull(row.last_try_at),
    lastSuccessAt: toInstantOrNull(row.last_success_at),
    nextTryAt: toInstantOrNull(row.next_try_at),
    error,
    asksEveryMinutes: asksEvery(row, limits, now),
    viaProxy: row.via_proxy === 1,
    newestAt: toInstantOrNull(row.newest_item_at),
    silentSince: toInstantOrNull(silentSince(row.newest_item_at, row.quiet_after, row.last_success_at)),
    waitsUntil: toInstantOrNull(wait?.until ?? null),
    waitsFor: wait?.why ?? null,
  }
}

function toError({ error, failing_since }: ListedRow): Source['error'] {
  if (error === null || failing_since === null) return null
  return { ...Failure.parse(JSON.parse(error)), since: toInstant(failing_since) }
}

export type NewSource = Pick<
  SourceRow,
  'url' | 'host' | 'home_url' | 'title' | 'kind' | 'format' | 'brings' | 'answers_from' | 'private_origin'
>

/** Adds a source, or puts one back that was taken off the list: what it brought before is still its own. */
export function addSource(db: Database, source: NewSource, now: number): number {
  const removed = findSourceByUrl(db, source.url)
  const row = removed ? putBack(db, removed.id, source) : insert(db, source, now)
  prepared<[number]>(db, 'DELETE FROM source_health WHERE source_id = ?').run(row)
  prepared<[number]>(db, 'INSERT INTO source_health (source_id) VALUES (?)').run(row)
  prepared<[number]>(db, 'DELETE FROM passed_over WHERE source_id = ?').run(row)
  return row
}

function insert(db: Database, source: NewSource, now: number): number {
  const row = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `INSERT INTO source (uid, url, host, home_url, title, kind, format, brings, answers_from, private_origin, added_at)
     VALUES (@uid, @url, @host, @home_url, @title, @kind, @format, @brings, @answers_from, @private_origin, @added_at)
     RETURNING id`,
  ).get({ ...source, uid: newUid(), added_at: now })
  if (!row) throw new Error('A source could not be added.')
  return row.id
}

function putBack(db: Database, row: number, source: NewSource): number {
  prepared<[Record<string, unknown>]>(
    db,
    `UPDATE source SET removed_at = NULL, paused = 0, home_url = @home_url, title = @title, kind = @kind, format = @format,
       brings = @brings, answers_from = @answers_from, private_origin = @private_origin WHERE id = @row`,
  ).run({ ...source, row })
  return row
}

/** Keeps what was fetched to show the source: its first gathering. */
export function keepFirstBody(db: Database, row: number, found: FoundDocument): void {
  prepared<unknown[]>(
    db,
    `INSERT OR REPLACE INTO source_first_body (source_id, body, content_type, etag, last_modified, fetched_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(row, found.body, found.contentType, found.etag, found.lastModified, found.fetchedAt)
}

/**
 * Forgets what was passed over and that nothing has changed since, so that the next gathering looks again at
 * everything the sources still list: the brand's words changed. With `row`, one source only.
 */
export function lookAgain(db: Database, row: number | null = null): void {
  for (const sql of [
    'DELETE FROM passed_over WHERE (@row IS NULL OR source_id = @row)',
    `UPDATE source_health SET etag = NULL, last_modified = NULL, validators_at = NULL, body_hash = NULL, next_try_at = NULL
     WHERE failures = 0 AND stopped IS NULL AND (@row IS NULL OR source_id = @row)`,
  ]) {
    prepared<[{ row: number | null }]>(db, sql).run({ row })
  }
}

/** A source that was paused, or stopped for good, is asked again at once. */
export function resume(db: Database, row: number): void {
  prepared<[number]>(
    db,
    'UPDATE source_health SET stopped = NULL, next_try_at = NULL WHERE source_id = ?',
  ).run(row)
}

/** A source that is fine is asked again as often as the user now wants; null leaves its next time to the next answer. */
export function reschedule(db: Database, row: number, everyMinutes: number | null): void {
  if (everyMinutes === null) return
  prepared<[number, number]>(
    db,
    `UPDATE source_health SET next_try_at = last_try_at + ? * 60000
     WHERE source_id = ? AND failures = 0 AND last_try_at IS NOT NULL`,
  ).run(everyMinutes, row)
}
