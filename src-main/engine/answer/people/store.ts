import type { Database } from 'better-sqlite3'
import { v5 } from 'uuid'
import type { JourneyStep, Person } from '../../../contract/people.ts'
import { AddressForm } from '../../../contract/brands.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { mentionId, personId } from '../../store/ids.ts'
import { timeOfRow } from '../../store/mention-key.ts'
import { isOfConversation } from '../../store/conversation-rows.ts'
import { prepared } from '../../store/prepared.ts'
import { toInstant } from '../../store/time.ts'
import { guessFirstName } from './first-name.ts'

interface PersonRow {
  readonly uid: string
  readonly first_name: string
  readonly address: string | null
  readonly notes: string
}

interface AuthorRow {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly handle: string | null
  readonly url: string | null
  readonly host: string
}

interface Totals {
  readonly mentions: number
  readonly replies: number
  readonly first: number | null
  readonly last: number | null
}

/** A person with their handles and how often they and we spoke, or null. */
export function findPerson(file: BrandFile, row: number): Person | null {
  const { db, brandId } = file
  const authors = prepared<[number], AuthorRow>(
    db,
    'SELECT id, key, name, handle, url, host FROM author WHERE person_id = ? ORDER BY id',
  ).all(row)
  const [first] = authors
  if (first === undefined) return null
  const person = findKnown(db, row) ?? stranger(first.key)
  const totals = countWords(file, row)
  return {
    id: personId(brandId, row),
    uid: person.uid,
    name: person.first_name || first.name || first.handle || '',
    handles: authors.map(({ id, name, handle, url, host }) => ({
      id: personId(brandId, id),
      name,
      handle,
      url,
      host,
    })),
    firstName: person.first_name,
    guessedFirstName: authors.map(({ name }) => guessFirstName(name)).find((name) => name !== '') ?? '',
    address: AddressForm.nullable().parse(person.address),
    notes: person.notes,
    mentions: totals.mentions,
    replies: totals.replies,
    firstSeenAt: toInstant(timeOfRow(totals.first ?? 0)),
    lastSeenAt: toInstant(timeOfRow(totals.last ?? 0)),
  }
}

function findKnown(db: Database, row: number): PersonRow | undefined {
  return prepared<[number], PersonRow>(
    db,
    'SELECT uid, first_name, address, notes FROM person WHERE id = ?',
  ).get(row)
}

const PEOPLE = '6d1f0ae2-6c0b-5f6b-9a55-6a3c1f7f0b21'

/** Of whom nothing is known yet but how they are called: the same on every install. */
function stranger(authorKey: string): PersonRow {
  return { uid: v5(authorKey, PEOPLE), first_name: '', address: null, notes: '' }
}

/** Gives a person a row of their own, to write something down about them. In the caller's transaction. */
export function ensurePerson(db: Database, row: number): 'made' | 'there' {
  const author = prepared<[number], { key: string }>(db, 'SELECT key FROM author WHERE id = ?').get(row)
  if (!author) return 'there'
  const { changes } = prepared<[number, string]>(
    db,
    'INSERT OR IGNORE INTO person (id, uid) VALUES (?, ?)',
  ).run(row, stranger(author.key).uid)
  return changes === 1 ? 'made' : 'there'
}

/** The authors a person speaks as. */
export function listAuthorRows({ db }: BrandFile, person: number): number[] {
  return prepared<[number], { id: number }>(db, 'SELECT id FROM author WHERE person_id = ? ORDER BY id')
    .all(person)
    .map(({ id }) => id)
}

/** Who a person is now: an id from before they were merged leads to whom they are part of. */
export function personNow({ db }: BrandFile, row: number): number {
  const sql = 'SELECT person_id FROM author WHERE id = ?'
  return prepared<[number], { person_id: number }>(db, sql).get(row)?.person_id ?? row
}

/** The beginning of what a person said last. */
export function findLastText({ db }: BrandFile, person: number): string {
  const row = prepared<[number], { text: string }>(
    db,
    `SELECT trim(text.title || ' ' || substr(text.body, 1, 200)) AS text
     FROM author JOIN mention ON mention.author_id = author.id JOIN mention_text text ON text.id = mention.id
     WHERE author.person_id = ? ORDER BY mention.id DESC LIMIT 1`,
  ).get(person)
  return row?.text ?? ''
}

