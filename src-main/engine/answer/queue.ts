import { newUid } from '../store/uid.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { STATUS, writeStates } from '../triage/state-store.ts'
import { dropDraft } from './drafts-store.ts'
import { appendToJournal, type JournalLine } from './replies-journal.ts'
import { findReply, insertReply, type NewReply, type ReplyRow } from './replies-store.ts'

/** Freezes an answer into the outbox; its draft goes, and comes back if the answer is taken back. */
export function queueReply(
  file: BrandFile,
  reply: Omit<NewReply, 'uid' | 'state' | 'key'> & { key?: string },
): number {
  const uid = newUid()
  const row = insertReply(file, { key: uid, ...reply, uid, state: 'queued' })
  dropDraft(file, reply.mention, reply.at)
  writeStates(file.db, [reply.mention], () => {
    prepared<[number, number, number]>(
      file.db,
      'UPDATE mention_state SET status = ? WHERE id = ? AND status = ?',
    ).run(STATUS.open, reply.mention, STATUS.new)
  })
  return row
}

type MoreToSay = Partial<Pick<JournalLine, 'url' | 'externalId' | 'frozen'>>

/** Writes one line of the replies journal; it is on the disk when this returns. */
export function journal(
  file: BrandFile,
  reply: ReplyRow,
  event: JournalLine['event'],
  at: number,
  { url = null, ...more }: MoreToSay = {},
): void {
  const known = prepared<[number | null, number], { identity: Buffer; account: string | null }>(
    file.db,
    'SELECT identity, (SELECT uid FROM account WHERE id = ?) AS account FROM mention WHERE id = ?',
  ).get(reply.account_id, reply.mention_id)
  appendToJournal(file.repliesPath, {
    uid: reply.uid,
    event,
    at,
    identity: known?.identity.toString('hex') ?? '',
    channel: reply.channel,
    body: reply.body,
    account: known?.account ?? null,
    key: reply.key,
    url,
    ...more,
  })
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
  if (reply.state === 'sent' || (reply.state === 'refused' && TAKEN.has(reply.reason))) {
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

/** Why the user took an answer out of the outbox; every other reason is the place's. */
const TAKEN: ReadonlySet<string> = new Set(['taken-back', 'not-posted'])
