import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { CallFailed, Failure } from '../../contract/failure.ts'
import { failureOfSqlite } from '../store/failure-of-sqlite.ts'
import { giveWay, type WriteTurn } from '../store/user-act.ts'
import { fetchDocument, type Fetched, type Network } from './fetch/fetch-document.ts'
import { webPage } from './fetch/failures.ts'
import * as health from './health-store.ts'
import type { Lanes } from './lanes.ts'
import type { Reader } from './read/start-reader.ts'
import { saveDocument } from './save-document.ts'
import { parseUrl } from './url.ts'
import { areValidatorsFresh, isToWait, nextAfterFailure, nextAfterSuccess } from './schedule.ts'

export type Gathered =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'saved'; readonly added: number; readonly revised: number; readonly duplicates: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' }

export interface Gathering {
  readonly network: Network
  /** Only asking waits for its host: what came is read and saved while the next is asked. */
  readonly hosts: Lanes
  readonly reader: Reader
  readonly turn: WriteTurn
  readonly now: () => number
  readonly chance: () => number
  readonly everyMinutes: number
  readonly log: (line: string) => void
}

type Source = health.SourceToGather
type Fresh = Extract<Fetched, { kind: 'fresh' }>

const FIRST_BODY_MS = 3_600_000

/** Gathers one source: fetched, read, saved, its health noted. Never throws for what the source, or its disk, did. */
export async function gatherSource(
  gathering: Gathering,
  db: Database,
  source: Source,
  signal: AbortSignal,
): Promise<Gathered> {
  try {
    return await gather(gathering, db, source, signal)
  } catch (error) {
    gathering.log(
      `gathering source ${source.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    const failure = error instanceof CallFailed ? error.failure : (failureOfSqlite(error) ?? BUG)
    noteIfPossible(gathering, db, source, failure)
    return { kind: 'failed', failure }
  }
}

/** A source that fails for a reason of our own is slowed down like any other; a full disk cannot note even that. */
function noteIfPossible(gathering: Gathering, db: Database, source: Source, failure: Failure): void {
  try {
    fail(gathering, db, source, failure, null)
  } catch (error) {
    gathering.log(`source ${source.id}: its failure could not be noted: ${String(error)}`)
  }
}

const BUG: Failure = {
  kind: 'bug',
  message:
    'Something went wrong inside Ventanilla while it gathered this source. What was saved before is safe.',
  hint: 'Nothing is lost; it is tried again by itself. The log says more.',
}

async function gather(
  gathering: Gathering,
  db: Database,
  source: Source,
  signal: AbortSignal,
): Promise<Gathered> {
  const lastError = source.error === null ? null : Failure.parse(JSON.parse(source.error))
  if (lastError && isToWait(lastError, source.next_try_at, gathering.now()))
    return { kind: 'failed', failure: lastError }
  const fetched =
    firstGathering(db, source, gathering.now()) ?? (await fetchInTurn(gathering, source, signal))
  switch (fetched.kind) {
    case 'cancelled':
      return fetched
    case 'failed':
      return fail(gathering, db, source, fetched.failure, fetched.retryAfterSeconds)
    case 'unchanged':
      succeed(gathering, db, source, null, fetched.movedTo)
      return { kind: 'unchanged' }
    case 'fresh':
      return receive(gathering, db, source, fetched, signal)
  }
}

/** What was fetched when the source was added, provided that was a moment ago. */
function firstGathering(db: Database, source: Source, now: number): Fresh | null {
  const first = health.findFirstBody(db, source.id)
  if (first === null || now - first.fetched_at > FIRST_BODY_MS || now < first.fetched_at) return null
  return {
    kind: 'fresh',
    body: first.body,
    contentType: first.content_type,
    etag: first.etag,
    lastModified: first.last_modified,
    url: source.url,
    movedTo: null,
    isPrivate: false,
  }
}

function fetchInTurn(gathering: Gathering, source: Source, signal: AbortSignal): Promise<Fetched> {
  const host = parseUrl(source.url)?.host ?? source.url
  return gathering.hosts.enter(host, async () =>
    signal.aborted ? { kind: 'cancelled' } : fetchSource(gathering, source, signal),
  )
}

function fetchSource({ network, now }: Gathering, source: Source, signal: AbortSignal): Promise<Fetched> {
  const mayBeUnchanged = areValidatorsFresh(source.validators_at, now())
  return fetchDocument(
    network,
    {
      url: source.url,
      privateOrigin: source.private_origin,
      etag: mayBeUnchanged ? source.etag : null,
      lastModified: mayBeUnchanged ? source.last_modified : null,
      accepts: 'feed',
    },
    signal,
  )
}

async function receive(
  gathering: Gathering,
  db: Database,
  source: Source,
  fetched: Fresh,
  signal: AbortSignal,
): Promise<Gathered> {
  const bodyHash = createHash('sha256').update(fetched.body).digest('hex')
  if (bodyHash === source.body_hash) {
    succeed(gathering, db, source, { ...fetched, bodyHash }, fetched.movedTo)
    return { kind: 'unchanged' }
  }
  const { body, contentType, url } = fetched
  const read = await gathering.reader.read({ body, contentType, url })
  if (read.kind === 'failed') return fail(gathering, db, source, read.failure, null)
  if (read.kind === 'page') return fail(gathering, db, source, webPage(new URL(url).host), null)
  const counts = await saveDocument(gathering, db, source, read.document, signal)
  if (counts === null) return { kind: 'cancelled' }
  // Only now that all of it is saved: a validator kept too early would hide what a crash lost.
  succeed(gathering, db, source, { ...fetched, bodyHash }, fetched.movedTo)
  return { kind: 'saved', ...counts }
}

function succeed(
  gathering: Gathering,
  db: Database,
  source: Source,
  fresh: (Fresh & { readonly bodyHash: string }) | null,
  movedTo: string | null,
): void {
  const now = gathering.now()
  const nextTryAt = nextAfterSuccess(now, gathering.everyMinutes, gathering.chance())
  giveWay(gathering.turn)
  db.transaction(() => {
    health.noteSuccess(db, source.id, { now, nextTryAt, fresh, movedTo })
    if (fresh) health.forgetFirstBody(db, source.id)
    // A captive portal may say once that everything has moved; a real move is said twice.
    if (movedTo !== null && movedTo === source.moved_to) health.moveSource(db, source.id, movedTo)
  }).immediate()
}

function fail(
  gathering: Gathering,
  db: Database,
  source: Source,
  failure: Failure,
  retryAfterSeconds: number | null,
): Gathered {
  const now = gathering.now()
  const nextTryAt = nextAfterFailure(now, source.failures, retryAfterSeconds, gathering.chance())
  const stopped = failure.kind === 'gone' ? failure.message : null
  giveWay(gathering.turn)
  db.transaction(() => {
    health.noteFailure(db, source.id, { now, nextTryAt, failure, stopped })
    health.forgetFirstBody(db, source.id)
  }).immediate()
  return { kind: 'failed', failure }
}
