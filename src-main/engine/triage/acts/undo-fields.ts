import Sqlite from 'better-sqlite3'
import type { BrandFile } from '../../store/brand-file.ts'
import { factId, mentionId, personId, promiseId, ruleId, sourceId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import type { Held, OpenAct } from '../journal.ts'

/** A field that no longer holds what the act wrote, and was left as it is. */
export interface Left {
  readonly id: string
  readonly field: string
  readonly holds: string
}

/** Which columns undo may write in the tables whose acts are noted with `setFields`, and how their rows are named. */
const UNDOABLE: Readonly<
  Record<
    string,
    { readonly columns: readonly string[]; readonly id: (file: BrandFile, row: number) => string }
  >
> = {
  person: {
    columns: ['first_name', 'address', 'notes', 'apart'],
    id: ({ brandId }, row) => personId(brandId, row),
  },
  author: { columns: ['person_id'], id: ({ brandId }, row) => personId(brandId, row) },
  draft_reading: {
    columns: ['wanted', 'note', 'asked_at', 'verdict', 'comment', 'read_at'],
    id: ({ brandId }, row) => mentionId(brandId, row),
  },
  heard: { columns: ['asks'], id: ({ brandId }, row) => mentionId(brandId, row) },
  fact: {
    columns: ['language', 'title', 'body', 'removed_at'],
    id: ({ brandId }, row) => factId(brandId, row),
  },
  spelling_word: { columns: ['removed_at'], id: ({ brandId }) => brandId },
  source: {
    columns: ['title', 'brings', 'paused', 'answers_from', 'every_minutes', 'tags', 'removed_at'],
    id: ({ brandId }, row) => sourceId(brandId, row),
  },
  brand: {
    columns: [
      'name',
      'words',
      'handles',
      'languages',
      'timezone',
      'answers_from',
      'address',
      'signature',
      'colour',
      'second_look',
    ],
    id: ({ brandId }) => brandId,
  },
  rule: {
    columns: ['name', 'question', 'acts', 'stops', 'works', 'position', 'removed_at'],
    id: ({ brandId }, row) => ruleId(brandId, row),
  },
  promise: {
    columns: ['state', 'settled_at', 'due_at', 'told_at'],
    id: ({ brandId }, row) => promiseId(brandId, row),
  },
}

interface Change {
  readonly row_id: number
  readonly before: Held
  readonly after: Held
}

/** Takes one column back in every row the act changed, where it still holds what the act wrote. */
export function undoField(file: BrandFile, act: OpenAct, subject: string, field: string): Left[] {
  const table = UNDOABLE[subject]
  if (!table?.columns.includes(field))
    throw new Error(`An act changed ${subject}.${field}, which has no way back.`)
  const changes = prepared<[number, string, string], Change>(
    file.db,
    'SELECT row_id, before, after FROM act_change WHERE act_id = ? AND subject = ? AND field = ?',
  ).all(act.id, subject, field)
  return changes
    .filter((change) => !takeBack(file, subject, field, change))
    .map(({ row_id: row }) => ({ id: table.id(file, row), field, holds: heldNow(file, subject, field, row) }))
}

function takeBack({ db }: BrandFile, table: string, column: string, change: Change): boolean {
  try {
    const { changes } = prepared<[Held, number, Held]>(
      db,
      `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} IS ?`,
    ).run(change.before, change.row_id, change.after)
    return changes === 1
  } catch (error) {
    // A source that was removed cannot come back beside one that was added again: it stays as it is.
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

/** Takes away the rows that the act made, where nothing was written to them since. */
export function undoMadeRows(file: BrandFile, act: OpenAct, left: readonly Left[]): Left[] {
  const made = prepared<[number], { subject: string; row: number; after: string }>(
    file.db,
    `SELECT subject, row_id AS row, after FROM act_change
     WHERE act_id = ? AND field = 'created' AND subject NOT IN ('tag', 'rule')`,
  ).all(act.id)
  return made.flatMap(({ subject, row, after }) => {
    const held = prepared<[number], object>(file.db, `SELECT * FROM ${subject} WHERE id = ?`).get(row)
    const id = UNDOABLE[subject]?.id(file, row) ?? file.brandId
    // A field that was left needs its row.
    if (held === undefined || left.some((each) => each.id === id)) return []
    if (asMade(held) === asMade(JSON.parse(after))) {
      prepared<[number]>(file.db, `DELETE FROM ${subject} WHERE id = ?`).run(row)
      return []
    }
    // What was written on it later keeps the row of the others; a promise is the row itself.
    return subject === 'promise' ? [{ id, field: 'state', holds: heldNow(file, subject, 'state', row) }] : []
  })
}

/** That a promise was told of is nothing anybody did to it. */
function asMade(row: unknown): string {
  return JSON.stringify(Object.assign({}, row, { told_at: null }))
}

function heldNow({ db }: BrandFile, table: string, column: string, row: number): string {
  const sql = `SELECT ${column} AS holds FROM ${table} WHERE id = ?`
  const held = prepared<[number], { holds: Held }>(db, sql).get(row)?.holds ?? null
  return held === null ? '' : String(held)
}
