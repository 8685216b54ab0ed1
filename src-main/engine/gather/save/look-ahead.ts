import type { Database } from 'better-sqlite3'
import { rowAt, SERIALS } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { conversationKey } from './conversations.ts'
import type { DistinctItem } from './distinct.ts'
import { isExact } from './exact.ts'
import { type KnownMention, listByIdentities } from './mention-rows.ts'
import { type KnownSpeakers, listSpeakers } from './people.ts'

/** An item, and of which place it is. */
export interface PlacedItem {
  readonly host: string
  readonly distinct: DistinctItem
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
  /** The next free row of a second, by its first. */
  readonly freeRows: Map<number, number>
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
      some.flatMap(({ host, distinct: { item } }) => (item.author === null ? [] : { host, ...item.author })),
    ),
    freeRows: listFreeRows(db, [...new Set(some.map(({ at }) => rowAt(at)))]),
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
export function takeRow({ freeRows }: Ahead, timeMs: number): number {
  const first = rowAt(timeMs)
  const row = freeRows.get(first) ?? first
  freeRows.set(first, row + 1)
  return row
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

function listFreeRows(db: Database, firsts: readonly number[]): Map<number, number> {
  const rows = prepared<[string], { first: number; last: number | null }>(
    db,
    `SELECT value AS first, (SELECT max(id) FROM mention WHERE id >= value AND id < value + ${SERIALS}) AS last
     FROM json_each(?)`,
  ).all(JSON.stringify(firsts))
  return new Map(rows.map(({ first, last }) => [first, last === null ? first : last + 1]))
}

function listWaiting(db: Database, items: readonly PlacedItem[]): Set<string> {
  const keys = items.flatMap(({ host, distinct: { item, isKnownById } }) =>
    item.externalId === null || !isKnownById ? [] : [conversationKey(host, item.externalId)],
  )
  const rows = prepared<[string], { key: string }>(
    db,
    'SELECT key FROM conversation WHERE key IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(keys.filter(isExact)))
  return new Set(rows.map(({ key }) => key))
}
