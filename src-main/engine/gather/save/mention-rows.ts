import type { Database } from 'better-sqlite3'
import { SERIALS } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import { refreshStated } from '../../triage/stated-columns.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import type { StoredFeeling } from '../../understand/stored.ts'
import { type Batch, replaceWords, type Words } from './batch.ts'
import { bytesOf, type Identity } from './identity.ts'
import { type NewMention, ratingColumns, writeMarkup, writeNew } from './write-new.ts'

export interface KnownMention {
  readonly id: number
  readonly source_id: number
  readonly conversation_id: number
  readonly content_hash: number
  readonly published_at: number | null
  readonly our_voice: 0 | 1
}

const KNOWN = 'mention.id, source_id, conversation_id, content_hash, published_at, our_voice'
const BY_IDENTITY = `SELECT ${KNOWN} FROM mention WHERE identity = ?`
const OF_SECOND = `SELECT ${KNOWN} FROM mention WHERE id >= ? AND id < ? LIMIT 1000`

export function findByIdentity(db: Database, identity: Identity): KnownMention | null {
  return prepared<[Buffer], KnownMention>(db, BY_IDENTITY).get(bytesOf(identity)) ?? null
}

// Each as it comes: IN would first put them into a table of their own.
const BY_IDENTITIES = `SELECT ${KNOWN}, wanted.value AS key FROM json_each(?) wanted CROSS JOIN mention
  ON identity = unhex(wanted.value)`

/** Those of some identities that are there, by the hexadecimal digits of each. */
export function listByIdentities(db: Database, keys: readonly string[]): Map<string, KnownMention> {
  const rows = prepared<[string], KnownMention & { key: string }>(db, BY_IDENTITIES).all(JSON.stringify(keys))
  return new Map(rows.map((row) => [row.key, row]))
}

/** Mentions of the second that begins with this row. */
export function listOfSecond(db: Database, first: number): KnownMention[] {
  return prepared<[number, number], KnownMention>(db, OF_SECOND).all(first, first + SERIALS)
}

/** Answers what is known of it from now on. It is written together with others, at the latest at the end of the batch. */
export function addMention({ added, unwritten }: Batch, mention: NewMention): KnownMention {
  const { row, item, sourceRow } = mention
  unwritten.mentions.push(mention)
  added.push(row)
  return {
    id: row,
    source_id: sourceRow,
    conversation_id: mention.conversationId,
    content_hash: item.contentHash,
    published_at: mention.publishedAt,
    our_voice: mention.ourVoice ? 1 : 0,
  }
}

export interface Edit {
  readonly item: ReadMention
  readonly names: readonly string[]
  readonly feeling: StoredFeeling
  readonly now: number
}

/** Keeps what it said before as a revision, and puts what it says now in its place. */
export function reviseMention(batch: Batch, row: number, edit: Edit): void {
  const { item, names, feeling, now } = edit
  const { db } = batch
  writeNew(db, batch.unwritten)
  const before = prepared<[number], Words>(
    db,
    'SELECT title, body, author FROM mention_text WHERE id = ?',
  ).get(row)
  if (!before) throw new Error(`Mention ${row} has no text.`)
  prepared<[number, number]>(
    db,
    `INSERT INTO revision (mention_id, title, body, html, rating_value, rating_worst, rating_best, replaced_at)
     SELECT mention.id, title, body, coalesce(html, ''), rating_value, rating_worst, rating_best, ?
     FROM mention JOIN mention_text USING (id) LEFT JOIN mention_markup USING (id) WHERE mention.id = ?`,
  ).run(now, row)
  replaceWords(batch, row, before)
  prepared<unknown[]>(
    db,
    'UPDATE mention_text SET title = ?, body = ?, url = coalesce(?, url), lang = ? WHERE id = ?',
  ).run(item.title, item.text, item.url, item.language, row)
  prepared<[number]>(db, 'DELETE FROM mention_markup WHERE id = ?').run(row)
  writeMarkup(db, row, item)
  prepared<unknown[]>(
    db,
    `UPDATE mention SET content_hash = ?, rating_value = ?, rating_worst = ?, rating_best = ?, stars = ?,
       updated_at = ?, names = ?, print = ?, feeling = iif(our_voice, NULL, ?),
       feeling_confidence = iif(our_voice, NULL, ?) WHERE id = ?`,
  ).run(
    item.contentHash,
    ...ratingColumns(item.rating),
    item.updatedAt ?? now,
    JSON.stringify(names),
    item.print,
    feeling.feeling,
    feeling.confidence,
    row,
  )
  refreshStated(db, row)
}

/** A later correction of the date is shown; the key, and so the place in lists, stays. */
export function correctDate(db: Database, row: number, publishedAt: number): void {
  prepared<[number, number]>(db, 'UPDATE mention SET published_at = ? WHERE id = ?').run(publishedAt, row)
}

/** The mention came through this source as well; true when that is news. */
export function noteSeen(db: Database, sourceRow: number, guidHash: number, row: number): boolean {
  return (
    prepared<[number, number, number]>(
      db,
      'INSERT OR IGNORE INTO mention_seen (source_id, guid_hash, mention_id) VALUES (?, ?, ?)',
    ).run(sourceRow, guidHash, row).changes > 0
  )
}

export function isNotedAsSeen(db: Database, sourceRow: number, guidHash: number): boolean {
  const found = prepared<[number, number], { id: number }>(
    db,
    'SELECT mention_id AS id FROM mention_seen WHERE source_id = ? AND guid_hash = ?',
  ).get(sourceRow, guidHash)
  return found !== undefined
}

export function isPassedOver(db: Database, sourceRow: number, guidHash: number): boolean {
  const found = prepared<[number, number], { at: number }>(
    db,
    'SELECT seen_at AS at FROM passed_over WHERE source_id = ? AND guid_hash = ?',
  ).get(sourceRow, guidHash)
  return found !== undefined
}

export function passOver(db: Database, sourceRow: number, guidHash: number, now: number): void {
  prepared<[number, number, number]>(
    db,
    'INSERT OR IGNORE INTO passed_over (source_id, guid_hash, seen_at) VALUES (?, ?, ?)',
  ).run(sourceRow, guidHash, now)
}

/** Whether a source still stands in the list: only then does it say how its mentions read now. */
export function isRemoved(db: Database, sourceRow: number): boolean {
  const row = prepared<[number], { removed_at: number | null }>(
    db,
    'SELECT removed_at FROM source WHERE id = ?',
  ).get(sourceRow)
  return row === undefined || row.removed_at !== null
}
