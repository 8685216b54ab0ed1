import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { prepared } from '../store/prepared.ts'
import { lessonOf, type Said } from './feeling.ts'
import { FEELINGS, type Three } from './judge.ts'
import { type Correction, learn, type Learnt } from './learn.ts'
import { FEELING_VERSION } from './version.ts'

/** So many corrections are learnt from, the newest. */
const MOST_CORRECTIONS = 400

const TAUGHT = 'felt IS NOT NULL AND id NOT IN (SELECT id FROM unlearnt)'

interface SaidRow {
  readonly title: string
  readonly body: string
  readonly lang: string | null
  readonly stars: number | null
}

const SAID = 'text.title, text.body, text.lang, mention.stars FROM mention JOIN mention_text text USING (id)'

/** What a brand's user taught about feelings, or null where that is nothing. Learns it first where that is due. */
export function learntIn(db: Database): Learnt | null {
  const corrections = countCorrections(db)
  if (corrections === 0) return null
  const kept = prepared<[number], { weights: string }>(
    db,
    'SELECT weights FROM learnt WHERE version = ?',
  ).get(FEELING_VERSION)
  if (kept) return { corrections, weights: new Map(Weights.parse(JSON.parse(kept.weights))) }
  const learnt = heaviest(learn(listCorrections(db)))
  prepared<[number, string]>(db, 'INSERT OR REPLACE INTO learnt (id, version, weights) VALUES (1, ?, ?)').run(
    FEELING_VERSION,
    JSON.stringify([...learnt.weights].map(([word, weights]) => [word, weights.map(rounded)])),
  )
  return learnt
}

const Weights = z.array(z.tuple([z.string(), z.tuple([z.number(), z.number(), z.number()])]))

/** Most words were said once and move nothing. */
const MOST_WORDS = 1500

function heaviest({ corrections, weights }: Learnt): Learnt {
  const size = (three: Three) => Math.max(...three.map(Math.abs))
  const sorted = [...weights].toSorted(([, a], [, b]) => size(b) - size(a))
  return { corrections, weights: new Map(sorted.slice(0, MOST_WORDS)) }
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000
}

/** A correction came or went: what was learnt is learnt anew when it is needed, and what waits is felt anew. */
export function forgetLearnt(db: Database): void {
  prepared<[]>(db, 'DELETE FROM learnt').run()
  prepared<[]>(
    db,
    "INSERT OR REPLACE INTO remaking SELECT 'learnt', 0, coalesce(max(id) + 1, 0) FROM mention_state",
  ).run()
}

/** Every correction that something is learnt from. */
export function listTaught(db: Database): number[] {
  return prepared<[], { id: number }>(db, `SELECT id FROM mention_state WHERE ${TAUGHT}`)
    .all()
    .map(({ id }) => id)
}

/** Nothing is learnt from these corrections any more; they stay what the user said. */
export function unlearn(db: Database, rows: readonly number[]): void {
  const insert = prepared<[number]>(db, 'INSERT OR IGNORE INTO unlearnt (id) VALUES (?)')
  for (const row of rows) insert.run(row)
  forgetLearnt(db)
}

export function countCorrections(db: Database): number {
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM mention_state WHERE ${TAUGHT} LIMIT ${MOST_CORRECTIONS})`
  return prepared<[], { n: number }>(db, sql).get()?.n ?? 0
}

function listCorrections(db: Database): Correction[] {
  const sql = `SELECT felt, ${SAID} JOIN mention_state USING (id) WHERE ${TAUGHT}
    ORDER BY id DESC LIMIT ${MOST_CORRECTIONS}`
  return prepared<[], SaidRow & { readonly felt: number }>(db, sql)
    .all()
    .flatMap((row) => {
      const to = FEELINGS[row.felt + 1]
      return to === undefined ? [] : [{ ...lessonOf(saidOf(row)), to }]
    })
}

/** What somebody said, as it is stored. Null where there is no such mention. */
export function findSaid(db: Database, row: number): Said | null {
  const found = prepared<[number], SaidRow>(db, `SELECT ${SAID} WHERE id = ?`).get(row)
  return found ? saidOf(found) : null
}

export function saidOf({ title, body, lang, stars }: SaidRow): Said {
  return { title, text: body, language: lang, stars }
}
