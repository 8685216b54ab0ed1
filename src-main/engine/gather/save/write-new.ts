import type { Database } from 'better-sqlite3'
import type { Rating } from '../../../contract/mentions.ts'
import { prepared } from '../../store/prepared.ts'
import { ratingShare } from '../../store/rating-share.ts'
import { textAsHtml } from '../../store/text-as-html.ts'
import { newUid } from '../../store/uid.ts'
import type { StoredFeeling } from '../../understand/stored.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { READER_VERSION } from '../read/version.ts'
import type { Cells } from './exact.ts'
import type { Identity } from './identity.ts'
import { insertRows } from './insert-rows.ts'
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
  /** Null: nobody who was known. */
  readonly person: number | null
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

const AUTHOR = 'id, person_id, key, host, name, handle, url, handle_key, network, profile_key'.split(', ')

function cellsOfAuthor({ id, person, key, speaker, keys }: NewAuthor): Cells {
  const { host, name, handle, url } = speaker
  return [id, person, key, host, name, handle, url, keys.handle, keys.network, keys.profile]
}

const IDENTITY_BYTES = 16
const PRINT_BYTES = 8
const MENTION = [
  'id, source_id, author_id, conversation_id, kind, rating_value, rating_worst, rating_best, stars',
  'published_at, updated_at, gathered_at, our_voice, in_reply_to, content_hash, names, address_hash',
  'feeling, feeling_confidence',
].flatMap((some) => some.split(', '))

function cellsOfMention(mention: NewMention): Cells {
  const { row, sourceRow, item, authorId, conversationId, publishedAt, now, ourVoice, feeling } = mention
  return [
    ...[row, sourceRow, authorId, conversationId === row ? null : conversationId, item.kind],
    ...ratingColumns(item.rating),
    ...[publishedAt, item.updatedAt, now, ourVoice ? 1 : 0, item.inReplyTo, item.contentHash],
    ...[mention.names.length === 0 ? '[]' : JSON.stringify(mention.names), mention.addressHash],
    ...[feeling?.feeling ?? null, feeling?.confidence ?? null],
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
  insertRows(db, { table: 'author', columns: AUTHOR, own: 'person_id', rows: authors.map(cellsOfAuthor) })
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
  const identities = Buffer.from(mentions.map(({ identity }) => identity.key).join(''), 'hex')
  insertRows(db, {
    table: 'mention',
    columns: MENTION,
    own: 'conversation_id',
    rows: mentions.map(cellsOfMention),
    bytes: [
      { column: 'identity', width: IDENTITY_BYTES, bytes: identities },
      { column: 'print', width: PRINT_BYTES, bytes: printsOf(mentions) },
    ],
  })
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
