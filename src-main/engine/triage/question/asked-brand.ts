import type { Database } from 'better-sqlite3'
import { findBrandRow } from '../../brand/store.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import { readStateCounters } from '../state-store.ts'
import { listUnder } from '../tags-store.ts'
import { fold } from './fold.ts'
import type { AskedBrand, Named } from './keywords/keyword.ts'

/** What a question needs to know of a brand, read when it is asked for. */
export function askedBrand(file: BrandFile, now: number): AskedBrand {
  const { db, brandId } = file
  const standing = readStateCounters(db)
  return {
    brandId,
    now,
    timezone: findBrandRow(file).timezone,
    mentions: standing.new + standing.open + standing.pending + standing.resolved,
    standing,
    twins: hasTwins(db) ? 'some' : 'none',
    tags: (key) => findTags(db, key),
    sources: (part) => findSources(file, part),
    rules: (name) => findRules(db, name),
    sourcesOf: (rows) => withMentions(db, 'source', rows),
    wordsFrom: (beginning) => listWordsFrom(db, beginning),
    isSaidOften: (match) => isSaidOften(db, match),
    isCommonName: (beginning) => isCommonName(db, beginning),
  }
}

export function countMentions(db: Database): number {
  const sql = "SELECT coalesce(sum(n), 0) AS n FROM counter WHERE subject = 'status'"
  return prepared<[], { n: number }>(db, sql).get()?.n ?? 0
}

function hasTwins(db: Database): boolean {
  return prepared<[], { one: 1 }>(db, 'SELECT 1 AS one FROM mention_twin LIMIT 1').get() !== undefined
}

function findTags(db: Database, key: string): Named {
  const rows = listUnder({ db }, key)
  return withMentions(
    db,
    'tag',
    rows.map(({ id }) => id),
  )
}

interface SourceRow {
  readonly id: number
  readonly title: string
  readonly host: string
}

function findSources({ db, brandId }: BrandFile, part: string): Named {
  const byId = /^(b\d+)\.s(\d+)$/.exec(part)
  const sources = prepared<[], SourceRow>(db, 'SELECT id, title, host FROM source').all()
  const folded = fold(part)
  const named = byId
    ? sources.filter(({ id }) => byId[1] === brandId && id === Number(byId[2]))
    : sources.filter(({ title, host }) => fold(title).includes(folded) || fold(host).includes(folded))
  return withMentions(
    db,
    'source',
    named.map(({ id }) => id),
  )
}

function findRules(db: Database, name: string): number[] {
  const rules = prepared<[], { id: number; name: string }>(db, 'SELECT id, name FROM rule').all()
  return rules.filter((rule) => fold(rule.name) === name).map(({ id }) => id)
}

function withMentions(db: Database, subject: 'tag' | 'source', rows: readonly number[]): Named {
  const sum = prepared<[string, string], { n: number }>(
    db,
    'SELECT coalesce(sum(n), 0) AS n FROM counter WHERE subject = ? AND key IN (SELECT value FROM json_each(?))',
  ).get(subject, JSON.stringify(rows))
  return { rows, mentions: sum?.n ?? 0 }
}

/** To go through so many hits costs as much as to ask a dozen rows for the words. */
const OFTEN = 5000

function isSaidOften(db: Database, match: string): boolean {
  const sql = `SELECT rowid AS row FROM mention_fts WHERE mention_fts MATCH ? LIMIT 1 OFFSET ${OFTEN}`
  return prepared<[string], { row: number }>(db, sql).get(match) !== undefined
}

const LATELY = 500
/** One in so many is called so. */
const COMMON_IN = 50

/** By a word of the name, among the newest mentions: all of them could not be counted in less time than they are found. */
function isCommonName(db: Database, beginning: string): boolean {
  const sql = `SELECT author.name FROM mention JOIN author ON author.id = mention.author_id
    ORDER BY mention.id DESC LIMIT ${LATELY}`
  const names = prepared<[], { name: string }>(db, sql).all()
  const folded = fold(beginning)
  const called = names.filter(({ name }) =>
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(folded)),
  )
  return called.length > 0 && called.length * COMMON_IN >= names.length
}

/** From so many letters on a beginning names few words. */
const FEWEST_LETTERS = 4
const MOST_WORDS = 300

/**
 * Words of the full-text index, as it folds them; null where the beginning is short, no word, or begins too many. It leaps
 * from a word to the next: to walk there it would read everywhere a word is said.
 */
function listWordsFrom(db: Database, beginning: string): string[] | null {
  const letters = fold(beginning)
  if (letters.length < FEWEST_LETTERS || !/^[\p{L}\p{N}]+$/u.test(letters)) return null
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_word USING fts5vocab ('main', 'mention_fts', 'instance')",
  )
  const next = prepared<[string], { term: string }>(
    db,
    'SELECT term FROM temp.indexed_word WHERE term >= ? LIMIT 1',
  )
  const words: string[] = []
  for (let word = next.get(letters)?.term; word?.startsWith(letters); word = next.get(`${word}\0`)?.term) {
    if (words.length === MOST_WORDS) return null
    words.push(word)
  }
  return words
}
