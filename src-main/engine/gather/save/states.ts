import type { Database } from 'better-sqlite3'
import type { Reason } from '../../../contract/mentions.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { STATED, type Stated, statedOf } from '../../triage/stated-columns.ts'
import { addToCounter, rowsOfConversations, STATUS, writeStates } from '../../triage/state-store.ts'
import { indexIn } from './ascending.ts'
import type { Cells } from './exact.ts'
import { insertRows } from './insert-rows.ts'

export interface FirstState {
  readonly row: number
  readonly status: keyof typeof STATUS
  readonly reason: Reason | null
}

/** A mention that begins where nobody of ours has spoken, and nothing else is to be looked at. */
export interface Alone {
  readonly row: number
  readonly status: FirstState['status']
  /** Its place in the order of care; null where that has to be looked up. */
  readonly care: number | null
  readonly stated: Stated
}

/** What a batch decided about states; written together, because the counters are counted once a batch. */
export interface StateChanges {
  /** By row ascending: what is saved together is saved in the order of its time. */
  readonly alone: Alone[]
  readonly first: FirstState[]
  /** What a gathered word of ours answers. */
  readonly answered: Set<number>
  /** What its author edited after our answer. */
  readonly cameBack: Set<number>
  /** Mentions in whose conversation we spoke, or that found each other. */
  readonly spokenIn: Set<number>
}

export function noStateChanges(): StateChanges {
  return {
    alone: [],
    first: [],
    answered: new Set(),
    cameBack: new Set(),
    spokenIn: new Set(),
  }
}

/** Writes a batch's decisions inside the caller's transaction. */
export function writeStateChanges(db: Database, changes: StateChanges, now: number): void {
  const { first, answered, cameBack, spokenIn } = changes
  writeAlone(db, changes)
  const others = spokenIn.size === 0 ? [] : rowsOfConversations(db, [...spokenIn])
  const rows = [...first.map(({ row }) => row), ...answered, ...cameBack, ...others]
  if (rows.length === 0) return
  writeStates(db, rows, () => {
    for (const state of first) insertState(db, state, 0)
    for (const row of cameBack) bringBack(db, row, now)
    for (const row of answered) resolveAnswered(db, row)
    if (spokenIn.size > 0) noteWhoSpokeAgain(db)
  })
}

/** A mention in a conversation we have not spoken in: nothing has to be derived. */
export function beginAlone(one: Alone, { alone }: StateChanges): void {
  alone.push(one)
}

/** More is known of it than when it was saved: its place has to be looked up. */
export function unplace(row: number, { alone }: StateChanges): void {
  const at = indexIn(alone, row)
  const one = alone[at]
  if (one) alone[at] = { ...one, care: null }
}

/** Writes the states of those that began alone so far. */
export function writeAlone(db: Database, { alone }: StateChanges): void {
  const waiting: Cells[] = []
  const before: Cells[] = []
  for (const { row, status, care, stated } of alone.splice(0)) {
    const { sure, stars, language } = stated
    if (status === 'new') waiting.push([row, sure, stars, language, care, STATUS.new, null, 1])
    else before.push([row, sure, stars, language, null, STATUS.resolved, 'before-our-time', 0])
  }
  insertRows(db, { table: 'mention_state', columns: FIRST_STATE, rows: waiting })
  insertRows(db, { table: 'mention_state', columns: FIRST_STATE, rows: before })
  addToCounter(db, 'status', STATUS.new, waiting.length)
  addToCounter(db, 'unanswered', 1, waiting.length)
  addToCounter(db, 'status', STATUS.resolved, before.length)
}

const FIRST_STATE = `id, ${STATED}, care, status, reason, unanswered`.split(', ')

function insertState(db: Database, { row, status, reason }: FirstState, unanswered: 0 | 1): void {
  prepared<[{ row: number; status: number; reason: Reason | null; unanswered: 0 | 1 }]>(
    db,
    `INSERT INTO mention_state (id, status, reason, unanswered, ${STATED})
     VALUES (@row, @status, @reason, @unanswered, ${statedOf('@row')})`,
  ).run({ row, status: STATUS[status], reason, unanswered })
}

function resolveAnswered(db: Database, row: number): void {
  prepared<[number, number]>(
    db,
    `UPDATE mention_state SET status = ?, reason = 'answered' WHERE id = ? AND status < ${STATUS.pending}`,
  ).run(STATUS.resolved, row)
}

/** What the user put away for another reason than an answer stays away. */
function bringBack(db: Database, row: number, now: number): void {
  prepared<[number, number, number]>(
    db,
    `UPDATE mention_state SET status = ?, reason = NULL, snoozed_until = NULL, came_back_at = ?, care = NULL
     WHERE id = ? AND (reason IS NULL OR reason = 'answered')`,
  ).run(STATUS.open, now, row)
}

/** Of the rows being written: who had spoken before our last word, and speaks after it, came back. */
function noteWhoSpokeAgain(db: Database): void {
  prepared<[]>(
    db,
    `UPDATE mention_state SET came_back_at = id / 2097152 * 1000, care = NULL
     WHERE id IN (SELECT id FROM touched) AND status < ${STATUS.pending} AND came_back_at IS NULL AND EXISTS (
       SELECT 1 FROM mention again JOIN author ON author.id = again.author_id
         JOIN conversation ON conversation.id = again.conversation_id
         JOIN mention before ON ${isOfConversation('before', 'conversation.id')} AND before.our_voice = 0
         JOIN author earlier ON earlier.id = before.author_id AND earlier.person_id = author.person_id
       WHERE again.id = mention_state.id AND again.id / 2097152 * 1000 > conversation.our_last_at
         AND before.id / 2097152 * 1000 <= conversation.our_last_at)`,
  ).run()
}

/**
 * What was put off until later comes back when the person says more there: now, and not on the day it was put off to.
 * Of `rows`, what is new; of `conversations`, those that somebody joined.
 */
export function wakeWhoSpokeAgain(
  db: Database,
  rows: readonly number[],
  conversations: readonly number[],
  now: number,
): void {
  if (conversations.length === 0 || !isAnythingSnoozed(db, now)) return
  const sleeping = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `SELECT DISTINCT state.id FROM json_each(@conversations) joined
     CROSS JOIN mention again ON ${isOfConversation('again', 'joined.value')}
     JOIN author ON author.id = again.author_id
     JOIN mention before ON ${isOfConversation('before', 'again.conversation_id')} AND before.id < again.id
     JOIN author earlier ON earlier.id = before.author_id AND earlier.person_id = author.person_id
     JOIN mention_state state ON state.id = before.id AND state.snoozed_until > @now
     WHERE +again.id IN (SELECT value FROM json_each(@rows))`,
  ).all({ rows: JSON.stringify(rows), conversations: JSON.stringify(conversations), now })
  const ids = sleeping.map(({ id }) => id)
  if (ids.length === 0) return
  writeStates(db, ids, () => {
    prepared<[number]>(
      db,
      'UPDATE mention_state SET snoozed_until = NULL, came_back_at = ?, care = NULL WHERE id IN (SELECT id FROM touched)',
    ).run(now)
  })
}

function isAnythingSnoozed(db: Database, now: number): boolean {
  const sql = 'SELECT id FROM mention_state WHERE snoozed_until > ? LIMIT 1'
  return prepared<[number], { id: number }>(db, sql).get(now) !== undefined
}
