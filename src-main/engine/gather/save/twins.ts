import {
  addTwin,
  areApart,
  findGroup,
  membersOf,
  moveTags,
  moveTwins,
  sourcesOf,
  type TwinGroup,
} from '../../triage/twins-store.ts'
import type { Batch } from './batch.ts'
import { unplace } from './states.ts'
import { lookUpTwins, refreshTwins } from './twins-index.ts'
import { sameBy, type SameBy, type Twin } from './twins-same.ts'
import { findSaid, findStanding, type Standing } from './twins-store.ts'
import { writeNew } from './write-new.ts'

/** A mention that was just written, and has no state yet. */
export interface JustSaid extends Twin {
  readonly row: number
}

/** A group that says the same, and by what. */
interface Same extends Standing {
  readonly group: TwinGroup
  readonly why: SameBy
}

/**
 * Shows a new mention with those of other sources that say the same: the head it has then, null where there are none. It joins the group
 * the user has begun to deal with, else the one that was gathered first, and brings along those that nobody has
 * touched: so it does not matter in which order they came.
 */
export function joinTwins(batch: Batch, said: JustSaid): number | null {
  const { db } = batch
  if (said.ourVoice) return null
  if (!batch.knowsTwins) refreshTwins(db)
  batch.knowsTwins = true
  const [first, ...others] = listSame(batch, said).sort(headFirst)
  if (!first) return null
  const { head } = first.group
  addTwin(db, said.row, head, first.why)
  unplace(head, batch.changes)
  for (const other of others) if (mayJoin(batch, head, other)) joinGroups(batch, head, other)
  return head
}

function listSame({ db, unwritten }: Batch, said: JustSaid): Same[] {
  const found = new Map<number, Same | null>()
  const likely = lookUpTwins(db, said, () => writeNew(db, unwritten))
  if (likely.length > 0) writeNew(db, unwritten)
  for (const row of likely) {
    const other = findSaid(db, row)
    const why = other === null ? null : sameBy(said, other)
    if (why === null) continue
    const group = findGroup(db, row)
    if (found.has(group.head)) continue
    const isOfItsSource = sourcesOf(db, membersOf(group)).includes(said.sourceRow)
    found.set(group.head, isOfItsSource ? null : { group, why, ...findStanding(db, group.head) })
  }
  return [...found.values()].filter((same) => same !== null)
}

function headFirst(one: Same, other: Same): number {
  return (
    Number(one.untouched) - Number(other.untouched) ||
    one.gatheredAt - other.gatheredAt ||
    one.group.head - other.group.head
  )
}

function mayJoin({ db }: Batch, head: number, { group, untouched }: Same): boolean {
  const [members, others] = [membersOf(findGroup(db, head)), membersOf(group)]
  const sources = sourcesOf(db, members)
  return (
    untouched &&
    !sourcesOf(db, others).some((source) => sources.includes(source)) &&
    !areApart(db, members, others)
  )
}

function joinGroups({ db, joined }: Batch, head: number, { group, why }: Same): void {
  moveTwins(db, group.head, head)
  addTwin(db, group.head, head, why)
  moveTags(db, group.head, head)
  joined.add(group.head)
}
