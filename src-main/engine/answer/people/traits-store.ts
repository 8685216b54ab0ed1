import type { BrandFile } from '../../store/brand-file.ts'
import { timeOfRow } from '../../store/mention-key.ts'
import { prepared } from '../../store/prepared.ts'
import type { Traits } from './likeness.ts'
import { quotedIn } from './quoted.ts'

/** The newest of what they said is enough to tell who they are. */
const LOOKED_AT = 40
const CANDIDATES = 40

interface SaidRow {
  readonly id: number
  readonly text: string
  readonly product: string | null
}

interface NamedRow {
  readonly name: string
  readonly handle_key: string | null
  readonly handle: string | null
  readonly profile_key: string | null
}

/** What is known of a person that may tell them to be another. */
export function readTraits({ db }: BrandFile, person: number): Traits {
  const authors = prepared<[number], NamedRow>(
    db,
    'SELECT name, handle_key, handle, profile_key FROM author WHERE person_id = ?',
  ).all(person)
  const said = prepared<[number], SaidRow>(
    db,
    `SELECT mention.id, text.title || ' ' || substr(text.body, 1, 2000) AS text,
            json_extract(markup.details, '$.product') AS product
     FROM author JOIN mention ON mention.author_id = author.id JOIN mention_text text ON text.id = mention.id
     LEFT JOIN mention_markup markup ON markup.id = mention.id
     WHERE author.person_id = ? ORDER BY mention.id DESC LIMIT ${LOOKED_AT}`,
  ).all(person)
  const tags = prepared<[string], { key: string }>(
    db,
    `SELECT DISTINCT tag.key FROM mention_tag JOIN tag ON tag.id = tag_id
     WHERE mention_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(said.map(({ id }) => id)))
  return {
    names: authors.map(({ name }) => name).filter((name) => name !== ''),
    handles: authors.flatMap(({ handle_key: key, handle }) => key ?? bare(handle) ?? []),
    profiles: authors.flatMap(({ profile_key: key }) => key ?? []),
    ...quotedIn(said.map(({ text }) => text).join('\n')),
    subjects: [...tags.map(({ key }) => key), ...said.flatMap(({ product }) => product?.toLowerCase() ?? [])],
    times: said.map(({ id }) => timeOfRow(id)),
  }
}

function bare(handle: string | null): string | null {
  return handle === null ? null : (/^@?([^@]+)/.exec(handle.trim().toLowerCase())?.[1] ?? null)
}

/** People who share something with these traits, to be looked at; the person itself and whom the user told apart left out. */
export function listCandidates(file: BrandFile, person: number, traits: Traits): number[] {
  const byHandle = prepared<[string], { person_id: number }>(
    file.db,
    `SELECT DISTINCT person_id FROM author
     WHERE handle IS NOT NULL AND handle_key IN (SELECT value FROM json_each(?)) LIMIT 20`,
  ).all(JSON.stringify(traits.handles))
  const byProfile = prepared<[string], { person_id: number }>(
    file.db,
    'SELECT DISTINCT person_id FROM author WHERE profile_key IN (SELECT value FROM json_each(?)) LIMIT 20',
  ).all(JSON.stringify(traits.profiles))
  const quoted = [...traits.emails, ...traits.phones, ...traits.orders].slice(0, 12)
  const byWords = quoted.flatMap((text) => peopleWhoSaid(file, phraseOf(text)))
  const byName = traits.names.flatMap((name) => peopleWhoSaid(file, nameQuery(name)))
  const apart = readApart(file, person)
  const found = [...byHandle, ...byProfile].map(({ person_id: row }) => row).concat(byWords, byName)
  return [...new Set(found)]
    .filter((row) => row !== person && !apart.has(row) && !readApart(file, row).has(person))
    .slice(0, CANDIDATES)
}

/** A phone is written in many ways: its last digits are looked for as they are mostly grouped. */
function phraseOf(quoted: string): string {
  const digits = /^\d{9}$/.test(quoted)
  const groups = digits ? [quoted, spaced(quoted, [3, 3, 3]), spaced(quoted, [3, 2, 2, 2])] : [quoted]
  return groups.map((group) => `"${group.replace(/"/g, '')}"`).join(' OR ')
}

function spaced(digits: string, groups: readonly number[]): string {
  let at = 0
  return groups.map((length) => digits.slice(at, (at += length))).join(' ')
}

/** By the first word of a name of several; one word alone is too many people. */
function nameQuery(name: string): string | null {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const [first] = words
  if (words.length < 2 || first === undefined || first.length < 2) return null
  const last = words.at(-1) ?? ''
  return last.length > 1 ? `author : ("${first}" AND ${last.charAt(0)}*)` : `author : "${first}"`
}

function peopleWhoSaid({ db }: BrandFile, query: string | null): number[] {
  if (query === null) return []
  return prepared<[string], { person_id: number }>(
    db,
    `SELECT DISTINCT author.person_id FROM (
       SELECT rowid AS id FROM mention_fts WHERE mention_fts MATCH ? ORDER BY rowid DESC LIMIT 60) found
     JOIN mention ON mention.id = found.id JOIN author ON author.id = mention.author_id
     WHERE mention.our_voice = 0`,
  )
    .all(query)
    .map(({ person_id: row }) => row)
}

/** Whom the user said this person is not. */
export function readApart({ db }: BrandFile, person: number): ReadonlySet<number> {
  const row = prepared<[number], { apart: string }>(db, 'SELECT apart FROM person WHERE id = ?').get(person)
  const ids: unknown = row === undefined ? [] : JSON.parse(row.apart)
  return new Set(Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [])
}
