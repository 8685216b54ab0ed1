import type { Database } from 'better-sqlite3'
import { rowAt, SERIALS } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { conversationKey } from './conversations.ts'
import type { DistinctItem } from './distinct.ts'
import { exactJson, isExact } from './exact.ts'
import { type KnownMention, listByIdentities } from './mention-rows.ts'
import { type KnownSpeakers, listSpeakers, type Speaking } from './people.ts'

/** An item, and of which place it is. */
export interface PlacedItem {
  readonly host: string
  readonly distinct: DistinctItem
  readonly speaking: Speaking | null
  /** What its row is made of, in ms. */
  readonly at: number
}

/**
 * What one look at the file found out about the next items, of whatever documents: asked for one by one, each answer
 * costs more than writing a row. True until the transaction ends, as long as who writes also notes it here.
 */
export interface Ahead {
  /** By the hexadecimal digits of their identity. */
  readonly mentions: Map<string, KnownMention>
  readonly speakers: KnownSpeakers
  /** The next free row of a second in which something was said, by its first. */
  readonly freeRows: ReadonlyMap<number, number>
  /** The row taken last: in its second, what follows is free. */
  lastRow: number
  /** Keys under which a conversation waits for its question; nothing is wrong with some more. */
  readonly waiting: Set<string>
}

/** So many items are looked up at a time. */
export const LOOK_AHEAD = 500

/** Inside the transaction that saves them. */
export function lookAhead(db: Database, some: readonly PlacedItem[]): Ahead {
  return {
    mentions: listByIdentities(
      db,
      some.map(({ distinct }) => distinct.identity.key),
    ),
    speakers: listSpeakers(
      db,
      some.flatMap(({ speaking }) => speaking ?? []),
    ),
    freeRows: listFreeRows(db, [...new Set(some.map(({ at }) => rowAt(at)))]),
    lastRow: -1,
    waiting: listWaiting(db, some),
  }
}

export function knownIn(ahead: Ahead, { identity }: DistinctItem): KnownMention | null {
  return ahead.mentions.get(identity.key) ?? null
}

/** What was just written or changed is known from now on. */
export function noteKnown({ mentions }: Ahead, { identity }: DistinctItem, known: KnownMention): void {
  mentions.set(identity.key, known)
}

/** A free row of a time in ms, which is taken from now on. */
export function takeRow(ahead: Ahead, timeMs: number): number {
  const first = rowAt(timeMs)
  // What is saved together is saved by time: a second does not come again after another.
  const isSameSecond = ahead.lastRow >= first && ahead.lastRow < first + SERIALS
  ahead.lastRow = isSameSecond ? ahead.lastRow + 1 : (ahead.freeRows.get(first) ?? first)
  return ahead.lastRow
}

/** From now on a conversation may wait for the mention with this id. */
export function noteWaiting({ waiting }: Ahead, host: string, externalId: string): void {
  waiting.add(conversationKey(host, externalId))
}

/** Whether a conversation may wait for the mention with this id. */
export function mayBeWaitedFor({ waiting }: Ahead, host: string, externalId: string): boolean {
  const key = conversationKey(host, externalId)
  return !isExact(key) || waiting.has(key)
}

/** Of seconds in which something was said; beyond what was said first and last all are free. */
function listFreeRows(db: Database, firsts: readonly number[]): Map<number, number> {
  const extent = prepared<[], { oldest: number | null; newest: number | null }>(
    db,
    'SELECT (SELECT min(id) FROM mention) AS oldest, (SELECT max(id) FROM mention) AS newest',
  ).get()
  const [oldest, newest] = [extent?.oldest ?? 0, extent?.newest ?? -1]
  const some = firsts.filter((first) => first <= newest && first + SERIALS > oldest)
  if (some.length === 0) return new Map()
  const rows = prepared<[string], { first: number; last: number | null }>(
    db,
    `SELECT value AS first, (SELECT max(id) FROM mention WHERE id >= value AND id < value + ${SERIALS}) AS last
     FROM json_each(?)`,
  ).all(JSON.stringify(some))
  return new Map(rows.map(({ first, last }) => [first, last === null ? first : last + 1]))
}

function listWaiting(db: Database, items: readonly PlacedItem[]): Set<string> {
  const any = prepared<[], { id: number }>(db, "SELECT id FROM conversation WHERE key > '' LIMIT 1").get()
  if (any === undefined) return new Set()
  const keys = items.flatMap(({ host, distinct: { item, isKnownById } }) =>
    item.externalId === null || !isKnownById ? [] : [conversationKey(host, item.externalId)],
  )
  const rows = prepared<[string], { key: string }>(
    db,
    'SELECT key FROM conversation WHERE key IN (SELECT value FROM json_each(?))',
  ).all(exactJson(keys))
  return new Set(rows.map(({ key }) => key))
}
