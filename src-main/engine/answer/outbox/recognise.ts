import { change } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { rowAt, timeOfRow } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { saysTheSame } from '../channels/parts/words.ts'
import { journal } from '../queue.ts'
import { findReply, type ReplyRow } from '../replies-store.ts'
import { markSent } from '../reply-sent.ts'
import type { SendingContext } from './outcomes.ts'

/** Words of the brand that a source brought. */
interface Gathered {
  readonly id: number
  readonly conversation_id: number
  readonly external_id: string | null
  readonly url: string | null
  readonly body: string
}

const EARLIER_MS = 5 * 60_000
/** A place may show an answer long after it took it; what is older was recognised or never will be. */
const LATEST_MS = 60 * 24 * 3_600_000

/** Our own replies among what the sources brought: seen there, they are sent, whatever was known before. */
export function recogniseOurs(
  context: Pick<SendingContext, 'host' | 'turn' | 'tell'>,
  file: BrandFile,
): void {
  const now = context.host.clock.now()
  const waiting = listUnseen(file, now - LATEST_MS)
  const [oldest] = waiting
  if (oldest === undefined) return
  const words = listOurWords(file, Math.min(...waiting.map((reply) => reply.queued_at)) - EARLIER_MS)
  for (const reply of waiting) {
    const seen = words.find((word) => isSame(reply, word))
    if (seen === undefined) continue
    words.splice(words.indexOf(seen), 1)
    const isNews = reply.state !== 'sent'
    change(context, file, isNews ? ['replies', 'mentions', 'promises', 'people'] : ['mentions'], () => {
      prepared<[number, number]>(file.db, 'UPDATE reply SET seen_mention_id = ? WHERE id = ?').run(
        seen.id,
        reply.id,
      )
      if (isNews) markSent(file, reply.id, { at: timeOfRow(seen.id), url: seen.url })
    })
    if (isNews) journal(file, findReply(file, reply.id) ?? reply, 'sent', now, { url: seen.url })
  }
}

/** The place's id or address says so; else the same words, said in the same conversation after they were queued. */
function isSame(reply: ReplyRow, word: Gathered): boolean {
  if (reply.url !== null && reply.url === word.url) return true
  if (
    reply.external_id !== null &&
    (reply.external_id === word.external_id || reply.external_id === word.url)
  )
    return true
  return (
    reply.conversation_id === word.conversation_id &&
    timeOfRow(word.id) >= reply.queued_at - EARLIER_MS &&
    saysTheSame(reply.body, word.body)
  )
}

function listUnseen({ db }: BrandFile, since: number): ReplyRow[] {
  return prepared<[number], ReplyRow>(
    db,
    `SELECT * FROM reply WHERE seen_mention_id IS NULL AND queued_at > ?
       AND state IN ('unsure', 'held', 'by-hand', 'stopped', 'queued', 'sent') ORDER BY id`,
  ).all(since)
}

function listOurWords({ db }: BrandFile, since: number): Gathered[] {
  return prepared<[number], Gathered>(
    db,
    `SELECT mention.id, mention.conversation_id, text.external_id, text.url, text.body
     FROM mention JOIN mention_text text USING (id)
     WHERE our_voice = 1 AND mention.id > ?
       AND mention.id NOT IN (SELECT seen_mention_id FROM reply WHERE seen_mention_id IS NOT NULL)`,
  ).all(rowAt(since))
}
