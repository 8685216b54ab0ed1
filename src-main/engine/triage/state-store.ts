import type { Database } from 'better-sqlite3'
import { isOfConversation } from '../store/conversation-rows.ts'
import { prepared } from '../store/prepared.ts'
import { forgetPlacesOfPeople, placeInCare } from './care/care-store.ts'

/** `mention_state.status` as it is stored. */
export const STATUS = { new: 0, open: 1, pending: 2, resolved: 3 } as const
export const STATUS_NAMES = ['new', 'open', 'pending', 'resolved'] as const

/** Status and reason as the journal holds them, in one word or two: `open`, `resolved spam`. They change together. */
export const STATUS_TEXT = `CASE status WHEN 0 THEN 'new' WHEN 1 THEN 'open' WHEN 2 THEN 'pending'
  ELSE 'resolved ' || reason END`

/**
 * Runs a write on the state of some mentions and keeps what is derived from it right: `unanswered`, and the
 * counters by status and unanswered. Every write of `mention_state` goes through here. Rows are looked up in the
 * temporary table `touched`, which the write may join.
 */
export function writeStates(db: Database, rows: readonly number[], write: () => void): void {
  markTouched(db, rows)
  writeTouched(db, write)
}

/** The same, for rows that the caller has put into `touched` by a statement of its own. */
export function writeTouched(db: Database, write: () => void): void {
  const waitedBefore = countTouched(db, -1)
  write()
  refreshUnanswered(db)
  const waits = countTouched(db, 1)
  // Who waits no longer asks one time less, in everything they said later.
  if (waits !== waitedBefore) forgetPlacesOfPeople(db)
  placeInCare(db)
}

/** Empties `touched`, a table of row ids private to this connection. */
export function clearTouched(db: Database): void {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)')
  prepared<[]>(db, 'DELETE FROM touched').run()
}

function markTouched(db: Database, rows: readonly number[]): void {
  clearTouched(db)
  prepared<[string]>(db, 'INSERT OR IGNORE INTO touched SELECT value FROM json_each(?)').run(
    JSON.stringify(rows),
  )
}

/** Everything in the same conversations as `rows`: what a word of ours, or of theirs, may have answered. */
export function rowsOfConversations(db: Database, rows: readonly number[]): number[] {
  return prepared<[string], { id: number }>(
    db,
    `SELECT state.id FROM (
       SELECT DISTINCT conversation_id AS id FROM mention WHERE id IN (SELECT value FROM json_each(?))) theirs
     CROSS JOIN mention ON ${isOfConversation('mention', 'theirs.id')}
     CROSS JOIN mention_state state ON state.id = mention.id`,
  )
    .all(JSON.stringify(rows))
    .map(({ id }) => id)
}

/**
 * Unanswered: not our voice (it has no state), not resolved or pending, and no later word of ours in its
 * conversation; a person who came back after our word waits again.
 */
function refreshUnanswered(db: Database): void {
  // Only rows that differ are written: an index is not touched for nothing.
  prepared<[]>(
    db,
    `UPDATE mention_state SET unanswered = fresh.unanswered, care = NULL
     FROM (
       SELECT state.id, state.status < 2 AND NOT EXISTS (
         SELECT 1 FROM mention JOIN conversation ON conversation.id = mention.conversation_id
         WHERE mention.id = state.id
           AND conversation.our_last_at >= coalesce(state.came_back_at, state.id / 2097152 * 1000)) AS unanswered
       FROM touched CROSS JOIN mention_state state ON state.id = touched.id
     ) fresh
     WHERE mention_state.id = fresh.id AND mention_state.unanswered <> fresh.unanswered`,
  ).run()
}

/** Answers which of them are unanswered, as one text. */
function countTouched(db: Database, sign: 1 | -1): string {
  const rows = prepared<[], { status: number; unanswered: number; n: number; ids: number }>(
    db,
    `SELECT status, unanswered, count(*) AS n, total(id) AS ids FROM mention_state
     WHERE id IN (SELECT id FROM touched) GROUP BY status, unanswered`,
  ).all()
  for (const { status, unanswered, n } of rows) {
    addToCounter(db, 'status', status, sign * n)
    if (unanswered === 1) addToCounter(db, 'unanswered', 1, sign * n)
  }
  const waiting = rows.filter(({ unanswered }) => unanswered === 1)
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    waiting.reduce((total, row) => total + of(row), 0)
  return `${sum(({ n }) => n)} ${sum(({ ids }) => ids)}`
}

export type CounterSubject = 'status' | 'unanswered' | 'tag' | 'source'

export function addToCounter(db: Database, subject: CounterSubject, key: number, n: number): void {
  if (n === 0) return
  prepared<[string, number, number]>(
    db,
    `INSERT INTO counter (subject, key, n) VALUES (?, ?, ?)
     ON CONFLICT (subject, key) DO UPDATE SET n = n + excluded.n`,
  ).run(subject, key, n)
  // Nothing is counted by no row, so that an undone act leaves the table as it was.
  prepared<[string, number]>(db, 'DELETE FROM counter WHERE subject = ? AND key = ? AND n = 0').run(
    subject,
    key,
  )
}

export function readCounter(db: Database, subject: CounterSubject, key: number): number {
  const row = prepared<[string, number], { n: number }>(
    db,
    'SELECT n FROM counter WHERE subject = ? AND key = ?',
  ).get(subject, key)
  return row?.n ?? 0
}

/** How many mentions have each status, and how many are unanswered: the same counters, in one look. */
export function readStateCounters(db: Database): Record<keyof typeof STATUS | 'unanswered', number> {
  const counters = { new: 0, open: 0, pending: 0, resolved: 0, unanswered: 0 }
  const rows = prepared<[], { subject: CounterSubject; key: number; n: number }>(
    db,
    "SELECT subject, key, n FROM counter WHERE subject IN ('status', 'unanswered')",
  ).all()
  for (const { subject, key, n } of rows) {
    const name = subject === 'unanswered' ? 'unanswered' : STATUS_NAMES[key]
    if (name !== undefined) counters[name] = n
  }
  return counters
}

/** When the next of what is put off comes back, UTC ms; Infinity where nothing is. */
export function nextAwake(db: Database, now: number): number {
  const sql = 'SELECT min(snoozed_until) AS at FROM mention_state WHERE snoozed_until > ?'
  return prepared<[number], { at: number | null }>(db, sql).get(now)?.at ?? Infinity
}

export interface Snoozed {
  readonly all: number
  readonly unread: number
  readonly undecided: number
  readonly unanswered: number
}

/** How many are put off now, of each kind that is counted without them. */
export function countSnoozed({ db }: { readonly db: Database }, now: number): Snoozed {
  const row = prepared<[number], Snoozed>(
    db,
    `SELECT count(*) AS "all",
            count(*) FILTER (WHERE status = ${STATUS.new}) AS unread,
            count(*) FILTER (WHERE status < ${STATUS.pending}) AS undecided,
            count(*) FILTER (WHERE unanswered = 1) AS unanswered
     FROM mention_state INDEXED BY mention_state_snoozed WHERE snoozed_until > ?`,
  ).get(now)
  return row ?? { all: 0, unread: 0, undecided: 0, unanswered: 0 }
}
