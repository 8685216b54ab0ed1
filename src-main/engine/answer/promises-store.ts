import { newUid } from '../store/uid.ts'
import type { PromiseItem, PromiseState } from '../../contract/promises.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId, promiseId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { forgetPlacesOfPersons, personsOf, placeInCare } from '../triage/care/care-store.ts'

export interface NewPromise {
  readonly mention: number
  readonly reply: number | null
  readonly text: string
  readonly dueAt: number
  readonly madeAt: number
  /** Given when it is written down again from the replies journal. */
  readonly uid?: string
}

/** Writes a promise down; answers its row. */
export function addPromise({ db }: BrandFile, promise: NewPromise): number {
  const row = prepared<[Record<string, unknown>], { id: number }>(
    db,
    `INSERT INTO promise (uid, mention_id, reply_id, text, due_at, state, made_at)
     VALUES (@uid, @mention, @reply, @text, @dueAt, 'open', @madeAt) RETURNING id`,
  ).get({ ...promise, uid: promise.uid ?? newUid() })
  if (!row) throw new Error('A promise could not be written down.')
  placeWhoIsOwed({ db }, row.id)
  return row.id
}

/** A promise was made, moved or settled: everything that waits of this person has another place in the order of care. */
export function placeWhoIsOwed({ db }: Pick<BrandFile, 'db'>, promise: number): void {
  const sql = 'SELECT mention_id AS mention FROM promise WHERE id = ?'
  const mention = prepared<[number], { mention: number }>(db, sql).get(promise)?.mention
  if (mention === undefined) return
  forgetPlacesOfPersons(db, personsOf(db, [mention]))
  placeInCare(db)
}

interface PromiseRow {
  readonly id: number
  readonly uid: string
  readonly mention_id: number
  readonly text: string
  readonly due_at: number
  readonly state: PromiseState
  readonly made_at: number
  readonly settled_at: number | null
  readonly told_at: number | null
  readonly author: string
}

/** A brand's promises, the next due first. */
export function listPromises({ db, brandId }: BrandFile, state: PromiseState | undefined): PromiseItem[] {
  const rows = prepared<[string | null, string | null], PromiseRow>(
    db,
    `SELECT promise.*, text.author FROM promise JOIN mention_text text ON text.id = promise.mention_id
     WHERE ? IS NULL OR promise.state = ? ORDER BY promise.due_at, promise.id`,
  ).all(state ?? null, state ?? null)
  return rows.map((row) => itemOf(brandId, row))
}

/** The open promises that are due by an instant, whether the user was told of them beside. */
export function listDue(
  { db, brandId }: BrandFile,
  by: number,
): (PromiseItem & { readonly told: boolean })[] {
  const rows = prepared<[number], PromiseRow>(
    db,
    `SELECT promise.*, text.author FROM promise JOIN mention_text text ON text.id = promise.mention_id
     WHERE promise.state = 'open' AND promise.due_at <= ? ORDER BY promise.due_at, promise.id`,
  ).all(by)
  return rows.map((row) => ({ ...itemOf(brandId, row), told: row.told_at !== null }))
}

/** Remembers that the user was told; answers of how many that was new. */
export function markTold({ db }: BrandFile, rows: readonly number[], at: number): number {
  return prepared<[number, string]>(
    db,
    'UPDATE promise SET told_at = ? WHERE told_at IS NULL AND id IN (SELECT value FROM json_each(?))',
  ).run(at, JSON.stringify(rows)).changes
}

function itemOf(brandId: BrandFile['brandId'], row: PromiseRow): PromiseItem {
  return {
    promiseId: promiseId(brandId, row.id),
    uid: row.uid,
    brandId,
    mentionId: mentionId(brandId, row.mention_id),
    text: row.text,
    due: toInstant(row.due_at),
    state: row.state,
    madeAt: toInstant(row.made_at),
    settledAt: toInstantOrNull(row.settled_at),
    to: row.author,
  }
}

export function findPromiseState({ db }: BrandFile, row: number): PromiseState | null {
  return (
    prepared<[number], { state: PromiseState }>(db, 'SELECT state FROM promise WHERE id = ?').get(row)
      ?.state ?? null
  )
}
