import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { isExact } from './exact.ts'

type Author = NonNullable<ReadMention['author']>

export interface AuthorRow {
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

/** Those of some keys that are there. */
export function listAuthors(db: Database, keys: readonly string[]): Map<string, AuthorRow> {
  const rows = prepared<[string], AuthorRow & { key: string }>(
    db,
    'SELECT key, id, name, handle, url FROM author WHERE key IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(keys))
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

/**
 * The author's row; who speaks for the first time becomes a person. `authors` are those that are known to be there, or
 * not to be: what is in it, and what was looked for and is not.
 */
export function findOrAddAuthor(
  db: Database,
  host: string,
  author: Author,
  authors: Map<string, AuthorRow>,
): number {
  const key = authorKey(host, author)
  const known = authors.get(key) ?? (isExact(key) ? undefined : findAuthor(db, key))
  if (!known) {
    const id = addAuthor(db, key, host, author)
    authors.set(key, { id, ...author })
    return id
  }
  if (known.name !== author.name || known.handle !== author.handle || known.url !== author.url) {
    prepared<[string, string | null, string | null, number]>(
      db,
      'UPDATE author SET name = ?, handle = coalesce(?, handle), url = coalesce(?, url) WHERE id = ?',
    ).run(author.name, author.handle, author.url, known.id)
    authors.set(key, {
      id: known.id,
      name: author.name,
      handle: author.handle ?? known.handle,
      url: author.url ?? known.url,
    })
  }
  return known.id
}

function findAuthor(db: Database, key: string): AuthorRow | undefined {
  return prepared<[string], AuthorRow>(db, 'SELECT id, name, handle, url FROM author WHERE key = ?').get(key)
}

/** Nothing is known of them but this: the person is their only author. */
function addAuthor(db: Database, key: string, host: string, { name, handle, url }: Author): number {
  const { lastInsertRowid } = prepared<unknown[]>(
    db,
    `INSERT INTO author (person_id, key, host, name, handle, url)
     VALUES ((SELECT coalesce(max(id), 0) + 1 FROM author), ?, ?, ?, ?, ?)`,
  ).run(key, host, name, handle, url)
  return Number(lastInsertRowid)
}
