import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import type { Left } from './acts/undo-fields.ts'
import type { Held, OpenAct } from './journal.ts'
import { STATUS_TEXT } from './state-store.ts'
import { tagStill } from './tags-held-store.ts'
import { engagementsOf, readOwn, removeOwn, writeOwn } from './twins-own.ts'
import { addTwin, findGroup, forgetApart, removeTwin, takeTag, type TwinWhy } from './twins-store.ts'

interface Change {
  readonly row: number
  readonly field: 'head' | 'own' | 'apart' | 'tags' | 'engaged'
  readonly before: Held
  readonly after: Held
}

/** What an act changed of one mention, by field. */
type Changes = ReadonlyMap<Change['field'], Change>

/** Takes back what an act took apart or put together, where nobody has dealt with it since; the rest is listed. */
export function undoTwins(file: BrandFile, act: OpenAct): Left[] {
  const { db } = file
  const changes = prepared<[number], Change>(
    db,
    "SELECT row_id AS row, field, before, after FROM act_change WHERE act_id = ? AND subject = 'twin' ORDER BY row_id",
  ).all(act.id)
  const byRow = [...Map.groupBy(changes, ({ row }) => row)].map(([row, of]) => ({
    row,
    changes: new Map(of.map((change) => [change.field, change])),
  }))
  // What stood for itself before first: others go back to it.
  const inOrder = byRow.toSorted((a, b) => Number(b.changes.has('own')) - Number(a.changes.has('own')))
  return inOrder.filter(({ row, changes: of }) => !undoOne(db, row, of)).map(({ row }) => left(file, row))
}

function undoOne(db: Database, row: number, changes: Changes): boolean {
  const tags = changes.get('tags')
  for (const tag of heldTags(tags?.after ?? null)) {
    const put = tagStill(db, tag)
    if (put !== null) takeTag(db, put, row)
  }
  const head = changes.get('head')
  if (!head) return true
  if (head.after === null) return joinAgain(db, row, changes)
  return changes.has('own') ? partAgain(db, row, changes) : goBack(db, row, head)
}

/** It was taken apart. */
function joinAgain(db: Database, row: number, changes: Changes): boolean {
  const was = toHead(changes.get('head')?.before ?? null)
  // What was begun there before is no hindrance; what was begun since is.
  const isEngagedAsLeft = engagementsOf(db, row) === (changes.get('engaged')?.after ?? null)
  const isAsLeft = readOwn(db, row) === changes.get('own')?.after && isEngagedAsLeft
  const isAlone = findGroup(db, row).twins.length === 0
  if (was === null || !isAsLeft || !isAlone || readOwn(db, was.head) === null) return false
  removeOwn(db, row)
  addTwin(db, row, was.head, was.why)
  for (const other of numbers(changes.get('apart')?.after ?? null)) forgetApart(db, row, other)
  return true
}

/** It was put together with another. */
function partAgain(db: Database, row: number, changes: Changes): boolean {
  const is = toHead(changes.get('head')?.after ?? null)
  const own = changes.get('own')?.before
  if (typeof own !== 'string' || findGroup(db, row).head !== is?.head) return false
  removeTwin(db, row)
  writeOwn(db, row, own)
  return true
}

/** Its head was put together with another; it follows that one back. */
function goBack(db: Database, row: number, { before, after }: Change): boolean {
  const [was, is] = [toHead(before), toHead(after)]
  if (was === null || findGroup(db, row).head !== is?.head || readOwn(db, was.head) === null) return false
  removeTwin(db, row)
  addTwin(db, row, was.head, was.why)
  return true
}

function toHead(held: Held): { readonly head: number; readonly why: TwinWhy } | null {
  const [head, why] = typeof held === 'string' ? held.split(' ') : []
  if (why !== 'same-address' && why !== 'same-text' && why !== 'by-hand') return null
  return { head: Number(head), why }
}

function heldTags(held: Held): (string | number)[] {
  const tags = z.array(z.union([z.string(), z.number().int()]))
  return typeof held === 'string' ? tags.parse(JSON.parse(held)) : []
}

function numbers(held: Held): number[] {
  return typeof held === 'string' ? z.array(z.number().int()).parse(JSON.parse(held)) : []
}

function left({ db, brandId }: BrandFile, row: number): Left {
  const sql = `SELECT ${STATUS_TEXT} AS holds FROM mention_state WHERE id = ?`
  const state = prepared<[number], { holds: string }>(db, sql).get(row)
  return { id: mentionId(brandId, row), field: 'together', holds: state?.holds ?? '' }
}
