import type { Database } from 'better-sqlite3'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { askFor } from '../triage/page-store.ts'
import { condition } from '../triage/question/keywords/keyword.ts'
import { parseQuestion } from '../triage/question/parse.ts'
import { selectRows } from '../triage/question/select.ts'
import type { Period } from './period.ts'

/**
 * Keeps what a question matches within a period aside, for as long as its report is made: the question is asked once,
 * and not for each day and tag. Answers the period with the number it is kept under.
 */
export function keepReported(file: BrandFile, period: Period, where: string, now: number): Period {
  const { db } = file
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS reported (
    report INTEGER NOT NULL, mention_id INTEGER NOT NULL, PRIMARY KEY (report, mention_id)) WITHOUT ROWID`)
  const asked = askFor(file, { question: parseQuestion(where), now })
  const stretch = condition('state.id >= ? AND state.id < ?', period.firstRow, period.pastRow)
  const rows = selectRows({ ...asked, conditions: [...asked.conditions, stretch] }, 'oldest', null, -1)
  // Several may be made at once; the smallest numbers serve again, and with them the statements that name them.
  const taken = prepared<[], { report: number }>(db, 'SELECT DISTINCT report FROM temp.reported').all()
  const reported = Math.max(0, ...taken.map(({ report }) => report)) + 1
  db.prepare<(string | number)[]>(`INSERT INTO temp.reported SELECT ${reported}, row FROM (${rows.sql})`).run(
    ...rows.parameters,
  )
  return { ...period, reported }
}

export function dropReported(db: Database, { reported }: Period): void {
  if (reported !== null) prepared<[number]>(db, 'DELETE FROM temp.reported WHERE report = ?').run(reported)
}

/** What narrows a statement to what is reported, for the column that holds the mention. */
export function isReported({ reported }: Period, column: string): string {
  if (reported === null) return ''
  return ` AND EXISTS (SELECT 1 FROM temp.reported WHERE report = ${reported} AND reported.mention_id = ${column})`
}
