import type { BrandFile } from '../../store/brand-file.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import type { ReplyRow } from '../replies-store.ts'

/** Nothing earlier in its conversation is still on its way. */
const NOTHING_BEFORE = `NOT EXISTS (SELECT 1 FROM reply earlier WHERE earlier.conversation_id = reply.conversation_id
  AND earlier.id < reply.id AND earlier.account_id IS NOT NULL
  AND earlier.state IN ('queued', 'sending', 'unsure', 'stopped'))`

/** What goes out or may be out, and what the place holds: that is looked at again from time to time. */
const MOVES = `(reply.state = 'queued' OR reply.state = 'unsure' AND reply.reason NOT IN ('ask', 'restored-ask')
  OR reply.state = 'held' AND reply.frozen IS NOT NULL)`

/**
 * What may move now, in order: its time has come, and nothing earlier in its conversation waits. By itself it
 * leaves alone what could not be reached a moment ago; the user's own word does not.
 */
export function listDue({ db }: BrandFile, now: number, who: 'user' | 'by-itself'): ReplyRow[] {
  return prepared<[{ now: number; user: 0 | 1 }], ReplyRow>(
    db,
    `SELECT reply.* FROM reply JOIN account ON account.id = reply.account_id
     WHERE ${MOVES}
       AND account.removed_at IS NULL
       AND (reply.not_before IS NULL OR reply.not_before <= @now OR @user = 1 AND reply.reason = 'unreachable')
       AND (account.not_before IS NULL OR account.not_before <= @now OR @user = 1 AND account.waits = 'unreachable')
       AND ${NOTHING_BEFORE}
     ORDER BY reply.id`,
  ).all({ now, user: who === 'user' ? 1 : 0 })
}

/**
 * When something of this brand may move by itself next, UTC ms; null when nothing waits for a time. What was queued
 * before `asksBefore` waits for the user's word, once its conversation was looked at.
 */
export function nextDue({ db }: BrandFile, asksBefore: number): number | null {
  const row = prepared<[number], { at: number | null }>(
    db,
    `SELECT min(max(coalesce(reply.not_before, 0), coalesce(account.not_before, 0))) AS at
     FROM reply JOIN account ON account.id = reply.account_id
     WHERE ${MOVES}
       AND account.problem IS NULL AND account.removed_at IS NULL
       AND NOT (agreed_at IS NULL AND attempts = 0 AND queued_at < ? AND looked_at IS NOT NULL)
       AND ${NOTHING_BEFORE}`,
  ).get(asksBefore)
  return row?.at ?? null
}

/** Whether something may have gone out that only the replies journal knows of: then nothing else of the brand moves. */
export function hasRestored({ db }: BrandFile): boolean {
  const sql =
    "SELECT 1 AS yes FROM reply WHERE state = 'unsure' AND reason IN ('restored', 'restored-ask') LIMIT 1"
  return prepared<[], { yes: 1 }>(db, sql).get() !== undefined
}

export interface AttemptToWrite {
  readonly row: number
  readonly frozen: string
  readonly at: number
  /** Whether the place takes it for another request than the one before: its age begins anew. */
  readonly isNew: boolean
}

/** Writes down that a reply goes out now. False when somebody else has taken it: then nothing may be sent. */
export function beginAttempt({ db }: BrandFile, { row, frozen, at, isNew }: AttemptToWrite): boolean {
  const { changes } = prepared<[Record<string, unknown>]>(
    db,
    `UPDATE reply SET state = 'sending', reason = '', says = '', not_before = NULL, attempts = attempts + 1,
       first_attempt_at = CASE WHEN @isNew = 1 THEN @at ELSE coalesce(first_attempt_at, @at) END,
       last_attempt_at = @at, frozen = @frozen
     WHERE id = @row AND state IN ('queued', 'unsure')`,
  ).run({ row, frozen, at, isNew: isNew ? 1 : 0 })
  return changes === 1
}

export interface Waiting {
  readonly state: 'queued' | 'unsure' | 'stopped' | 'held'
  readonly reason: string
  readonly says: string
  /** UTC ms. */
  readonly notBefore: number | null
  readonly failures: number
}

