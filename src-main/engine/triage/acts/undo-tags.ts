import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import type { Held, OpenAct } from '../journal.ts'
import { tagKey } from '../question/fold.ts'
import { findTagByUid, findTagExactly, type TagRow, writeTagAgain } from '../tags-store.ts'
import type { Left } from './undo-fields.ts'

const COLUMNS = ['path', 'colour', 'description', 'synonyms', 'formerly', 'retired_at'] as const
type Column = (typeof COLUMNS)[number]

interface Change {
  readonly uid: string
  readonly column: string
  readonly before: Held
  readonly after: Held
}

/**
 * Takes back what an act did to the tree, before the mentions get their tags back: paths first, so that a tag that was
 * merged away finds its own free.
 */
export function undoTagTree(file: BrandFile, act: OpenAct): Left[] {
  const changes = listChanges(file, act)
  const left = [
    ...undoPaths(
      file,
      changes.filter(({ column }) => column === 'path'),
    ),
    ...COLUMNS.filter((column) => column !== 'path').flatMap((column) =>
      changes.filter((change) => change.column === column && !takeBack(file, column, change)),
    ),
  ]
  const gone = changes.filter((change) => change.column === 'removed' && !bringBack(file, change))
  return [...left, ...gone].map((change) => toLeft(file, change))
}

function listChanges({ db }: BrandFile, act: OpenAct): Change[] {
  const sql = `SELECT substr(field, instr(field, ' ') + 1) AS uid, substr(field, 1, instr(field, ' ') - 1) AS "column", before, after
    FROM act_change WHERE act_id = ? AND subject = 'tag' AND field <> 'created' ORDER BY row_id`
  return prepared<[number], Change>(db, sql).all(act.id)
}

/** All at once: a path may be free only when another has left it. Those that cannot go back stay where they are. */
function undoPaths(file: BrandFile, changes: readonly Change[]): Change[] {
  const { db } = file
  const standing = changes.flatMap((change) => {
    const tag = findTagByUid(file, change.uid)
    return tag?.path === change.after && typeof change.before === 'string'
      ? [{ change, tag, path: change.before }]
      : []
  })
  const own = new Set(standing.map(({ tag }) => tag.id))
  const isFree = (path: string) => {
    const there = findTagExactly(file, path)
    return there === null || own.has(there.id)
  }
  // A branch goes back together or not at all.
  if (!standing.every(({ path }) => isFree(path))) return [...changes]
  const write = prepared<[string, string, number]>(db, 'UPDATE tag SET path = ?, key = ? WHERE id = ?')
  for (const { tag } of standing) write.run(tag.path, `\u0000${tag.uid}`, tag.id)
  for (const { tag, path } of standing) write.run(path, tagKey(path), tag.id)
  const back = new Set(standing.map(({ change }) => change))
  return changes.filter((change) => !back.has(change))
}

function takeBack({ db }: BrandFile, column: Column, { uid, before, after }: Change): boolean {
  const sql = `UPDATE tag SET ${column} = ? WHERE uid = ? AND ${column} IS ?`
  return prepared<[Held, string, Held]>(db, sql).run(before, uid, after).changes === 1
}

function bringBack(file: BrandFile, change: Change): boolean {
  const row = rowOf(change)
  if (row === null || findTagByUid(file, row.uid) || findTagExactly(file, row.path)) return false
  writeTagAgain(file, row)
  return true
}

/** The row as it was when the act removed it. */
function rowOf({ before }: Change): TagRow | null {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by `removeTag` from a row of this very table
  return typeof before === 'string' ? (JSON.parse(before) as TagRow) : null
}

function toLeft(file: BrandFile, change: Change): Left {
  const tag = findTagByUid(file, change.uid)
  const holds: Held = tag && isColumn(change.column) ? tag[change.column] : null
  const name = tag?.path ?? rowOf({ ...change, before: pathless(change) })?.path ?? change.uid
  return { id: name, field: change.column, holds: holds === null ? '' : String(holds) }
}

/** Only what was removed holds a row. */
function pathless({ column, before }: Change): Held {
  return column === 'removed' ? before : null
}

function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name)
}
