import type { Listening } from '../../../contract/listening.ts'
import type { PromiseState } from '../../../contract/promises.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { mentionId, promiseId } from '../../store/ids.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { toInstant } from '../../store/time.ts'

/** What the user said a mention asks; null where they said nothing. */
export function findCorrectedAsk({ db }: BrandFile, mention: number): string | null {
  const asks = prepared<[number], { asks: string }>(db, 'SELECT asks FROM heard WHERE id = ?').get(
    mention,
  )?.asks
  return asks === undefined || asks === '' ? null : asks
}

/** Makes room for what the user says a mention asks. In the caller's transaction. */
export function ensureHeard({ db }: BrandFile, mention: number): 'made' | 'there' {
  const { changes } = prepared<[number]>(db, 'INSERT OR IGNORE INTO heard (id) VALUES (?)').run(mention)
  return changes === 1 ? 'made' : 'there'
}

/** Who says a mention, or null where nobody is named. */
export function findSpeaker({ db }: BrandFile, mention: number): number | null {
  const sql =
    'SELECT author.person_id AS person FROM mention JOIN author ON author.id = author_id WHERE mention.id = ?'
  return prepared<[number], { person: number }>(db, sql).get(mention)?.person ?? null
}

interface PromiseRow {
  readonly id: number
  readonly mention_id: number
  readonly text: string
  readonly due_at: number
  readonly state: PromiseState
}

/** What we promised a person, what we owe first; then the newest. `now` is UTC ms. */
export function listPromisesTo(
  { db, brandId }: BrandFile,
  person: number,
  now: number,
): Listening['promises'] {
  return prepared<[number], PromiseRow>(
    db,
    `SELECT promise.id, promise.mention_id, promise.text, promise.due_at, promise.state
     FROM author JOIN mention ON mention.author_id = author.id JOIN promise ON promise.mention_id = mention.id
     WHERE author.person_id = ? ORDER BY promise.state = 'kept', promise.due_at DESC LIMIT 20`,
  )
    .all(person)
    .map((row) => ({
      promiseId: promiseId(brandId, row.id),
      mentionId: mentionId(brandId, row.mention_id),
      text: row.text,
      due: toInstant(row.due_at),
      state: row.state === 'open' && row.due_at < now ? 'overdue' : row.state,
    }))
}

/** The whole text of what we said to a person, newest first, with its time. */
export function listOurWordsTo(
  { db }: BrandFile,
  person: number,
): readonly { readonly at: number; readonly text: string }[] {
  return prepared<[{ person: number }], { at: number; text: string }>(
    db,
    `SELECT coalesce(reply.settled_at, reply.queued_at) AS at, reply.body AS text
     FROM author JOIN mention ON mention.author_id = author.id JOIN reply ON reply.mention_id = mention.id
     WHERE author.person_id = @person AND reply.state = 'sent'
     UNION ALL
     SELECT ours.id / 2097152 * 1000, text.body FROM (
       SELECT DISTINCT mention.conversation_id AS id FROM author JOIN mention ON mention.author_id = author.id
       WHERE author.person_id = @person) theirs
     CROSS JOIN mention ours ON ${isOfConversation('ours', 'theirs.id')}
     JOIN mention_text text ON text.id = ours.id
     WHERE ours.our_voice = 1
     ORDER BY at DESC LIMIT 200`,
  ).all({ person })
}
