import type { BrandFile } from '../store/brand-file.ts'
import { timeOfRow } from '../store/mention-key.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant } from '../store/time.ts'
import { counts, TAGGED } from './numbers-store.ts'
import type { Period } from './period.ts'
import type { Said } from './quotes.ts'

/** How many of each kind are looked at for a quote. */
const LOOKED_AT = 60

interface SaidRow {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly author: string
  readonly handle: string | null
  readonly person_id: number | null
  readonly place: string
  readonly url: string | null
  readonly stars: number | null
}

/** What may be quoted of a tag: the newest, the newest unhappy and the newest happy things that were said. */
export function listQuotable({ db }: BrandFile, period: Period, tags: readonly number[]): Said[] {
  const rows = ['TRUE', 'mention.stars <= 2', 'mention.stars >= 4'].flatMap((which) =>
    prepared<[string, number, number], SaidRow>(
      db,
      `SELECT mention.id, text.title, substr(text.body, 1, 20000) AS body, text.author, author.handle,
         author.person_id, source.title AS place, text.url, mention.stars
       FROM mention_state state JOIN mention ON mention.id = state.id JOIN mention_text text ON text.id = state.id
       JOIN source ON source.id = mention.source_id LEFT JOIN author ON author.id = mention.author_id
       WHERE ${counts(period)} AND ${which} AND state.id IN (${TAGGED})
       ORDER BY state.id DESC LIMIT ${LOOKED_AT}`,
    ).all(JSON.stringify(tags), period.firstRow, period.pastRow),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()].map(toSaid)
}

function toSaid(row: SaidRow): Said {
  return {
    text: row.body.trim() === '' ? row.title : row.body,
    author: row.author || row.handle || '',
    place: row.place,
    url: row.url,
    at: toInstant(timeOfRow(row.id)),
    stars: row.stars === null ? null : Math.round(row.stars * 10) / 10,
    person: row.person_id ?? `m${row.id}`,
  }
}