function countWords({ db }: BrandFile, person: number): Totals {
  const totals = prepared<[number], Totals>(
    db,
    `WITH said AS (SELECT mention.id FROM author JOIN mention ON mention.author_id = author.id WHERE author.person_id = ?)
     SELECT (SELECT count(*) FROM said) AS mentions,
            (SELECT count(*) FROM reply WHERE state = 'sent' AND mention_id IN (SELECT id FROM said)) AS replies,
            (SELECT min(id) FROM said) AS first, (SELECT max(id) FROM said) AS last`,
  ).get(person)
  return totals ?? { mentions: 0, replies: 0, first: null, last: null }
}

/** Enough to tell what a person is about now. */
const MATTER = 60

/** The newest of what a person said up to one mention, newest first, as steps of their journey. */
export function listMatter({ db, brandId }: BrandFile, person: number, until: number): JourneyStep[] {
  const rows = prepared<[number, number], Omit<StepRow, 'kind'>>(
    db,
    `SELECT mention.id / 2097152 * 1000 AS at, mention.id AS mention_id,
            trim(text.title || ' ' || substr(text.body, 1, 1000)) AS text, mention.stars, source.title AS place
     FROM author JOIN mention ON mention.author_id = author.id JOIN mention_text text ON text.id = mention.id
     JOIN source ON source.id = mention.source_id
     WHERE author.person_id = ? AND mention.id <= ? ORDER BY mention.id DESC LIMIT ${MATTER}`,
  ).all(person, until)
  return rows.map((row) => toStep(brandId, { kind: 'mention', ...row }))
}

function toStep(brandId: BrandFile['brandId'], row: StepRow): JourneyStep {
  return {
    kind: row.kind,
    at: toInstant(row.at),
    mentionId: mentionId(brandId, row.mention_id),
    text: row.text,
    stars: row.stars,
    feeling: null,
    place: row.place,
  }
}

interface StepRow {
  readonly kind: JourneyStep['kind']
  readonly at: number
  readonly mention_id: number
  readonly text: string
  readonly stars: number | null
  readonly place: string
}

/** What passed between a person and the brand, newest first, 2,000 steps at most. */
export function listJourney({ db, brandId }: BrandFile, person: number): JourneyStep[] {
  const rows = prepared<[number], StepRow>(
    db,
    `WITH said AS (
       SELECT mention.id, mention.conversation_id FROM author JOIN mention ON mention.author_id = author.id
       WHERE author.person_id = ?)
     SELECT 'mention' AS kind, mention.id / 2097152 * 1000 AS at, mention.id AS mention_id,
            trim(text.title || ' ' || substr(text.body, 1, 300)) AS text, mention.stars, source.title AS place
     FROM said JOIN mention USING (id) JOIN mention_text text USING (id) JOIN source ON source.id = mention.source_id
     UNION ALL
     SELECT 'our-voice', mention.id / 2097152 * 1000, mention.id, substr(text.body, 1, 300), NULL, source.title
     FROM (SELECT DISTINCT conversation_id AS id FROM said) theirs
     CROSS JOIN mention ON ${isOfConversation('mention', 'theirs.id')}
     JOIN mention_text text ON text.id = mention.id JOIN source ON source.id = mention.source_id
     WHERE mention.our_voice = 1
     UNION ALL
     SELECT 'reply', reply.settled_at, reply.mention_id, substr(reply.body, 1, 300), NULL, reply.channel
     FROM reply WHERE reply.state = 'sent' AND reply.mention_id IN (SELECT id FROM said)
     UNION ALL
     SELECT 'promise-' || promise.state, coalesce(promise.settled_at, promise.made_at), promise.mention_id, promise.text, NULL, ''
     FROM promise WHERE promise.mention_id IN (SELECT id FROM said)
     ORDER BY at DESC LIMIT 2000`,
  ).all(person)
  return rows.map((row) => toStep(brandId, row))
}
