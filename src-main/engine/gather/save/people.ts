import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { isSamePerson, keysOf, type Speaker, type SpeakerKeys } from './same-person.ts'

type Author = NonNullable<ReadMention['author']>

interface AuthorRow {
  readonly id: number
  readonly name: string
  readonly handle: string | null
  readonly url: string | null
  readonly network: string | null
}

/** By what a place tells its people apart: the handle, else the profile's address, else the name. */
export function authorKey(host: string, { handle, url, name }: Author): string {
  const bare = handle?.trim().replace(/^@/, '').toLowerCase() ?? ''
  if (bare !== '') return `${host} @${bare}`
  return url === null
    ? `${host} ${name.normalize('NFC')}`
    : `${host} ${url.replace(/^https?:\/\//, '').replace(/\/+$/, '')}`
}

/** The author's row; who speaks for the first time becomes a person, or is certainly one who is known. */
export function findOrAddAuthor(db: Database, host: string, author: Author): number {
  const key = authorKey(host, author)
  const known = prepared<[string], AuthorRow>(
    db,
    'SELECT id, name, handle, url, network FROM author WHERE key = ?',
  ).get(key)
  if (!known) return addAuthor(db, key, { host, ...author })
  const differs = known.name !== author.name || known.handle !== author.handle || known.url !== author.url
  if (differs || known.network === null) {
    const { handle, network, profile } = keysOf({ host, ...author })
    prepared<unknown[]>(
      db,
      `UPDATE author SET name = ?, handle = coalesce(?, handle), url = coalesce(?, url),
         handle_key = coalesce(?, handle_key), network = ?, profile_key = coalesce(?, profile_key) WHERE id = ?`,
    ).run(author.name, author.handle, author.url, handle, network, profile, known.id)
  }
  return known.id
}

function addAuthor(db: Database, key: string, speaker: Speaker): number {
  const keys = keysOf(speaker)
  const last = prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM author').get()
  const row = (last?.id ?? 0) + 1
  const person = findCertain(db, speaker, keys) ?? row
  const { host, name, handle, url } = speaker
  prepared<unknown[]>(
    db,
    `INSERT INTO author (id, person_id, key, host, name, handle, url, handle_key, network, profile_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(row, person, key, host, name, handle, url, keys.handle, keys.network, keys.profile)
  return row
}

type KnownSpeaker = Speaker & { readonly person_id: number }

/** Enough to find one; a page that thousands share is nobody's. */
const LOOKED_AT = 20

/** The person of an author who certainly is the same, or null. */
function findCertain(db: Database, speaker: Speaker, { handle, profile }: SpeakerKeys): number | null {
  const by = (column: 'handle_key' | 'profile_key', value: string | null) =>
    value === null
      ? []
      : prepared<[string], KnownSpeaker>(
          db,
          `SELECT person_id, host, name, handle, url FROM author WHERE ${column} = ? LIMIT ${LOOKED_AT}`,
        ).all(value)
  const known = [...by('handle_key', handle), ...by('profile_key', profile)]
  return known.find((other) => isSamePerson(speaker, other))?.person_id ?? null
}
