import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { isExact } from './exact.ts'
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

/** What is known of those who speak in some items; who begins to speak is noted in it. */
export interface KnownSpeakers {
  readonly authors: Map<string, AuthorRow>
  /** Handles and profiles that an author has; what is in neither is nobody's. */
  readonly handles: Set<string>
  readonly profiles: Set<string>
}

const WHERE_IN = 'IN (SELECT value FROM json_each(?))'

export function listSpeakers(db: Database, some: readonly Speaker[]): KnownSpeakers {
  const keyOf = (speaker: Speaker) => authorKey(speaker.host, speaker)
  const rows = prepared<[string], AuthorRow & { key: string }>(
    db,
    `SELECT key, id, name, handle, url, network FROM author WHERE key ${WHERE_IN}`,
  ).all(JSON.stringify(some.map(keyOf).filter(isExact)))
  const known = new Map(rows.map(({ key, ...row }) => [key, row]))
  const speakers = some.filter((speaker) => !known.has(keyOf(speaker))).map(keysOf)
  return {
    authors: known,
    handles: listHeld(
      db,
      'handle_key',
      speakers.map(({ handle }) => handle),
    ),
    profiles: listHeld(
      db,
      'profile_key',
      speakers.map(({ profile }) => profile),
    ),
  }
}

function listHeld(
  db: Database,
  column: 'handle_key' | 'profile_key',
  keys: readonly (string | null)[],
): Set<string> {
  const some = keys.filter((key) => key !== null).filter(isExact)
  if (some.length === 0) return new Set()
  const sql = `SELECT DISTINCT ${column} AS held FROM author WHERE ${column} ${WHERE_IN}`
  return new Set(
    prepared<[string], { held: string }>(db, sql)
      .all(JSON.stringify(some))
      .map(({ held }) => held),
  )
}

/** Who says something; `isNew`: a person of whom nothing was known. */
export interface FoundAuthor {
  readonly id: number
  readonly isNew: boolean
}

/** The author's row; who speaks for the first time becomes a person, or is certainly one who is known. */
export function findOrAddAuthor(
  db: Database,
  host: string,
  author: Author,
  speakers: KnownSpeakers,
): FoundAuthor {
  const key = authorKey(host, author)
  const known = speakers.authors.get(key) ?? (isExact(key) ? undefined : findAuthor(db, key))
  if (!known) return addAuthor(db, key, { host, ...author }, speakers)
  const differs = known.name !== author.name || known.handle !== author.handle || known.url !== author.url
  if (differs || known.network === null) {
    const { handle, network, profile } = keysOf({ host, ...author })
    prepared<unknown[]>(
      db,
      `UPDATE author SET name = ?, handle = coalesce(?, handle), url = coalesce(?, url),
         handle_key = coalesce(?, handle_key), network = ?, profile_key = coalesce(?, profile_key) WHERE id = ?`,
    ).run(author.name, author.handle, author.url, handle, network, profile, known.id)
    const [nowHandle, nowUrl] = [author.handle ?? known.handle, author.url ?? known.url]
    note(
      speakers,
      key,
      { id: known.id, name: author.name, handle: nowHandle, url: nowUrl, network },
      { handle, profile },
    )
  }
  return { id: known.id, isNew: false }
}

function note(
  { authors, handles, profiles }: KnownSpeakers,
  key: string,
  row: AuthorRow,
  { handle, profile }: Pick<SpeakerKeys, 'handle' | 'profile'>,
): void {
  authors.set(key, row)
  if (handle !== null) handles.add(handle)
  if (profile !== null) profiles.add(profile)
}

function findAuthor(db: Database, key: string): AuthorRow | undefined {
  return prepared<[string], AuthorRow>(
    db,
    'SELECT id, name, handle, url, network FROM author WHERE key = ?',
  ).get(key)
}

function addAuthor(db: Database, key: string, speaker: Speaker, speakers: KnownSpeakers): FoundAuthor {
  const keys = keysOf(speaker)
  const person = findCertain(db, speaker, keys, speakers)
  const { host, name, handle, url } = speaker
  const { lastInsertRowid } = prepared<unknown[]>(
    db,
    `INSERT INTO author (person_id, key, host, name, handle, url, handle_key, network, profile_key)
     VALUES (coalesce(?, (SELECT coalesce(max(id), 0) + 1 FROM author)), ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(person, key, host, name, handle, url, keys.handle, keys.network, keys.profile)
  const id = Number(lastInsertRowid)
  note(speakers, key, { id, name, handle, url, network: keys.network }, keys)
  return { id, isNew: person === null }
}

type KnownSpeaker = Speaker & { readonly person_id: number }

/** Enough to find one; a page that thousands share is nobody's. */
const LOOKED_AT = 20

/** The person of an author who certainly is the same, or null. */
function findCertain(
  db: Database,
  speaker: Speaker,
  { handle, profile }: SpeakerKeys,
  { handles, profiles }: KnownSpeakers,
): number | null {
  const by = (column: 'handle_key' | 'profile_key', value: string | null, held: ReadonlySet<string>) =>
    value === null || (isExact(value) && !held.has(value))
      ? []
      : prepared<[string], KnownSpeaker>(
          db,
          `SELECT person_id, host, name, handle, url FROM author WHERE ${column} = ? LIMIT ${LOOKED_AT}`,
        ).all(value)
  const known = [...by('handle_key', handle, handles), ...by('profile_key', profile, profiles)]
  return known.find((other) => isSamePerson(speaker, other))?.person_id ?? null
}
