import type { Database } from 'better-sqlite3'
import { rowAt, timeOfRow } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { addToTable, findInTable, newTable, type TwinKeys, type TwinTable } from './twins-table.ts'
import { TWIN_DAYS } from './twins-same.ts'

/** What is known in memory of the mentions of one brand's file. */
interface TwinIndex {
  table: TwinTable
  /** The stretches of time that were read, by their number since 1970. */
  readonly stretches: Set<number>
  /** How often it was asked since it was empty. */
  lookedUp: number
  /** How many mentions there were when it was last right. */
  mentions: number
}

const STRETCH_MS = TWIN_DAYS * 86_400_000
/** Beyond, it makes room for others, but not more often than it is worth reading those. */
const MOST_MENTIONS = 50_000
/** What is said again by more than this is a form letter. */
const MOST_CANDIDATES = 50

/**
 * A cache, not state: an index on the disk would cost more than all the others, and only the mentions around the time
 * of what is saved are ever asked for. Whoever uses it looks at the rows themselves: some may have changed since.
 */
const indexes = new WeakMap<Database, TwinIndex>()

/** Forgets what it knew when another connection has added mentions. Once a batch. */
export function refreshTwins(db: Database): void {
  const mentions = countMentions(db)
  if (indexes.get(db)?.mentions === mentions) return
  indexes.set(db, { table: newTable(), stretches: new Set(), lookedUp: 0, mentions })
}

/** At the end of a batch: what it added is known here. */
export function noteTwinsSaved(db: Database): void {
  const known = indexes.get(db)
  if (known) known.mentions = countMentions(db)
}

function countMentions(db: Database): number {
  const sql = "SELECT coalesce(sum(n), 0) AS n FROM counter WHERE subject = 'source'"
  return prepared<[], { n: number }>(db, sql).get()?.n ?? 0
}

/**
 * Rows of other sources that have its address, or nearly its print, the nearest in time first. From now on it is one
 * of those that are looked up. `beforeReading`: what writes down all there is, should mentions have to be read.
 */
export function lookUpTwins(db: Database, keys: TwinKeys, beforeReading: () => void): number[] {
  const index = indexes.get(db)
  if (!index || (keys.print === null && keys.addressHash === null)) return []
  const own = Math.floor(timeOfRow(keys.row) / STRETCH_MS)
  index.lookedUp += 1
  if (index.table.size >= MOST_MENTIONS && index.lookedUp > MOST_MENTIONS) empty(index)
  const hasRoom = index.table.size < MOST_MENTIONS
  const unread = hasRoom ? [own, own - 1, own + 1].filter((at) => !index.stretches.has(at)) : []
  if (unread.length > 0) beforeReading()
  for (const at of unread) readStretch(db, index, at)
  const found = findInTable(index.table, keys)
  if (index.stretches.has(own)) addToTable(index.table, keys)
  return [...found]
    .sort((a, b) => Math.abs(a - keys.row) - Math.abs(b - keys.row) || a - b)
    .slice(0, MOST_CANDIDATES)
}

function readStretch(db: Database, index: TwinIndex, at: number): void {
  const room = MOST_MENTIONS - index.table.size
  if (room <= 0) return
  index.stretches.add(at)
  for (const keys of listKeys(db, at, room)) addToTable(index.table, keys)
}

function empty(index: TwinIndex): void {
  index.table = newTable()
  index.stretches.clear()
  index.lookedUp = 0
}

function listKeys(db: Database, at: number, most: number): TwinKeys[] {
  return prepared<[number, number, number], TwinKeys>(
    db,
    `SELECT id AS row, source_id AS sourceRow, print, address_hash AS addressHash FROM mention
     WHERE id >= ? AND id < ? AND our_voice = 0 AND (print IS NOT NULL OR address_hash IS NOT NULL) LIMIT ?`,
  ).all(rowAt(at * STRETCH_MS), rowAt((at + 1) * STRETCH_MS), most)
}
