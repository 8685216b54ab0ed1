import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { giveBack } from './give-back.ts'
import { doubtSendings, setWaiting, setWhere } from './outbox/outbox-store.ts'
import { type LastWord, readJournal } from './replies-journal.ts'
import { findReply, insertReply, type ReplyRow } from './replies-store.ts'
import { markSent } from './reply-sent.ts'

/**
 * Brings a brand's file up to what the replies journal knows, when it is opened: what went out is sent, what may have
 * gone out is `unsure`, what was taken back stays so. Changes nothing when both agree, as after every ordinary start.
 * Answers how many replies of the journal answer a mention that the file does not have (yet).
 */
export function settleReplies(file: BrandFile, now: number): number {
  const words = readJournal(file.repliesPath)
  let unplaced = 0
  file.db.transaction(() => {
    doubtSendings(file)
    for (const word of words.values()) if (!settleOne(file, word, now)) unplaced += 1
  })()
  return unplaced
}

function settleOne(file: BrandFile, word: LastWord, now: number): boolean {
  const known = findByUid(file, word.uid)
  const reply = known ?? insertForgotten(file, word)
  if (reply === null) return false
  if (reply.state === 'sent' || (reply.state === 'refused' && known !== null && word.event !== 'sent'))
    return true
  switch (word.event) {
    case 'sent':
      setWhere(file, reply.id, { externalId: word.externalId ?? null, url: word.url })
      markSent(file, reply.id, { at: word.at, url: word.url })
      return true
    case 'held':
      setWhere(file, reply.id, { externalId: word.externalId ?? null, url: word.url })
      setWaiting(file, reply.id, { state: 'held', reason: '', says: '', notBefore: null, failures: 0 })
      return true
    case 'attempted':
      if (known === null || isNews(reply, word)) doubt(file, reply, word)
      return true
    case 'returned':
      giveBack(file, reply, 'taken-back', now, '')
      return true
    case 'queued':
    case 'waits':
      if (known === null) giveBack(file, reply, 'restored', now, '')
      return true
  }
}

/** Whether the file knows less of the last try than the journal does. */
function isNews(reply: ReplyRow, word: LastWord): boolean {
  if (reply.account_id === null) return reply.state === 'queued'
  return (reply.last_attempt_at ?? 0) < word.at
}

/** It may be out, and nothing else of the brand goes before that is settled. */
function doubt({ db }: BrandFile, reply: ReplyRow, word: LastWord): void {
  prepared<[Record<string, unknown>]>(
    db,
    `UPDATE reply SET state = 'unsure', reason = 'restored', not_before = NULL, frozen = @frozen, attempts = attempts + 1,
       first_attempt_at = @triedAt, last_attempt_at = @at
     WHERE id = @id`,
  ).run({ id: reply.id, frozen: word.frozen ?? reply.frozen, triedAt: word.triedAt ?? word.at, at: word.at })
}

function findByUid({ db }: BrandFile, uid: string): ReplyRow | null {
  return prepared<[string], ReplyRow>(db, 'SELECT * FROM reply WHERE uid = ?').get(uid) ?? null
}

/** A reply the file has forgotten: it is written again where its mention is known, but never to be sent by itself. */
function insertForgotten(file: BrandFile, word: LastWord): ReplyRow | null {
  if (word.event === 'returned') return null
  const mention = prepared<[Buffer], { id: number }>(
    file.db,
    'SELECT id FROM mention WHERE identity = ?',
  ).get(Buffer.from(word.identity, 'hex'))
  if (!mention) return null
  const account = prepared<[string], { id: number }>(file.db, 'SELECT id FROM account WHERE uid = ?').get(
    word.account ?? '',
  )
  const row = insertReply(file, {
    uid: word.uid,
    mention: mention.id,
    body: word.body,
    channel: word.channel,
    promises: [],
    at: word.at,
    state: 'unsure',
    account: account?.id ?? null,
    key: word.key ?? word.uid,
    notBefore: null,
  })
  return findReply(file, row)
}
