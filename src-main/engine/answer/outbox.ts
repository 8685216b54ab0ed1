import { newUid } from '../store/uid.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { ReplyState } from '../../contract/replies.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { STATUS, writeStates } from '../triage/state-store.ts'
import type { SendResult } from './channels/channel.ts'
import { findChannel } from './channels/index.ts'
import { dropDraft, returnToDraft } from './drafts-store.ts'
import { appendToJournal, type JournalLine } from './replies-journal.ts'
import { findReply, insertReply, type NewReply, type ReplyRow, setReplyState } from './replies-store.ts'

/** Freezes an answer into the outbox; its draft goes, and comes back if the answer is taken back. */
export function queueReply(file: BrandFile, reply: Omit<NewReply, 'uid' | 'state'>): number {
  const row = insertReply(file, { ...reply, uid: newUid(), state: 'queued' })
  dropDraft(file, reply.mention, reply.at)
  writeStates(file.db, [reply.mention], () => {
    prepared<[number, number, number]>(
      file.db,
      'UPDATE mention_state SET status = ? WHERE id = ? AND status = ?',
    ).run(STATUS.open, reply.mention, STATUS.new)
  })
  return row
}

/** Writes one line of the replies journal; it is on the disk when this returns. */
export function journal(
  file: BrandFile,
  reply: ReplyRow,
  event: JournalLine['event'],
  at: number,
  url: string | null,
): void {
  const mention = prepared<[number], { identity: Buffer }>(
    file.db,
    'SELECT identity FROM mention WHERE id = ?',
  ).get(reply.mention_id)
  appendToJournal(file.repliesPath, {
    uid: reply.uid,
    event,
    at,
    identity: mention?.identity.toString('hex') ?? '',
    channel: reply.channel,
    body: reply.body,
    url,
  })
}

/** Hands one queued reply to its channel. The journal has the attempt before anything leaves. */
export async function sendOne(
  file: BrandFile,
  reply: ReplyRow,
  place: string | null,
  now: number,
): Promise<() => void> {
  const channel = findChannel(reply.channel)
  if (channel === null) return () => setReplyState(file, reply.id, 'held', 'no-channel')
  journal(file, reply, 'attempted', now, null)
  const result = await channel.send({ uid: reply.uid, body: reply.body, url: place })
  return () => setReplyState(file, reply.id, STATE_AFTER[result.kind], '')
}

/** What a reply is after what its channel said of it. */
const STATE_AFTER = { 'by-hand': 'by-hand' } as const satisfies Record<SendResult['kind'], ReplyState>

/** Takes an answer out of the outbox: its text is a draft again. `reason` says why it did not go out. */
export function giveBack(
  file: BrandFile,
  reply: ReplyRow,
  reason: 'taken-back' | 'not-posted',
  now: number,
): void {
  setReplyState(file, reply.id, 'refused', reason)
  prepared<[number, number]>(file.db, 'UPDATE reply SET settled_at = ? WHERE id = ?').run(now, reply.id)
  returnToDraft(file, reply.mention_id, reply.body, now)
}

/** The reply of an id, still in the outbox. Throws `not-found`, or `conflict` when it is settled. */
export function openReply(file: BrandFile, row: number): ReplyRow {
  const reply = findReply(file, row)
  if (!reply) {
    throw new CallFailed({
      kind: 'not-found',
      message: 'There is no such answer.',
      hint: 'outbox.list says which wait.',
    })
  }
  if (reply.state === 'sent' || reply.state === 'refused') {
    throw new CallFailed({
      kind: 'conflict',
      message:
        reply.state === 'sent' ? 'That answer has gone out.' : 'That answer was taken out of the outbox.',
      hint: 'What was said stays in its conversation.',
      facts: { state: reply.state },
    })
  }
  return reply
}
