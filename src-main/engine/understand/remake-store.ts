import type { Database } from 'better-sqlite3'
import { prepared } from '../store/prepared.ts'
import { forgetPlace, placeInCare } from '../triage/care/care-store.ts'
import { refreshStated } from '../triage/stated-columns.ts'
import type { Learnt } from './learn.ts'
import { isOfThisVersion, type Remade, REMADE, whereIs } from './remaking-store.ts'
import { learntIn, saidOf } from './store.ts'
import { type StoredFeeling, storedFeeling } from './stored.ts'
import { likelyUnderstood } from './understand.ts'
import { FEELING_VERSION } from './version.ts'

interface Row {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly lang: string | null
  readonly stars: number | null
  readonly feeling: number | null
  readonly feeling_confidence: number | null
}

const COLUMNS = 'id, title, body, text.lang, mention.stars, feeling, feeling_confidence'

/** What is to be made anew, and of what: everything after a new version, what waits after a correction. */
const WORK = {
  feeling: `SELECT ${COLUMNS} FROM mention JOIN mention_text text USING (id)
    WHERE our_voice = 0 AND id < ? ORDER BY id DESC LIMIT ?`,
  learnt: `SELECT ${COLUMNS} FROM mention_state JOIN mention USING (id) JOIN mention_text text USING (id)
    WHERE unanswered = 1 AND id < ? ORDER BY id DESC LIMIT ?`,
} as const satisfies Record<Remade, string>

/** So many at a time: a few milliseconds. */
const AT_A_TIME = 100

/**
 * Makes some of what is derived from texts anew, newest first, in one transaction; where it was, is kept, so that it goes
 * on after a stop. `more` while there is more to do.
 */
export function remakeSome(db: Database): 'more' | 'done' {
  beginNewVersion(db)
  for (const what of REMADE) {
    const below = whereIs(db, what)
    if (below > 0) {
      db.transaction(() => remakeBelow(db, what, below)).immediate()
      return 'more'
    }
  }
  return 'done'
}

function beginNewVersion(db: Database): void {
  if (isOfThisVersion(db)) return
  prepared<[number]>(
    db,
    "INSERT OR REPLACE INTO remaking SELECT 'feeling', ?, coalesce(max(id) + 1, 0) FROM mention",
  ).run(FEELING_VERSION)
}

function remakeBelow(db: Database, what: Remade, below: number): void {
  const rows = prepared<[number, number], Row>(db, WORK[what]).all(below, AT_A_TIME)
  const learnt = learntIn(db)
  for (const row of rows) remakeOne(db, row, learnt)
  placeInCare(db)
  const last = rows.length < AT_A_TIME ? undefined : rows.at(-1)
  prepared<[number, string]>(db, 'UPDATE remaking SET below = ? WHERE what = ?').run(last?.id ?? 0, what)
}

function remakeOne(db: Database, row: Row, learnt: Learnt | null): void {
  const { language: lang, ...felt } = likelyUnderstood(saidOf(row), learnt)
  if (lang !== row.lang) {
    prepared<[string | null, number]>(db, 'UPDATE mention_text SET lang = ? WHERE id = ?').run(lang, row.id)
    refreshStated(db, row.id)
  }
  writeFeeling(db, row, storedFeeling(felt))
}

function writeFeeling(db: Database, row: Row, { feeling, confidence }: StoredFeeling): void {
  if (feeling === row.feeling && confidence === row.feeling_confidence) return
  prepared<[number, number, number]>(
    db,
    'UPDATE mention SET feeling = ?, feeling_confidence = ? WHERE id = ?',
  ).run(feeling, confidence, row.id)
  refreshStated(db, row.id)
  forgetPlace(db, row.id)
}
