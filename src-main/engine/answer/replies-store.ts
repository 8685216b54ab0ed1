import { z } from 'zod'
import type { OutboxItem, ReplyState } from '../../contract/replies.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, replyId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'

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
  readonly not_before: number | null
}

export interface NewReply {
  readonly uid: string
  readonly mention: number
  readonly body: string
  readonly channel: string
  readonly promises: z.output<typeof ReplyPromises>
  readonly at: number
  readonly state: 'queued' | 'unsure'
}

export function insertReply({ db }: BrandFile, { promises, ...reply }: NewReply): number {
  const row = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `INSERT INTO reply (uid, mention_id, conversation_id, body, channel, state, promises, queued_at)
     VALUES (@uid, @mention, (SELECT conversation_id FROM mention WHERE id = @mention), @body, @channel, @state, @promises, @at)
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

export function setReplyState({ db }: BrandFile, row: number, state: ReplyState, reason: string): void {
  prepared<[string, string, number]>(db, 'UPDATE reply SET state = ?, reason = ? WHERE id = ?').run(
    state,
    reason,
    row,
  )
}

/** Queued replies in the order they were queued. */
export function listQueued({ db }: BrandFile): ReplyRow[] {
  return prepared<[], ReplyRow>(db, "SELECT * FROM reply WHERE state = 'queued' ORDER BY id").all()
}

export function countByState({ db }: BrandFile): { state: ReplyState; n: number }[] {
  return prepared<[], { state: ReplyState; n: number }>(
    db,
    'SELECT state, count(*) AS n FROM reply GROUP BY state',
  ).all()
}

interface OutboxRow extends ReplyRow {
  readonly mention_url: string | null
  readonly author: string
  readonly excerpt: string
}

/** Replies that are not settled, in order; who spoke and what they said beside. */
export function listOutbox({ db, brandId }: BrandFile): OutboxItem[] {
  const rows = prepared<[], OutboxRow>(
    db,
    `SELECT reply.*, text.url AS mention_url, text.author, trim(text.title || ' ' || substr(text.body, 1, 200)) AS excerpt
     FROM reply JOIN mention_text text ON text.id = reply.mention_id
     WHERE reply.state NOT IN ('sent', 'refused') ORDER BY reply.id`,
  ).all()
  return rows.map((row) => ({
    replyId: replyId(brandId, row.id),
    mentionId: mentionId(brandId, row.mention_id),
    brandId,
    channel: row.channel,
    state: row.state,
    reason: row.reason,
    url: row.url ?? row.mention_url,
    notBefore: toInstantOrNull(row.not_before),
    body: row.body,
    queuedAt: toInstant(row.queued_at),
    to: row.author,
    excerpt: row.excerpt,
  }))
}
