import { CallFailed } from '../../contract/failure.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { timeOfRow } from '../store/mention-key.ts'
import { isOfConversation } from '../store/conversation-rows.ts'
import { prepared } from '../store/prepared.ts'
import type { Place } from './channels/channel.ts'

export interface Answerable {
  readonly row: number
  /** Where the person spoke. */
  readonly url: string | null
  readonly title: string
  readonly text: string
  readonly language: string | null
  /** How the person may be called, best first. */
  readonly signatures: readonly (string | null)[]
}

interface AnswerableRow {
  readonly our_voice: number
  readonly url: string | null
  readonly lang: string | null
  readonly title: string
  readonly body: string
  readonly first_name: string | null
  readonly name: string | null
  readonly handle: string | null
}

/** The mention to be answered. Throws `not-found`, or `conflict` for our own voice. */
export function answerable({ db }: BrandFile, id: MentionId): Answerable {
  const { row } = placeOf(id)
  const found = prepared<[number], AnswerableRow>(
    db,
    `SELECT mention.our_voice, text.url, text.lang, text.title, text.body, person.first_name, author.name, author.handle
     FROM mention JOIN mention_text text USING (id)
     LEFT JOIN author ON author.id = mention.author_id LEFT JOIN person ON person.id = author.person_id
     WHERE mention.id = ?`,
  ).get(row)
  if (!found) {
    throw new CallFailed({
      kind: 'not-found',
      message: `There is no mention ${id}.`,
      hint: 'mentions.list says which there are.',
    })
  }
  if (found.our_voice === 1) {
    throw new CallFailed({
      kind: 'conflict',
      message: 'That is our own voice; it is not answered.',
      hint: 'Answer what the person said.',
    })
  }
  const signatures = [found.first_name, found.name, found.handle]
  return { row, url: found.url, title: found.title, text: found.body, language: found.lang, signatures }
}

interface PlaceRow {
  readonly url: string | null
  readonly external_id: string | null
  readonly conversation_id: number
  readonly title: string
  readonly body: string
  readonly lang: string | null
  readonly name: string
  readonly handle: string | null
  readonly known_at: number
}

/** Where a mention was said, as a channel needs it. */
export function placeOfMention({ db }: BrandFile, row: number): Place & { readonly language: string | null } {
  const found = prepared<[number], PlaceRow>(
    db,
    `SELECT text.url, text.external_id, mention.conversation_id, text.title, text.body, text.lang, text.author AS name, author.handle,
       max(mention.gathered_at, coalesce(mention.updated_at, 0),
         coalesce((SELECT max(replaced_at) FROM revision WHERE mention_id = mention.id), 0)) AS known_at
     FROM mention JOIN mention_text text USING (id) LEFT JOIN author ON author.id = mention.author_id
     WHERE mention.id = ?`,
  ).get(row)
  if (!found) throw new Error(`There is no mention ${row}.`)
  const { url, external_id: externalId, title, body: text, name, handle, known_at: knownAt } = found
  const before = idsBefore(db, found.conversation_id, row)
  return { url, externalId, title, text, author: { name, handle }, before, knownAt, language: found.lang }
}

function idsBefore(db: BrandFile['db'], conversation: number, row: number): string[] {
  const rows = prepared<[{ conversation: number; row: number; at: number }], { id: string }>(
    db,
    `SELECT external_id AS id, id / 2097152 * 1000 AS at FROM mention JOIN mention_text USING (id)
     WHERE ${isOfConversation('mention', '@conversation')} AND id < @row AND external_id IS NOT NULL
     UNION
     SELECT external_id AS id, settled_at AS at FROM reply
     WHERE conversation_id = @conversation AND state = 'sent' AND settled_at <= @at AND external_id IS NOT NULL
     ORDER BY at`,
  ).all({ conversation, row, at: timeOfRow(row) })
  return [...new Set(rows.map(({ id }) => id))]
}
