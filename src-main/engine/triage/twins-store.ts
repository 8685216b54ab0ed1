import type { Database } from 'better-sqlite3'
import { forgetPlace } from './care/care-store.ts'
import { prepared } from '../store/prepared.ts'
import { STATED, statedOf } from './stated-columns.ts'
import { addToCounter, writeStates } from './state-store.ts'

/** Why a mention is shown with its head. */
export type TwinWhy = 'same-address' | 'same-text' | 'by-hand'

export interface TwinRow {
  readonly row: number
  readonly why: TwinWhy
}

/** Mentions that are shown as one: the head, which has the state, and the others, which have none. */
export interface TwinGroup {
  readonly head: number
  /** In the order of time; none for a mention that stands alone. */
  readonly twins: readonly TwinRow[]
}

/** The head of a mention's group: the mention itself where it is no twin. */
export function headOf(db: Database, row: number): number {
  const twin = prepared<[number], { head: number }>(
    db,
    'SELECT head_id AS head FROM mention_twin WHERE mention_id = ?',
  ).get(row)
  return twin?.head ?? row
}

/** The group a mention is in, whichever of it the mention is. */
export function findGroup(db: Database, row: number): TwinGroup {
  const head = headOf(db, row)
  const sql = 'SELECT mention_id AS row, why FROM mention_twin WHERE head_id = ? ORDER BY mention_id'
  return { head, twins: prepared<[number], TwinRow>(db, sql).all(head) }
}

export function membersOf({ head, twins }: TwinGroup): number[] {
  return [head, ...twins.map(({ row }) => row)]
}

export function addTwin(db: Database, row: number, head: number, why: TwinWhy): void {
  prepared<[number, number, string]>(
    db,
    'INSERT INTO mention_twin (mention_id, head_id, why) VALUES (?, ?, ?)',
  ).run(row, head, why)
  forgetPlace(db, head)
}

export function removeTwin(db: Database, row: number): void {
  forgetPlace(db, headOf(db, row))
  prepared<[number]>(db, 'DELETE FROM mention_twin WHERE mention_id = ?').run(row)
}

/** The twins of one head become twins of another. */
export function moveTwins(db: Database, from: number, to: number): void {
  prepared<[number, number]>(db, 'UPDATE mention_twin SET head_id = ? WHERE head_id = ?').run(to, from)
  forgetPlace(db, to)
  forgetPlace(db, from)
}

/** Takes a mention out of its group. Who stands at the head then has no state yet; null where nobody lost theirs. */
export function leaveGroup(db: Database, row: number): number | null {
  const { head, twins } = findGroup(db, row)
  if (head !== row) removeTwin(db, row)
  const heir = twins[0]?.row
  if (head !== row || heir === undefined) return null
  removeTwin(db, heir)
  moveTwins(db, row, heir)
  return heir
}

/** A mention is treated like another from now on. Inside `writeStates`. */
export function copyState(db: Database, from: number, to: number): void {
  prepared<[{ from: number; to: number }]>(
    db,
    `INSERT OR IGNORE INTO mention_state (id, status, reason, snoozed_until, came_back_at, unanswered, felt, ${STATED})
     SELECT @to, status, reason, snoozed_until, came_back_at, unanswered, felt, ${statedOf('@to')}
     FROM mention_state WHERE id = @from`,
  ).run({ from, to })
}

/** The tags of one mention are put on another as well. */
export function copyTags(db: Database, from: number, to: number): void {
  for (const tag of listTagRows(db, from)) putTag(db, tag, to)
}

/** The same, and the one has none any more. */
export function moveTags(db: Database, from: number, to: number): void {
  copyTags(db, from, to)
  for (const tag of listTagRows(db, from)) takeTag(db, tag, from)
}

export function listTagRows(db: Database, row: number): number[] {
  return prepared<[number], { id: number }>(
    db,
    'SELECT tag_id AS id FROM mention_tag WHERE mention_id = ? ORDER BY tag_id',
  )
    .all(row)
    .map(({ id }) => id)
}

export function putTag(db: Database, tag: number, row: number): void {
  const { changes } = prepared<[number, number]>(
    db,
    'INSERT OR IGNORE INTO mention_tag (tag_id, mention_id) VALUES (?, ?)',
  ).run(tag, row)
  addToCounter(db, 'tag', tag, changes)
}

export function takeTag(db: Database, tag: number, row: number): void {
  const { changes } = prepared<[number, number]>(
    db,
    'DELETE FROM mention_tag WHERE tag_id = ? AND mention_id = ?',
  ).run(tag, row)
  addToCounter(db, 'tag', tag, -changes)
}

/** Takes away the states of mentions that are shown with another from now on. */
export function dropStates(db: Database, rows: readonly number[]): void {
  if (rows.length === 0) return
  writeStates(db, rows, () => {
    const drop = prepared<[number]>(db, 'DELETE FROM mention_state WHERE id = ?')
    for (const row of rows) drop.run(row)
  })
}

/** The sources that some mentions arrived through, first or later. */
export function sourcesOf(db: Database, rows: readonly number[]): number[] {
  return prepared<[string], { id: number }>(
    db,
    `WITH member AS (SELECT value AS id FROM json_each(?))
     SELECT source_id AS id FROM mention WHERE id IN (SELECT id FROM member)
     UNION SELECT source_id FROM mention_seen WHERE mention_id IN (SELECT id FROM member)`,
  )
    .all(JSON.stringify(rows))
    .map(({ id }) => id)
}

/** Notes that the user took two mentions apart. */
export function noteApart(db: Database, one: number, other: number): void {
  prepared<[number, number]>(
    db,
    'INSERT OR IGNORE INTO mention_apart (mention_id, other_id) VALUES (?, ?)',
  ).run(Math.min(one, other), Math.max(one, other))
}

export function forgetApart(db: Database, one: number, other: number): void {
  prepared<[number, number]>(db, 'DELETE FROM mention_apart WHERE mention_id = ? AND other_id = ?').run(
    Math.min(one, other),
    Math.max(one, other),
  )
}

/** Whether the user took any of some mentions apart from any of others. */
export function areApart(db: Database, some: readonly number[], others: readonly number[]): boolean {
  const found = prepared<[string, string], { id: number }>(
    db,
    `SELECT one.value AS id FROM json_each(?) one CROSS JOIN json_each(?) other
     JOIN mention_apart ON mention_id = min(one.value, other.value) AND other_id = max(one.value, other.value)`,
  ).get(JSON.stringify(some), JSON.stringify(others))
  return found !== undefined
}
