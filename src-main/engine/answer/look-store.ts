import { AddressForm } from '../../contract/brands.ts'
import { dayOf } from '../../contract/day.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import type { BrokenPromise } from './second-look/looked-at.ts'

/** What a draft is looked at with that `answerable` does not say. */
export interface SaidTo {
  readonly stars: number | null
  readonly person: number | null
  readonly address: AddressForm | null
}

interface SaidRow {
  readonly stars: number | null
  readonly person_id: number | null
  readonly address: string | null
}

export function findSaidTo({ db }: BrandFile, mention: number): SaidTo {
  const row = prepared<[number], SaidRow>(
    db,
    `SELECT mention.stars, author.person_id, person.address
     FROM mention LEFT JOIN author ON author.id = mention.author_id LEFT JOIN person ON person.id = author.person_id
     WHERE mention.id = ?`,
  ).get(mention)
  return {
    stars: row?.stars ?? null,
    person: row?.person_id ?? null,
    address: AddressForm.nullable().parse(row?.address ?? null),
  }
}

interface Asked {
  readonly mention: number
  readonly person: number | null
  readonly now: number
  readonly timezone: string
}

/** The newest promise to this person, or in this conversation, that was broken, or whose day passed without a word. */
export function findBrokenPromise({ db }: BrandFile, asked: Asked): BrokenPromise | null {
  const row = prepared<
    [{ mention: number; person: number | null; now: number }],
    { text: string; due_at: number }
  >(
    db,
    `SELECT promise.text, promise.due_at FROM promise
     JOIN mention ON mention.id = promise.mention_id LEFT JOIN author ON author.id = mention.author_id
     WHERE (author.person_id = @person OR mention.conversation_id = (SELECT conversation_id FROM mention WHERE id = @mention))
       AND (promise.state = 'broken' OR (promise.state = 'open' AND promise.due_at < @now))
     ORDER BY promise.due_at DESC LIMIT 1`,
  ).get({ mention: asked.mention, person: asked.person, now: asked.now })
  return row ? { text: row.text, day: dayOf(row.due_at, asked.timezone) } : null
}
