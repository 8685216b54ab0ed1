import type { Database } from 'better-sqlite3'
import { Reason } from '../../../contract/mentions.ts'
import { prepared } from '../../store/prepared.ts'
import { STATUS_NAMES } from '../../triage/state-store.ts'
import {
  addTwin,
  copyTags,
  findGroup,
  membersOf,
  removeTwin,
  type TwinGroup,
} from '../../triage/twins-store.ts'
import type { Batch } from './batch.ts'
import type { FirstState } from './states.ts'
import { sameBy } from './twins-same.ts'
import { findSaid } from './twins-store.ts'

/**
 * After an edit: what no longer says the same as anything of its group is shown by itself. What was edited is new;
 * what others still say has been dealt with as far as their head was.
 */
export function partEdited(batch: Batch, row: number): void {
  const group = findGroup(batch.db, row)
  if (group.twins.length === 0) return
  const [, ...apart] = partsOf(batch.db, group)
  for (const part of apart) standAlone(batch, group.head, part, row)
}

/** The members that still hang together, the head's part first. */
function partsOf(db: Database, group: TwinGroup): number[][] {
  const said = new Map(membersOf(group).map((row) => [row, findSaid(db, row)]))
  const byHand = new Set(group.twins.filter(({ why }) => why === 'by-hand').map(({ row }) => row))
  const areLinked = (one: number, other: number) => {
    const [a, b] = [said.get(one) ?? null, said.get(other) ?? null]
    return (one === group.head && byHand.has(other)) || (a !== null && b !== null && sameBy(a, b) !== null)
  }
  return connected([...said.keys()], areLinked)
}

/** Splits into parts in which each is linked to another; the first stays in the first. */
export function connected(
  rows: readonly number[],
  areLinked: (one: number, other: number) => boolean,
): number[][] {
  const left = new Set(rows)
  return rows.flatMap((row) => {
    if (!left.delete(row)) return []
    const part = [row]
    // Grows while it is walked through: until nothing more is linked to any of it.
    for (const one of part)
      for (const other of left)
        if (areLinked(one, other) || areLinked(other, one)) {
          left.delete(other)
          part.push(other)
        }
    return [part]
  })
}

function standAlone(
  { db, changes }: Batch,
  formerHead: number,
  part: readonly number[],
  edited: number,
): void {
  const head = part.find((row) => row !== edited) ?? edited
  for (const row of part) removeTwin(db, row)
  for (const row of part) if (row !== head) addTwin(db, row, head, 'same-text')
  const dealtWith = stateOf(db, formerHead)
  const isNew = head === edited && dealtWith.reason !== 'before-our-time'
  changes.first.push(isNew ? { row: head, status: 'new', reason: null } : { row: head, ...dealtWith })
  if (!isNew) copyTags(db, formerHead, head)
}

function stateOf(db: Database, row: number): Omit<FirstState, 'row'> {
  const state = prepared<[number], { status: number; reason: string | null }>(
    db,
    'SELECT status, reason FROM mention_state WHERE id = ?',
  ).get(row)
  return {
    status: STATUS_NAMES[state?.status ?? 0] ?? 'new',
    reason: Reason.nullable().parse(state?.reason ?? null),
  }
}