export function setWaiting({ db }: BrandFile, row: number, waiting: Waiting): void {
  prepared<[Record<string, unknown>]>(
    db,
    `UPDATE reply SET state = @state, reason = @reason, says = @says, not_before = @notBefore, failures = @failures
     WHERE id = @row`,
  ).run({ row, ...waiting })
}

/** Where the place has it, whether it shows it or not. */
export function setWhere(
  { db }: BrandFile,
  row: number,
  { externalId, url }: { readonly externalId: string | null; readonly url: string | null },
): void {
  prepared<[string | null, string | null, number]>(
    db,
    'UPDATE reply SET external_id = coalesce(?, external_id), url = coalesce(?, url) WHERE id = ?',
  ).run(externalId, url, row)
}

/** What was going out when the program ended may be out. */
export function doubtSendings({ db }: Pick<BrandFile, 'db'>): void {
  prepared(
    db,
    `UPDATE reply SET state = 'unsure', reason = 'program-ended', not_before = NULL WHERE state = 'sending'`,
  ).run()
}

export function setLookedAt({ db }: BrandFile, row: number, at: number): void {
  prepared<[number, number]>(db, 'UPDATE reply SET looked_at = ? WHERE id = ?').run(at, row)
}

/** The conversation moved on, and the user wants it to go all the same. */
export function goAllTheSame({ db }: BrandFile, row: number): void {
  prepared<[number]>(
    db,
    "UPDATE reply SET state = 'queued', reason = '', says = '', not_before = NULL, all_the_same = 1 WHERE id = ?",
  ).run(row)
}

/** The user's word that what waited for long may go. */
export function agreeToAll({ db }: BrandFile, now: number): void {
  prepared<[number]>(
    db,
    "UPDATE reply SET agreed_at = ? WHERE state = 'queued' AND account_id IS NOT NULL AND agreed_at IS NULL",
  ).run(now)
}

/** How many wait for the user's word since before this time, and how many conversations moved on. */
export function countAsking({ db }: BrandFile, before: number): { ready: number; movedOn: number } {
  const row = prepared<[number], { ready: number; movedOn: number }>(
    db,
    `SELECT count(*) FILTER (WHERE state = 'queued' AND agreed_at IS NULL AND attempts = 0 AND queued_at < ?) AS ready,
            count(*) FILTER (WHERE state = 'stopped') AS movedOn
     FROM reply WHERE account_id IS NOT NULL AND state IN ('queued', 'stopped')`,
  ).get(before)
  return row ?? { ready: 0, movedOn: 0 }
}

/** Whether words of the brand in a conversation are known here: sent from here, or gathered. */
export function isKnownWord(
  { db }: BrandFile,
  conversation: number,
  { externalId, url }: { readonly externalId: string; readonly url: string | null },
): boolean {
  const found = prepared<[Record<string, unknown>], { yes: 1 }>(
    db,
    `SELECT 1 AS yes FROM reply
     WHERE conversation_id = @conversation AND state IN ('sent', 'held') AND (external_id = @externalId OR url = @url)
     UNION ALL
     SELECT 1 FROM mention JOIN mention_text text USING (id)
     WHERE ${isOfConversation('mention', '@conversation')} AND our_voice = 1 AND (external_id IN (@externalId, @url) OR url = @url)
     LIMIT 1`,
  ).get({ conversation, externalId, url })
  return found !== undefined
}

/** What was gathered since an answer was queued: an edit of what it answers, or a word of the brand after it. */
export function movedOnHere({ db }: BrandFile, reply: ReplyRow): 'edited' | 'answered' | null {
  const row = prepared<[Record<string, unknown>], { edited: 0 | 1; answered: 0 | 1 }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM revision WHERE mention_id = @mention AND replaced_at > @queuedAt) AS edited,
       EXISTS (SELECT 1 FROM mention WHERE ${isOfConversation('mention', '@conversation')} AND our_voice = 1 AND gathered_at > @queuedAt
         AND id / 2097152 * 1000 > @queuedAt AND id NOT IN
           (SELECT seen_mention_id FROM reply WHERE seen_mention_id IS NOT NULL)) AS answered`,
  ).get({ mention: reply.mention_id, conversation: reply.conversation_id, queuedAt: reply.queued_at })
  if (row?.edited === 1) return 'edited'
  return row?.answered === 1 ? 'answered' : null
}
