import type { Mention } from '../../contract/mentions.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { isOfConversation } from '../store/conversation-rows.ts'
import { prepared } from '../store/prepared.ts'
import { listAmong, listRows, type PageWanted } from './page-store.ts'
import type { Order } from './question/select.ts'
import { listMentions } from './store.ts'

/**
 * A page of conversations: of each, the first of its mentions that the question matches, in the order of the list. So a
 * conversation has one place, however many pages its mentions are spread over.
 */
export function listConversations(file: BrandFile, wanted: PageWanted, order: Order): number[] {
  const found: number[] = []
  let { after } = wanted
  for (;;) {
    const rows = listRows(file, { ...wanted, after })
    found.push(...firstOfTheirs(file, wanted, rows, order))
    const last = rows.at(-1)
    if (last === undefined || rows.length < wanted.limit || found.length >= wanted.limit) {
      return found.slice(0, wanted.limit)
    }
    after = { row: last, shown: 'shown' }
  }
}

interface Ahead {
  readonly row: number
  readonly other: number
}

/** Those before which, in the order of the list, nothing of their conversation matches. */
function firstOfTheirs(file: BrandFile, wanted: PageWanted, rows: readonly number[], order: Order): number[] {
  const ahead = prepared<[string], Ahead>(
    file.db,
    `SELECT one.id AS row, other.id AS other FROM json_each(?) asked
     CROSS JOIN mention one ON one.id = asked.value
     CROSS JOIN mention other ON ${isOfConversation('other', 'one.conversation_id')}
     CROSS JOIN mention_state state ON state.id = other.id
     WHERE other.id ${order === 'newest' ? '>' : '<'} one.id`,
  ).all(JSON.stringify(rows))
  if (ahead.length === 0) return [...rows]
  const matching = new Set(
    listAmong(
      file,
      wanted,
      ahead.map(({ other }) => other),
    ),
  )
  const followers = new Set(ahead.filter(({ other }) => matching.has(other)).map(({ row }) => row))
  return rows.filter((row) => !followers.has(row))
}

interface Member {
  readonly row: number
  readonly shown: number
  readonly members: number
}

/** For each row its conversation's most open mention, the newest of equals, with how many there are. */
export function readConversations(file: BrandFile, rows: readonly number[]): ReadonlyMap<number, Mention> {
  const members = prepared<[string], Member>(
    file.db,
    `SELECT asked.value AS row,
       (SELECT state.id FROM mention other CROSS JOIN mention_state state ON state.id = other.id
         WHERE ${isOfConversation('other', 'one.conversation_id')} ORDER BY state.status, state.id DESC LIMIT 1) AS shown,
       (SELECT count(*) FROM mention other CROSS JOIN mention_state state ON state.id = other.id
         WHERE ${isOfConversation('other', 'one.conversation_id')}) AS members
     FROM json_each(?) asked CROSS JOIN mention one ON one.id = asked.value`,
  ).all(JSON.stringify(rows))
  const read = listMentions(
    file,
    members.map(({ shown }) => shown),
  )
  const byRow = new Map(read.map((mention) => [placeOf(mention.id).row, mention]))
  return new Map(
    members.flatMap(({ row, shown, members: count }) => {
      const mention = byRow.get(shown)
      return mention ? [[row, { ...mention, members: count }] as const] : []
    }),
  )
}
