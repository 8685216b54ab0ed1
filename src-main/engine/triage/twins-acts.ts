import { CallFailed } from '../../contract/failure.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { beginAct, endAct, noteChange, type OpenAct } from './journal.ts'
import { writeStates } from './state-store.ts'
import { uidsOf } from './tags-held-store.ts'
import { engagementsOf, isEngaged, readOwn, removeOwn } from './twins-own.ts'
import {
  addTwin,
  areApart,
  copyState,
  copyTags,
  findGroup,
  listTagRows,
  membersOf,
  moveTwins,
  noteApart,
  putTag,
  removeTwin,
  type TwinGroup,
  type TwinRow,
  type TwinWhy,
} from './twins-store.ts'

/** How the journal holds whose twin a mention is. */
function headText(head: number, why: TwinWhy): string {
  return `${head} ${why}`
}

/**
 * Shows a twin by itself again, with its own copy of what was decided, and never again with what it was shown with;
 * of a head, the one twin that is named, or all. In the caller's transaction.
 */
export function takeApart(file: BrandFile, row: number, from: number | null, at: number): OpenAct {
  const group = findGroup(file.db, row)
  const leaving = leavingOf(group, row, from)
  const act = beginAct(file, { kind: 'take-apart', detail: '', who: 'user', at, undoable: true })
  for (const twin of leaving) letGo(file, act, group.head, twin)
  endAct(file.db, act, leaving.length)
  return act
}

function leavingOf({ head, twins }: TwinGroup, row: number, from: number | null): readonly TwinRow[] {
  const isOne = from === null || from === head || twins.some((twin) => twin.row === from)
  const named = row === head ? from : row
  const leaving = named === null ? twins : twins.filter((twin) => twin.row === named)
  if (isOne && from !== row && leaving.length > 0) return leaving
  throw new CallFailed({ kind: 'conflict', message: 'It is not shown together with that.', hint: '' })
}

function letGo(file: BrandFile, act: OpenAct, head: number, { row, why }: TwinRow): void {
  const { db } = file
  removeTwin(db, row)
  writeStates(db, [row], () => copyState(db, head, row))
  copyTags(db, head, row)
  const others = membersOf(findGroup(db, head)).filter((other) => !areApart(db, [row], [other]))
  for (const other of others) noteApart(db, row, other)
  const note = { subject: 'twin', row } as const
  noteChange(db, act, { ...note, field: 'head', before: headText(head, why), after: null })
  noteChange(db, act, { ...note, field: 'own', before: null, after: readOwn(db, row) })
  noteChange(db, act, { ...note, field: 'apart', before: null, after: JSON.stringify(others) })
  const engaged = engagementsOf(db, row)
  if (engaged !== null) noteChange(db, act, { ...note, field: 'engaged', before: engaged, after: engaged })
}

/**
 * Shows mentions together because the user says they are one. What an answer was begun to, or what was gathered first,
 * stands for all, with the tags of all. In the caller's transaction.
 */
export function putTogether(file: BrandFile, rows: readonly number[], at: number): OpenAct {
  const heads = [...new Set(rows.map((row) => findGroup(file.db, row).head))]
  const [first, ...others] = inOrder(file, heads)
  if (first === undefined || others.length === 0)
    throw new CallFailed({ kind: 'conflict', message: 'They are shown together already.', hint: '' })
  const act = beginAct(file, { kind: 'put-together', detail: '', who: 'user', at, undoable: true })
  const tags = addedTags(file, first, others)
  noteChange(file.db, act, {
    subject: 'twin',
    row: first,
    field: 'tags',
    before: null,
    after: JSON.stringify(uidsOf(file.db, tags)),
  })
  for (const tag of tags) putTag(file.db, tag, first)
  for (const other of others) takeIn(file, act, first, other)
  endAct(file.db, act, others.length)
  return act
}

/** The one that will stand for all first. Throws `conflict` where that cannot be said, or one is our own. */
function inOrder({ db }: BrandFile, heads: readonly number[]): number[] {
  if (heads.some((row) => readOwn(db, row) === null))
    throw new CallFailed({
      kind: 'conflict',
      message: 'What we said ourselves is shown with nothing else.',
      hint: '',
    })
  const engaged = heads.filter((row) => isEngaged(db, row))
  if (engaged.length > 1)
    throw new CallFailed({
      kind: 'conflict',
      message: 'More than one of them has an answer, a draft or a promise of its own.',
      hint: 'Leave them apart, or finish the drafts first.',
    })
  const listed = prepared<[string], { id: number }>(
    db,
    'SELECT id FROM mention WHERE id IN (SELECT value FROM json_each(?)) ORDER BY gathered_at, id',
  ).all(JSON.stringify(heads))
  const ids = listed.map(({ id }) => id)
  return [...engaged, ...ids.filter((id) => !engaged.includes(id))]
}

function addedTags({ db }: BrandFile, head: number, others: readonly number[]): number[] {
  const has = listTagRows(db, head)
  const theirs = new Set(others.flatMap((row) => listTagRows(db, row)))
  return [...theirs].filter((tag) => !has.includes(tag))
}

function takeIn({ db }: BrandFile, act: OpenAct, head: number, row: number): void {
  const note = { subject: 'twin', row } as const
  noteChange(db, act, { ...note, field: 'own', before: readOwn(db, row), after: null })
  noteChange(db, act, { ...note, field: 'head', before: null, after: headText(head, 'by-hand') })
  for (const twin of findGroup(db, row).twins) {
    const [before, after] = [headText(row, twin.why), headText(head, twin.why)]
    noteChange(db, act, { subject: 'twin', row: twin.row, field: 'head', before, after })
  }
  removeOwn(db, row)
  moveTwins(db, row, head)
  addTwin(db, row, head, 'by-hand')
}
