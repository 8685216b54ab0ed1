import { prepared } from '../store/prepared.ts'
import { viewId } from '../store/ids.ts'
import type { Left } from './acts/undo-fields.ts'
import type { Held, OpenAct } from './journal.ts'
import { findView, VIEW_FIELDS, type ViewRow, type ViewShelf } from './views-store.ts'

interface Change {
  readonly row_id: number
  readonly field: string
  readonly before: Held
  readonly after: Held
}

type Changes = ReadonlyMap<string, Change>

/** Takes back what an act did to saved views: a saved one goes, a removed one comes back, a changed field holds what it held. */
export function undoViews(shelf: ViewShelf, act: OpenAct): Left[] {
  const changes = prepared<[number], Change>(
    shelf.db,
    "SELECT row_id, field, before, after FROM act_change WHERE act_id = ? AND subject = 'view'",
  ).all(act.id)
  const byRow = Map.groupBy(changes, ({ row_id: row }) => row)
  return [...byRow].flatMap(([row, fields]) =>
    undoView(shelf, row, new Map(fields.map((change) => [change.field, change]))),
  )
}

function undoView(shelf: ViewShelf, row: number, changes: Changes): Left[] {
  const uid = changes.get('uid')
  if (uid?.before === null) return takeAway(shelf, row, changes)
  if (uid?.after === null) return bringBack(shelf, row, changes)
  const view = findView(shelf, row)
  return [...changes.values()].flatMap(({ field, before, after }) => {
    const { changes: written } = prepared<[Held, number, Held]>(
      shelf.db,
      `UPDATE view SET ${columnOf(field)} = ? WHERE id = ? AND ${columnOf(field)} IS ?`,
    ).run(before, row, after)
    return written === 1 ? [] : [left(shelf, row, field, view)]
  })
}

/** A view that was renamed or asks something else since is somebody's: it stays. Where it stands does not matter. */
function takeAway(shelf: ViewShelf, row: number, changes: Changes): Left[] {
  const view = findView(shelf, row)
  if (!view) return [left(shelf, row, 'name', null)]
  const kept = (['name', 'question'] as const).filter((field) => view[field] !== changes.get(field)?.after)
  if (kept.length > 0) return kept.map((field) => left(shelf, row, field, view))
  prepared<[number]>(shelf.db, 'DELETE FROM view WHERE id = ?').run(row)
  return []
}

function bringBack({ db }: ViewShelf, row: number, changes: Changes): Left[] {
  const held = VIEW_FIELDS.map((field) => changes.get(field)?.before ?? null)
  prepared<Held[]>(db, `INSERT INTO view (id, ${VIEW_FIELDS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`).run(
    row,
    ...held,
  )
  return []
}

function columnOf(field: string): string {
  const column = VIEW_FIELDS.find((known) => known === field)
  if (!column) throw new Error(`An act changed view.${field}, which has no way back.`)
  return column
}

function left(shelf: ViewShelf, row: number, field: string, view: ViewRow | null): Left {
  const holds = view && VIEW_FIELDS.find((known) => known === field)
  return { id: viewId(shelf.of, row), field, holds: holds ? String(view[holds]) : '' }
}
