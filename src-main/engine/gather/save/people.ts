import type { Database } from 'better-sqlite3'
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
export function findOrAddAuthor(db: Database, host: string, author: Author): number {
  const key = authorKey(host, author)
  const known = prepared<[string], AuthorRow>(
    db,
    'SELECT id, name, handle, url FROM author WHERE key = ?',
  ).get(key)
  if (!known) return addAuthor(db, key, host, author)
  if (known.name !== author.name || known.handle !== author.handle || known.url !== author.url) {
    prepared<[string, string | null, string | null, number]>(
      db,
      'UPDATE author SET name = ?, handle = coalesce(?, handle), url = coalesce(?, url) WHERE id = ?',
    ).run(author.name, author.handle, author.url, known.id)
  }
  return known.id
}

/** Nothing is known of them but this: the person is their only author. */
function addAuthor(db: Database, key: string, host: string, { name, handle, url }: Author): number {
  const last = prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM author').get()
  const row = (last?.id ?? 0) + 1
  prepared<unknown[]>(
    db,
    'INSERT INTO author (id, person_id, key, host, name, handle, url) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(row, row, key, host, name, handle, url)
  return row
}
