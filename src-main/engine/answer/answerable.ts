import { CallFailed } from '../../contract/failure.ts'
import type { MentionId } from '../../contract/ids.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'

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
