import type { Database } from 'better-sqlite3'
import type { Rating } from '../../../contract/mentions.ts'
import { prepared } from '../../store/prepared.ts'
import { ratingShare } from '../../store/rating-share.ts'
import { textAsHtml } from '../../store/text-as-html.ts'
import { newUid } from '../../store/uid.ts'
import type { StoredFeeling } from '../../understand/stored.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { READER_VERSION } from '../read/version.ts'
import { type Cells, rowsJson } from './exact.ts'
import type { Identity } from './identity.ts'
import type { Speaker, SpeakerKeys } from './same-person.ts'

export interface NewMention {
  readonly row: number
  readonly identity: Identity
  readonly sourceRow: number
  readonly item: ReadMention
  readonly authorId: number | null
  readonly conversationId: number
  readonly addressHash: number | null
  readonly publishedAt: number | null
  readonly ourVoice: boolean
  /** Null of our own voice. */
  readonly feeling: StoredFeeling | null
  readonly names: readonly string[]
  readonly now: number
}

export interface NewAuthor {
  readonly id: number
  readonly person: number
  readonly key: string
  readonly speaker: Speaker
  readonly keys: SpeakerKeys
}

/** What a batch adds and has not written yet. */
export interface Unwritten {
  /** By row ascending, as they are saved. */
  readonly mentions: NewMention[]
  readonly authors: NewAuthor[]
}

// All by one statement, out of JSON: a statement for each costs more than reading its cells out of that.
const cells = (columns: string) => columns.split(',').map((_, index) => `value ->> ${index}`)

const AUTHOR = 'id, person_id, key, host, name, handle, url, handle_key, network, profile_key'
const INSERT_AUTHORS = `INSERT INTO author (${AUTHOR}) SELECT ${cells(AUTHOR).join(', ')} FROM jsonb_each(?)`

function cellsOfAuthor({ id, person, key, speaker, keys }: NewAuthor): Cells {
  const { host, name, handle, url } = speaker
  return [id, person, key, host, name, handle, url, keys.handle, keys.network, keys.profile]
}

const MENTION = `id, source_id, author_id, kind, rating_value, rating_worst, rating_best, stars,
  published_at, updated_at, gathered_at, our_voice, in_reply_to, content_hash, names, address_hash, feeling, feeling_confidence`
const IDENTITY_BYTES = 16
const PRINT_BYTES = 8
// Bytes lie beside the JSON, those of one mention behind those of the one before.
const INSERT_MENTIONS = `
  INSERT INTO mention (identity, print, ${MENTION}, conversation_id)
  SELECT substr(?, key * ${IDENTITY_BYTES} + 1, ${IDENTITY_BYTES}),
    nullif(substr(?, key * ${PRINT_BYTES} + 1, ${PRINT_BYTES}), zeroblob(${PRINT_BYTES})), ${cells(MENTION).join(', ')},
    coalesce(value ->> ${cells(MENTION).length}, value ->> 0)
  FROM jsonb_each(?)`

function cellsOfMention(mention: NewMention): Cells {
  const { row, sourceRow, item, authorId, conversationId, publishedAt, now, ourVoice, feeling } = mention
  return [
    ...[row, sourceRow, authorId, item.kind],
    ...ratingColumns(item.rating),
    ...[publishedAt, item.updatedAt, now, ourVoice ? 1 : 0, item.inReplyTo, item.contentHash],
    ...[mention.names.length === 0 ? '[]' : JSON.stringify(mention.names), mention.addressHash],
    ...[
      feeling?.feeling ?? null,
      feeling?.confidence ?? null,
      conversationId === row ? null : conversationId,
    ],
  ]
}

/** Value, worst, best, and stars: 1 + 4 x its share of the scale. */
export function ratingColumns(rating: Rating | null): (number | null)[] {
  if (rating === null) return [null, null, null, null]
  const { value, worst, best } = rating
  return [value, worst, best, 1 + 4 * ratingShare(rating)]
}

/** Whoever reads authors that may be new has them written before. */
export function writeAuthors(db: Database, { authors }: Unwritten): void {
  if (authors.length === 0) return
  prepared<[string]>(db, INSERT_AUTHORS).run(rowsJson(authors.map(cellsOfAuthor)))
  authors.length = 0
}

/**
 * Writes what is new, by row ascending: what many sources said on many days lies all over the file, and so each page is
 * fetched once. Whoever reads what may be new has it written before.
 */
export function writeNew(db: Database, unwritten: Unwritten): void {
  writeAuthors(db, unwritten)
  const mentions = unwritten.mentions.splice(0)
  if (mentions.length === 0) return
  prepared<[Buffer, Uint8Array, string]>(db, INSERT_MENTIONS).run(
    Buffer.from(mentions.map(({ identity }) => identity.key).join(''), 'hex'),
    printsOf(mentions),
    rowsJson(mentions.map(cellsOfMention)),
  )
  // Long texts are given as they are: as JSON they would be gone through, letter by letter, twice more.
  const insert = prepared<unknown[]>(
    db,
    'INSERT INTO mention_text (id, uid, external_id, title, body, author, url, lang) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { row, item } of mentions) {
    const { externalId, title, text, author, url, language } = item
    insert.run(row, newUid(), externalId, title, text, author?.name ?? '', url, language)
  }
  for (const { row, item } of mentions) writeMarkup(db, row, item)
}

/** Side by side; of a text too short to have one, zeros. */
function printsOf(mentions: readonly NewMention[]): Uint8Array {
  const prints = new Uint8Array(mentions.length * PRINT_BYTES)
  for (const [index, { item }] of mentions.entries())
    if (item.print !== null) prints.set(item.print, index * PRINT_BYTES)
  return prints
}

/** Plain text is its own markup: only what the place wrote as HTML, or says beside its words, needs a row. */
export function writeMarkup(db: Database, row: number, item: ReadMention): void {
  const details = detailsColumn(item)
  if (item.html === null && details === null) return
  prepared<unknown[]>(
    db,
    'INSERT INTO mention_markup (id, html, images, original, version, details) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(row, item.html ?? textAsHtml(item.text), item.images, item.original, READER_VERSION, details)
}

function detailsColumn({ details }: ReadMention): string | null {
  return Object.keys(details).length === 0 ? null : JSON.stringify(details)
}
