import type { Database } from 'better-sqlite3'
import type { BrandId } from '../../contract/ids.ts'
import { prepared } from '../store/prepared.ts'
import { newUid } from '../store/uid.ts'
import { noteChange, type OpenAct } from './journal.ts'

/** Where saved views lie: a brand's file, or the install's for those of all brands. */
export interface ViewShelf {
  readonly db: Database
  readonly of: BrandId | 'all'
}

export interface ViewRow {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly question: string
  readonly place: number
  readonly created_at: number
}

/** In the order the user likes. */
export function listViews({ db }: ViewShelf): ViewRow[] {
  return prepared<[], ViewRow>(db, 'SELECT * FROM view ORDER BY place, id').all()
}

export function findView({ db }: ViewShelf, row: number): ViewRow | null {
  return prepared<[number], ViewRow>(db, 'SELECT * FROM view WHERE id = ?').get(row) ?? null
}

export const VIEW_FIELDS = ['uid', 'name', 'question', 'place', 'created_at'] as const

/** Adds a view below the others. */
export function addView(
  { db }: ViewShelf,
  act: OpenAct,
  { name, question, now }: { readonly name: string; readonly question: string; readonly now: number },
): ViewRow {
  const row = prepared<[string, string, string, number], ViewRow>(
    db,
    `INSERT INTO view (uid, name, question, place, created_at)
     VALUES (?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM view), ?) RETURNING *`,
  ).get(newUid(), name, question, now)
  if (!row) throw new Error('A view could not be added.')
  for (const field of VIEW_FIELDS)
    noteChange(db, act, { subject: 'view', row: row.id, field, before: null, after: row[field] })
  return row
}

export function removeView({ db }: ViewShelf, act: OpenAct, row: ViewRow): void {
  for (const field of VIEW_FIELDS)
    noteChange(db, act, { subject: 'view', row: row.id, field, before: row[field], after: null })
  prepared<[number]>(db, 'DELETE FROM view WHERE id = ?').run(row.id)
}

/** Changes what the user may change of a view, and notes it; answers whether anything was different. */
export function setView(
  { db }: ViewShelf,
  act: OpenAct,
  row: ViewRow,
  fields: Partial<Pick<ViewRow, 'name' | 'question' | 'place'>>,
): boolean {
  let changed = false
  for (const field of ['name', 'question', 'place'] as const) {
    const after = fields[field]
    if (after === undefined || after === row[field]) continue
    prepared<[string | number, number]>(db, `UPDATE view SET ${field} = ? WHERE id = ?`).run(after, row.id)
    noteChange(db, act, { subject: 'view', row: row.id, field, before: row[field], after })
    changed = true
  }
  return changed
}
