import type { Database } from 'better-sqlite3'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'

/** What has to be known of a mention to say what it answers, or what answered it. */
export interface InConversation {
  readonly row: number
  readonly conversationId: number
  readonly externalId: string | null
  readonly authorId: number | null
  readonly inReplyTo: string | null
}

/** What a word of ours answers: the mention it names, and what that same person said there before it. */
export function answeredBy(db: Database, ours: InConversation): number[] {
  if (ours.inReplyTo === null) return []
  return prepared<[Record<string, unknown>], { id: number }>(
    db,
    `SELECT mention.id FROM mention JOIN mention_text text USING (id) LEFT JOIN author ON author.id = mention.author_id
     WHERE ${isOfConversation('mention', '@conversationId')} AND mention.our_voice = 0 AND (
       text.external_id = @inReplyTo
       OR mention.id < @row AND author.person_id IN (
         SELECT person_id FROM mention asked JOIN mention_text text USING (id) JOIN author ON author.id = asked.author_id
         WHERE ${isOfConversation('asked', '@conversationId')} AND text.external_id = @inReplyTo AND asked.our_voice = 0))`,
  )
    .all({ ...ours })
    .map(({ id }) => id)
}

/** Whether a word of ours that was gathered before it answers it. */
export function isAnswered(db: Database, theirs: InConversation): boolean {
  const answer = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `SELECT ours.id FROM mention ours
     WHERE ${isOfConversation('ours', '@conversationId')} AND ours.our_voice = 1 AND (
       ours.in_reply_to = @externalId
       OR ours.id > @row AND ours.in_reply_to IN (
         SELECT external_id FROM mention asked JOIN mention_text USING (id) JOIN author ON author.id = asked.author_id
         WHERE ${isOfConversation('asked', '@conversationId')} AND author.person_id =
           (SELECT person_id FROM author WHERE id = @authorId)))
     LIMIT 1`,
  ).get({ ...theirs })
  return answer !== undefined
}

/** Words of ours that were gathered before the mention they answer: what that settles. */
export function settledBy(db: Database, theirs: InConversation): number[] {
  if (theirs.externalId === null) return []
  const ours = prepared<[Record<string, unknown>], InConversation>(
    db,
    `SELECT id AS row, conversation_id AS conversationId, external_id AS externalId, author_id AS authorId,
       in_reply_to AS inReplyTo
     FROM mention JOIN mention_text USING (id)
     WHERE ${isOfConversation('mention', '@conversationId')} AND our_voice = 1 AND in_reply_to = @externalId`,
  ).all({ ...theirs })
  return ours.flatMap((one) => answeredBy(db, one))
}
