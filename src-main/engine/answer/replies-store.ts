import { z } from 'zod'
import type { OutboxItem, ReplyState } from '../../contract/replies.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, replyId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { waitsForWord } from './outbox/decide.ts'

export const ReplyPromises = z.array(z.object({ text: z.string(), dueAt: z.number() }))

export interface ReplyRow {
  readonly id: number
  readonly uid: string
  readonly mention_id: number
  readonly conversation_id: number
  readonly body: string
  readonly channel: string
  readonly state: ReplyState
  readonly reason: string
  readonly url: string | null
  readonly promises: string
  readonly queued_at: number
  /** UTC ms. */
  readonly not_before: number | null
  readonly external_id: string | null
  readonly account_id: number | null
  /** What makes a second try the same as the first, where the place remembers keys. */
  readonly key: string
  /** The request as it was first written down; null before the first try. */
  readonly frozen: string | null
  readonly attempts: number
  readonly first_attempt_at: number | null
  readonly last_attempt_at: number | null
  readonly failures: number
  /** What the place itself said. */
  readonly says: string
  readonly agreed_at: number | null
  readonly looked_at: number | null
  readonly all_the_same: 0 | 1
  readonly settled_at: number | null
}

export interface NewReply {
  readonly uid: string
  readonly mention: number
  readonly body: string
  readonly channel: string
  readonly promises: z.output<typeof ReplyPromises>
  readonly at: number
  readonly state: 'queued' | 'unsure'
  readonly account: number | null
  readonly key: string
  /** UTC ms; null where nothing keeps it back. */
  readonly notBefore: number | null
}

export function insertReply({ db }: BrandFile, { promises, ...reply }: NewReply): number {
  const row = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `INSERT INTO reply (uid, mention_id, conversation_id, body, channel, state, promises, queued_at, account_id, key, not_before)
     VALUES (@uid, @mention, (SELECT conversation_id FROM mention WHERE id = @mention), @body, @channel, @state, @promises, @at,
       @account, @key, @notBefore)
     RETURNING id`,
  ).get({ ...reply, promises: JSON.stringify(promises) })
  if (!row) throw new Error('A reply could not be written.')
  return row.id
}

export function findReply({ db }: BrandFile, row: number): ReplyRow | null {
  return prepared<[number], ReplyRow>(db, 'SELECT * FROM reply WHERE id = ?').get(row) ?? null
}

/** A reply to this mention that is not settled yet, or null. */
export function findUnsettled({ db }: BrandFile, mention: number): ReplyRow | null {
  return (
    prepared<[number], ReplyRow>(
      db,
      "SELECT * FROM reply WHERE mention_id = ? AND state NOT IN ('sent', 'refused')",
    ).get(mention) ?? null
  )
}

/** Keeps what a reply said before it was corrected, and what it says now. */
export function replaceBody({ db }: BrandFile, row: number, body: string, at: number): void {
  prepared<[number, number]>(
    db,
    'INSERT INTO reply_version (reply_id, body, replaced_at) SELECT id, body, ? FROM reply WHERE id = ?',
  ).run(at, row)
  prepared<[string, number]>(db, 'UPDATE reply SET body = ? WHERE id = ?').run(body, row)
}

export function setReplyState({ db }: BrandFile, row: number, state: ReplyState, reason: string): void {
  prepared<[string, string, number]>(db, 'UPDATE reply SET state = ?, reason = ? WHERE id = ?').run(
    state,
    reason,
    row,
  )
}

/** Queued answers that the user posts, in the order they were queued. */
export function listQueuedByHand({ db }: BrandFile): ReplyRow[] {
  return prepared<[], ReplyRow>(
    db,
    "SELECT * FROM reply WHERE state = 'queued' AND account_id IS NULL ORDER BY id",
  ).all()
}

/** What has not gone out through an account yet, and surely is not out. */
export function listWaitingFor({ db }: BrandFile, account: number): ReplyRow[] {
  return prepared<[number], ReplyRow>(
    db,
    "SELECT * FROM reply WHERE account_id = ? AND state IN ('queued', 'stopped') ORDER BY id",
  ).all(account)
}

export function countByState({ db }: BrandFile): { state: ReplyState; n: number }[] {
  return prepared<[], { state: ReplyState; n: number }>(
    db,
    'SELECT state, count(*) AS n FROM reply GROUP BY state',
  ).all()
}

/**
 * Not settled; or the place refused it, and nobody has taken note of it yet.
 */
export const LISTED = `(reply.state NOT IN ('sent', 'refused') OR reply.state = 'refused'
  AND reply.reason NOT IN ('taken-back', 'not-posted', '')
  AND NOT EXISTS (SELECT 1 FROM reply later WHERE later.mention_id = reply.mention_id AND later.id > reply.id))`

interface OutboxRow extends ReplyRow {
  readonly mention_url: string | null
  readonly author: string
  readonly excerpt: string
  readonly account: string | null
}

/** Replies that are not settled, in order; who spoke and what they said beside. */
export function listOutbox({ db, brandId }: BrandFile, now: number): OutboxItem[] {
  const rows = prepared<[], OutboxRow>(
    db,
    `SELECT reply.*, text.url AS mention_url, text.author, trim(text.title || ' ' || substr(text.body, 1, 200)) AS excerpt,
       json_extract(account.profile, '$.name') AS account
     FROM reply JOIN mention_text text ON text.id = reply.mention_id LEFT JOIN account ON account.id = reply.account_id
     WHERE ${LISTED} ORDER BY reply.id`,
  ).all()
  return rows.map((row) => ({
    replyId: replyId(brandId, row.id),
    mentionId: mentionId(brandId, row.mention_id),
    brandId,
    channel: row.channel,
    state: row.state,
    reason: row.reason,
    says: row.says,
    account: row.account,
    url: row.url ?? row.mention_url,
    notBefore: toInstantOrNull(row.not_before),
    waitsForWord: row.state === 'queued' && row.account !== null && waitsForWord(row, now),
    body: row.body,
    queuedAt: toInstant(row.queued_at),
    to: row.author,
    excerpt: row.excerpt,
  }))
}
