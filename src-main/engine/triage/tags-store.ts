import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Tag, TagColour } from '../../contract/tags.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { toInstantOrNull } from '../store/time.ts'
import { newUid } from '../store/uid.ts'
import { fold, tagKey, tagPath } from './question/fold.ts'

/** One tag, as its row keeps it. Lists are JSON. */
export interface TagRow {
  readonly id: number
  readonly uid: string
  readonly path: string
  readonly key: string
  readonly created_at: number
  readonly colour: string | null
  readonly description: string
  readonly synonyms: string
  readonly formerly: string
  readonly retired_at: number | null
}

type HasDb = Pick<BrandFile, 'db'>

const Words = z.array(z.string())

/** The synonyms or former paths a tag's row holds. */
export function wordsIn(json: string): string[] {
  return Words.parse(JSON.parse(json))
}

/** A brand's tags in tree order, each with how many mentions carry it. */
export function listTags({ db, brandId }: BrandFile): Tag[] {
  return prepared<[], TagRow & { n: number | null }>(
    db,
    `SELECT tag.*, counter.n FROM tag
     LEFT JOIN counter ON counter.subject = 'tag' AND counter.key = tag.id
     ORDER BY replace(tag.key, '/', char(1))`,
  )
    .all()
    .map((row) => ({
      tag: row.path,
      uid: row.uid,
      brandId,
      count: row.n ?? 0,
      colour: TagColour.nullable().parse(row.colour),
      description: row.description,
      synonyms: wordsIn(row.synonyms),
      formerly: wordsIn(row.formerly),
      retiredAt: toInstantOrNull(row.retired_at),
    }))
}

/** The tag of a path, however its case and accents are written: by its name, a synonym, or a name it had. Or null. */
export function findTag({ db }: HasDb, path: string): TagRow | null {
  return findTagExactly({ db }, path) ?? findByOtherName(db, tagKey(path))
}

/** The same by its own name alone. */
export function findTagExactly({ db }: HasDb, path: string): TagRow | null {
  return prepared<[string], TagRow>(db, 'SELECT * FROM tag WHERE key = ?').get(tagKey(path)) ?? null
}

export function findTagByUid({ db }: HasDb, uid: string): TagRow | null {
  return prepared<[string], TagRow>(db, 'SELECT * FROM tag WHERE uid = ?').get(uid) ?? null
}

function findByOtherName(db: Database, key: string): TagRow | null {
  const resolved = resolveKey(db, key)
  return resolved === key ? null : findTagExactly({ db }, resolved)
}

/** A tag and everything under it, by a folded path or by another name of it; rows of `tag`, in tree order. */
export function listUnder({ db }: HasDb, key: string): TagRow[] {
  return listExactlyUnder({ db }, keyNow({ db }, key))
}

/** A folded path where something is there or under it, else the one that it is another name of. */
export function keyNow({ db }: HasDb, key: string): string {
  return listExactlyUnder({ db }, key).length > 0 ? key : resolveKey(db, key)
}

/** The same by its own path alone. */
export function listExactlyUnder({ db }: HasDb, key: string): TagRow[] {
  // What is under `delivery` begins with `delivery/`; `0` is the character after `/`.
  const sql = `SELECT * FROM tag WHERE key = ? OR (key >= ? || '/' AND key < ? || '0')
    ORDER BY replace(key, '/', char(1))`
  return prepared<[string, string, string], TagRow>(db, sql).all(key, key, key)
}

/** The folded path of the tag that another name means, or the same again: of `old/late`, when `old` is `new` now, `new/late`. */
function resolveKey(db: Database, key: string): string {
  const known = namesOf(db)
  const whole = known.find(({ synonyms }) => synonyms.includes(key))
  if (whole) return whole.key
  for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
    const now = known.find(({ formerly }) => formerly.includes(key.slice(0, end)))
    if (now) return now.key + key.slice(end)
  }
  return key
}

interface Names {
  readonly key: string
  /** Folded. */
  readonly synonyms: readonly string[]
  readonly formerly: readonly string[]
}

/** The tags that have other names: few. */
function namesOf(db: Database): Names[] {
  const sql = "SELECT * FROM tag WHERE synonyms <> '[]' OR formerly <> '[]' ORDER BY id"
  return prepared<[], TagRow>(db, sql)
    .all()
    .map(({ key, synonyms, formerly }) => ({
      key,
      synonyms: wordsIn(synonyms).map(tagKey),
      formerly: wordsIn(formerly).map(tagKey),
    }))
}

/** The tag that a synonym belongs to, other than one; or null. */
export function whoseSynonym({ db }: HasDb, word: string, except: number): TagRow | null {
  const rows = prepared<[number], TagRow>(db, "SELECT * FROM tag WHERE synonyms <> '[]' AND id <> ?").all(
    except,
  )
  return rows.find(({ synonyms }) => wordsIn(synonyms).map(fold).includes(fold(word))) ?? null
}

/** Adds a tag as it was first written; `uid` when it is written down again. */
export function addTag({ db }: HasDb, path: string, now: number, uid: string = newUid()): TagRow {
  const row = prepared<[string, string, string, number], TagRow>(
    db,
    'INSERT INTO tag (uid, path, key, created_at) VALUES (?, ?, ?, ?) RETURNING *',
  ).get(uid, tagPath(path), tagKey(path), now)
  if (!row) throw new Error('A tag could not be added.')
  return row
}

/** Writes a row that was there before, under its own number where that is free. */
export function writeTagAgain({ db }: HasDb, row: TagRow): void {
  const taken = prepared<[number], { id: number }>(db, 'SELECT id FROM tag WHERE id = ?').get(row.id)
  prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO tag (id, uid, path, key, created_at, colour, description, synonyms, formerly, retired_at)
     VALUES (@id, @uid, @path, @key, @created_at, @colour, @description, @synonyms, @formerly, @retired_at)`,
  ).run({ ...row, id: taken === undefined ? row.id : null })
}

export function removeTagRow({ db }: HasDb, id: number): void {
  prepared<[number]>(db, 'DELETE FROM tag WHERE id = ?').run(id)
}
