import type { Database } from 'better-sqlite3'
import { newUid } from '../../store/uid.ts'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

type Author = NonNullable<ReadMention['author']>

interface AuthorRow {
  readonly id: number
  readonly name: string
  readonly handle: string | null
  readonly url: string | null
}

/** By what a place tells its people apart: the handle, else the profile's address, else the name. */
export function authorKey(host: string, { handle, url, name }: Author): string {
  const bare = handle?.trim().replace(/^@/, '').toLowerCase() ?? ''
  if (bare !== '') return `${host} @${bare}`
  return url === null
    ? `${host} ${name.normalize('NFC')}`
    : `${host} ${url.replace(/^https?:\/\//, '').replace(/\/+$/, '')}`
}

/** The author's row; who speaks for the first time becomes a person. */
export function findOrAddAuthor(db: Database, host: string, author: Author, now: number): number {
  const key = authorKey(host, author)
  const known = prepared<[string], AuthorRow>(
    db,
    'SELECT id, name, handle, url FROM author WHERE key = ?',
  ).get(key)
  if (!known) return addAuthor(db, key, host, author, now)
  if (known.name !== author.name || known.handle !== author.handle || known.url !== author.url) {
    prepared<[string, string | null, string | null, number]>(
      db,
      'UPDATE author SET name = ?, handle = coalesce(?, handle), url = coalesce(?, url) WHERE id = ?',
    ).run(author.name, author.handle, author.url, known.id)
  }
  return known.id
}

function addAuthor(db: Database, key: string, host: string, author: Author, now: number): number {
  const person = prepared<[string, number], { id: number }>(
    db,
    'INSERT INTO person (uid, created_at) VALUES (?, ?) RETURNING id',
  ).get(newUid(), now)
  const row = prepared<unknown[], { id: number }>(
    db,
    'INSERT INTO author (person_id, key, host, name, handle, url) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
  ).get(person?.id, key, host, author.name, author.handle, author.url)
  if (!row) throw new Error('An author could not be added.')
  return row.id
}
