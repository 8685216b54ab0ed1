import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import type { Batch } from './batch.ts'
import { exactJson, isExact } from './exact.ts'
import { isSamePerson, keysOf, type Speaker, type SpeakerKeys } from './same-person.ts'
import { writeAuthors } from './write-new.ts'

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

/** Who says something at a place, under what it tells its people apart by. */
export interface Speaking extends Speaker {
  readonly key: string
}

export function toSpeaking(host: string, author: Author): Speaking {
  const { name, handle, url } = author
  return { key: authorKey(host, author), host, name, handle, url }
}

/** What is known of those who speak in some items; who begins to speak is noted in it. */
export interface KnownSpeakers {
  readonly authors: Map<string, AuthorRow>
  /** By what those of them who were not known are found again. */
  readonly newcomers: ReadonlyMap<string, SpeakerKeys>
  /** The number of the next author, where somebody new is among them. */
  nextId: number
  /** Handles and profiles that an author has; what is in neither is nobody's. */
  readonly handles: Set<string>
  readonly profiles: Set<string>
}

/** What the index of each asks for. */
const IS_THERE = { handle_key: 'handle IS NOT NULL', profile_key: 'profile_key IS NOT NULL' } as const

export function listSpeakers(db: Database, some: readonly Speaking[]): KnownSpeakers {
  const rows = prepared<[string], AuthorRow & { key: string }>(
    db,
    // Each as it comes: IN would first put them into a table of their own.
    `SELECT author.key, author.id, name, handle, url, network
     FROM json_each(?) wanted CROSS JOIN author ON author.key = wanted.value`,
  ).all(exactJson(some.map(({ key }) => key)))
  const known = new Map(rows.map(({ key, ...row }) => [key, row]))
  const newcomers = new Map<string, SpeakerKeys>()
  for (const speaker of some)
    if (!known.has(speaker.key) && !newcomers.has(speaker.key)) newcomers.set(speaker.key, keysOf(speaker))
  const keys = [...newcomers.values()]
  return {
    authors: known,
    newcomers,
    nextId: keys.length === 0 ? 0 : nextAuthor(db),
    handles: listHeld(
      db,
      'handle_key',
      keys.map(({ handle }) => handle),
    ),
    profiles: listHeld(
      db,
      'profile_key',
      keys.map(({ profile }) => profile),
    ),
  }
}

function nextAuthor(db: Database): number {
  const sql = 'SELECT coalesce(max(id), 0) + 1 AS id FROM author'
  return prepared<[], { id: number }>(db, sql).get()?.id ?? 1
}

function listHeld(
  db: Database,
  column: 'handle_key' | 'profile_key',
  keys: readonly (string | null)[],
): Set<string> {
  const some = keys.filter((key) => key !== null)
  if (some.length === 0) return new Set()
  const sql = `SELECT value AS held FROM json_each(?)
    WHERE EXISTS (SELECT 1 FROM author WHERE ${IS_THERE[column]} AND ${column} = value)`
  return new Set(
    prepared<[string], { held: string }>(db, sql)
      .all(exactJson(some))
      .map(({ held }) => held),
  )
}

/** Who says something; `isNew`: a person of whom nothing was known. */
export interface FoundAuthor {
  readonly id: number
  readonly isNew: boolean
}

/** The author's row; who speaks for the first time becomes a person, or is certainly one who is known. */
export function findOrAddAuthor(batch: Batch, author: Speaking, speakers: KnownSpeakers): FoundAuthor {
  const { key } = author
  const { db } = batch
  const known = speakers.authors.get(key) ?? (isExact(key) ? undefined : findAuthor(db, key))
  if (!known) return addAuthor(batch, author, speakers)
  const differs = known.name !== author.name || known.handle !== author.handle || known.url !== author.url
  if (differs || known.network === null) {
    const { handle, network, profile } = keysOf(author)
    writeAuthors(db, batch.unwritten)
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

/** A person is their first author's number: see `0003-lean-mentions`. */
function addAuthor(batch: Batch, speaker: Speaking, speakers: KnownSpeakers): FoundAuthor {
  const { key, name, handle, url } = speaker
  const keys = speakers.newcomers.get(key) ?? keysOf(speaker)
  const person = findCertain(batch, speaker, keys, speakers)
  const id = speakers.nextId
  speakers.nextId += 1
  batch.unwritten.authors.push({ id, person, key, speaker, keys })
  note(speakers, key, { id, name, handle, url, network: keys.network }, keys)
  return { id, isNew: person === null }
}

type KnownSpeaker = Speaker & { readonly person_id: number }

/** Enough to find one; a page that thousands share is nobody's. */
const LOOKED_AT = 20

/** The person of an author who certainly is the same, or null. */
function findCertain(
  { db, unwritten }: Batch,
  speaker: Speaker,
  { handle, profile }: SpeakerKeys,
  { handles, profiles }: KnownSpeakers,
): number | null {
  const by = (column: 'handle_key' | 'profile_key', value: string | null, held: ReadonlySet<string>) => {
    if (value === null || (isExact(value) && !held.has(value))) return []
    writeAuthors(db, unwritten)
    const sql = `SELECT person_id, host, name, handle, url FROM author
      WHERE ${IS_THERE[column]} AND ${column} = ? LIMIT ${LOOKED_AT}`
    return prepared<[string], KnownSpeaker>(db, sql).all(value)
  }
  const known = [...by('handle_key', handle, handles), ...by('profile_key', profile, profiles)]
  return known.find((other) => isSamePerson(speaker, other))?.person_id ?? null
}
