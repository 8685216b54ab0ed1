import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { CallFailed, type Failure } from '../../../contract/failure.ts'
import { failureOfSqlite } from '../../store/failure-of-sqlite.ts'
import { askSource, firstGathering } from './ask-source.ts'
import type { Attempt, Fresh, Gathered, Gathering } from './attempt.ts'
import { listOfFeeds, webPage } from '../fetch/failures.ts'
import { toldToWait } from '../health/waits.ts'
import { askedBefore } from '../health/waits-store.ts'
import { LONGEST_SECONDS } from '../fetch/freshness.ts'
import type { SourceToGather } from '../health/health-store.ts'
import { noteFailed, noteLost, noteSaved, noteUnchanged, type Reply } from './note-source.ts'
import { letGo } from '../fetch/let-go.ts'
import { savePages } from './save-pages.ts'

/** Gathers one source: fetched, read, saved, its health noted. Never throws for what the source, or its disk, did. */
export async function gatherSource(
  gathering: Gathering,
  db: Database,
  source: SourceToGather,
  signal: AbortSignal,
): Promise<Gathered> {
  const attempt: Attempt = { gathering, db, source, signal, startedAt: performance.now() }
  try {
    return await gather(attempt)
  } catch (error) {
    gathering.log(
      `gathering source ${source.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    const failure = error instanceof CallFailed ? error.failure : (failureOfSqlite(error) ?? BUG)
    noteIfPossible(attempt, failure)
    return { kind: 'failed', failure }
  }
}

/** A source that fails for a reason of our own is slowed down like any other. */
function noteIfPossible(attempt: Attempt, failure: Failure): void {
  try {
    noteFailed(attempt, failure, NO_REPLY)
  } catch (error) {
    noteLost(attempt, error)
  }
}

const NO_REPLY: Reply = { status: null, bytes: null }

const BUG: Failure = {
  kind: 'bug',
  message:
    'Something went wrong inside Ventanilla while it gathered this source. What was saved before is safe.',
  hint: 'Nothing is lost; it is tried again by itself. The log says more.',
}

async function gather(attempt: Attempt): Promise<Gathered> {
  const first = await firstGathering(attempt)
  const waiting = first === null ? waitingOf(attempt) : null
  if (waiting) return waiting
  const fetched = first ?? (await askSource(attempt))
  switch (fetched.kind) {
    case 'cancelled':
    case 'waiting':
      return fetched
    case 'failed':
      return noteFailed(attempt, fetched.failure, { status: statusOf(fetched.failure), bytes: null })
    case 'unchanged':
      noteUnchanged(attempt, fetched, { status: 304, bytes: null }, null)
      return { kind: 'unchanged' }
    case 'fresh':
      return receive(attempt, fetched)
  }
}

function statusOf({ facts }: Failure): number | null {
  const status = facts?.['status']
  return typeof status === 'number' ? status : null
}

/** What is said of a source that is left alone, whoever asks: its own failure, or that its place wants to wait. */
function waitingOf({ gathering, source }: Attempt): Gathered | null {
  const { failure } = askedBefore(source)
  if (toldToWait(gathering.waits, askedBefore(source), gathering.now()) === null) return null
  return failure?.kind === 'throttled' ? { kind: 'failed', failure } : { kind: 'waiting' }
}

/** What a feed says of how long it stays as it is, is a minimum, as what its server says. */
function atLeast(serverSays: number | null, feedSays: number | null): number | null {
  return feedSays === null ? serverSays : Math.max(serverSays ?? 0, Math.min(feedSays, LONGEST_SECONDS))
}

async function receive(attempt: Attempt, fetched: Fresh): Promise<Gathered> {
  const { gathering, source } = attempt
  const { body, contentType, url, etag, lastModified } = fetched
  const reply: Reply = { status: 200, bytes: body.byteLength }
  const validators = { etag, lastModified, bodyHash: createHash('sha256').update(body).digest('hex') }
  if (validators.bodyHash === source.body_hash) {
    letGo(body)
    noteUnchanged(attempt, fetched, reply, validators)
    return { kind: 'unchanged' }
  }
  const read = await gathering.reader.take({ body, contentType, url })
  if (read.kind === 'failed') return noteFailed(attempt, read.failure, reply)
  if (read.kind === 'page') return noteFailed(attempt, webPage(new URL(url).host), reply)
  if (read.kind === 'list') return noteFailed(attempt, listOfFeeds(new URL(url).host, null), reply)
  const saved = await savePages(attempt, read.document, url)
  if (saved === null) return { kind: 'cancelled' }
  const answer = { ...fetched, freshSeconds: atLeast(fetched.freshSeconds, read.document.ttlSeconds) }
  noteSaved(attempt, answer, reply, saved, validators)
  return { kind: 'saved', ...saved.counts }
}
