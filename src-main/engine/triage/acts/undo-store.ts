import type { Database } from 'better-sqlite3'
import type { BrandFile } from '../../store/brand-file.ts'
import { mentionId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import { findAct, type Held, type JournalFile, type OpenAct } from '../journal.ts'
import { addToCounter, clearTouched, STATUS_TEXT, writeTouched } from '../state-store.ts'
import { forgetPlacesOfPersons, placeInCare } from '../care/care-store.ts'
import { forgetLearnt } from '../../understand/store.ts'
import { addTag, findTag, findTagByUid, findTagExactly, type TagRow } from '../tags-store.ts'
import { undoViews } from '../views-undo.ts'
import { undoTwins } from '../twins-undo.ts'
import { undoVoice } from '../voice-undo.ts'
import { type Left, undoField, undoMadeRows } from './undo-fields.ts'
import { undoAddedRule } from './undo-rules.ts'
import { undoTagTree } from './undo-tags.ts'
import { restoreWaits, WAIT_TEXT } from './waits-store.ts'

export interface Undone {
  readonly undone: number
  readonly left: readonly Left[]
  /** Which subjects of the journal it changed. */
  readonly subjects: readonly string[]
}

/** Takes an act back, field by field, where the fields still hold what it wrote. Runs in the caller's transaction. */
export function undoAct(file: BrandFile, uid: string, now: number): Undone {
  const { db } = file
  const act = findAct(file, uid)
  if (!act) throw new Error(`There is no act ${uid} in this file.`)
  const fields = prepared<[number], ChangedField>(
    db,
    'SELECT DISTINCT subject, field FROM act_change WHERE act_id = ?',
  ).all(act.id)
  const left = undoTagTree(file, act)
    .concat(
      fields
        .filter(({ subject }) => subject !== 'tag' && subject !== 'twin' && subject !== 'view')
        .flatMap((changed) => undoOne(file, act, changed, now)),
    )
    .concat(undoTwins(file, act), undoViews({ db, of: file.brandId }, act), undoVoice(file, act))
  const owed = peopleOf(db, act, fields)
  left.push(...undoMadeRows(file, act, left))
  forgetPlacesOfPersons(db, owed)
  placeInCare(db)
  for (const { subject } of fields) if (subject === 'tag') removeCreatedTag(file, act)
  prepared<[number]>(db, 'DELETE FROM rule_mention WHERE act_id = ?').run(act.id)
  prepared<[number, number]>(db, 'UPDATE act SET undone_at = ? WHERE id = ?').run(now, act.id)
  return {
    undone: act.count - countRows(left),
    left,
    subjects: [...new Set(fields.map(({ subject }) => subject))],
  }
}

/** Whose place in the order of care the act was about: who was promised something, or became another person. */
function peopleOf(db: Database, act: OpenAct, fields: readonly ChangedField[]): number[] {
  if (!fields.some(({ subject }) => subject === 'promise' || subject === 'author')) return []
  const sql = `SELECT person_id AS person FROM act_change change JOIN promise ON promise.id = change.row_id
      JOIN mention ON mention.id = promise.mention_id JOIN author ON author.id = mention.author_id
      WHERE change.act_id = @act AND change.subject = 'promise'
    UNION SELECT before FROM act_change WHERE act_id = @act AND subject = 'author'
    UNION SELECT after FROM act_change WHERE act_id = @act AND subject = 'author'`
  return prepared<[{ act: number }], { person: number }>(db, sql)
    .all({ act: act.id })
    .map(({ person }) => person)
}

/** Takes back an act on what all brands share. Runs in the caller's transaction. */
export function undoSharedAct({ db }: JournalFile, act: OpenAct, now: number): Left[] {
  const left = undoViews({ db, of: 'all' }, act)
  prepared<[number, number]>(db, 'UPDATE act SET undone_at = ? WHERE id = ?').run(now, act.id)
  return left
}

interface ChangedField {
  readonly subject: string
  readonly field: string
}

function undoOne(
  file: BrandFile,
  act: OpenAct & { readonly detail: string },
  changed: ChangedField,
  now: number,
): Left[] {
  const { subject, field } = changed
  if (subject === 'rule' && field === 'created') return undoAddedRule(file, act, now)
  // These come at the end, when the fields are back.
  if (field === 'created' || field === 'voice' || field === 'conversation') return []
  if (subject !== 'mention') return undoField(file, act, subject, field)
  if (field === 'status') return undoStatus(file, act)
  if (field === 'waits') return undoWaits(file, act)
  if (field === 'snoozed_until') return undoSnooze(file, act)
  if (field === 'felt') return undoFeeling(file, act)
  if (field === 'unlearnt') return undoUnlearnt(file, act)
  return undoTag(file, act, field.slice('tag:'.length), now)
}

/** A thing is undone when none of its fields was left. */
function countRows(left: readonly Left[]): number {
  return new Set(left.map(({ id }) => id)).size
}

/** The changes of one field of mentions, beside the state as it is now. */
const CHANGES = `act_change change CROSS JOIN mention_state state ON state.id = change.row_id
  WHERE change.act_id = ? AND change.subject = 'mention' AND change.field = ?`

function undoStatus(file: BrandFile, act: OpenAct): Left[] {
  const { db } = file
  touchWhere(db, act, 'status', `${STATUS_TEXT} = change.after`)
  const left = listLeft(file, act, 'status', STATUS_TEXT)
  writeTouched(db, () => {
    prepared<[number]>(
      db,
      `UPDATE mention_state SET
         status = CASE change.before WHEN 'new' THEN 0 WHEN 'open' THEN 1 WHEN 'pending' THEN 2 ELSE 3 END,
         reason = CASE WHEN change.before LIKE 'resolved %' THEN substr(change.before, length('resolved ') + 1) END
       FROM touched CROSS JOIN act_change change ON change.row_id = touched.id
       WHERE change.act_id = ? AND change.subject = 'mention' AND change.field = 'status'
         AND mention_state.id = touched.id`,
    ).run(act.id)
  })
  return left
}

function undoWaits(file: BrandFile, act: OpenAct): Left[] {
  touchWhere(file.db, act, 'waits', `${WAIT_TEXT} IS change.after`)
  const left = listLeft(file, act, 'waits', WAIT_TEXT)
  restoreWaits(file.db, act)
  return left
}

function undoSnooze(file: BrandFile, act: OpenAct): Left[] {
  const { db } = file
  touchWhere(db, act, 'snoozed_until', 'state.snoozed_until IS change.after')
  const left = listLeft(file, act, 'snoozed_until', 'state.snoozed_until')
  prepared<[number]>(
    db,
    `UPDATE mention_state SET snoozed_until = change.before
     FROM touched CROSS JOIN act_change change ON change.row_id = touched.id
     WHERE change.act_id = ? AND change.subject = 'mention' AND change.field = 'snoozed_until'
       AND mention_state.id = touched.id`,
  ).run(act.id)
  return left
}

function undoFeeling(file: BrandFile, act: OpenAct): Left[] {
  const { db } = file
  touchWhere(db, act, 'felt', 'state.felt IS change.after')
  const left = listLeft(file, act, 'felt', 'state.felt')
  prepared<[number]>(
    db,
    `UPDATE mention_state SET felt = change.before, care = NULL
     FROM touched CROSS JOIN act_change change ON change.row_id = touched.id
     WHERE change.act_id = ? AND change.subject = 'mention' AND change.field = 'felt'
       AND mention_state.id = touched.id`,
  ).run(act.id)
  forgetLearnt(db)
  return left
}

/** What was forgotten is learnt from again, and what was learnt from again is forgotten. */
function undoUnlearnt({ db }: BrandFile, act: OpenAct): Left[] {
  const changed = `SELECT row_id FROM act_change
    WHERE act_id = ? AND subject = 'mention' AND field = 'unlearnt' AND after = `
  prepared<[number]>(db, `DELETE FROM unlearnt WHERE id IN (${changed} 1)`).run(act.id)
  prepared<[number]>(db, `INSERT OR IGNORE INTO unlearnt (id) ${changed} 0`).run(act.id)
  forgetLearnt(db)
  return []
}

/** Puts a tag back where it was removed and takes it off where it was put, by its uid. */
function undoTag(
  file: BrandFile,
  act: OpenAct & { readonly detail: string },
  uid: string,
  now: number,
): Left[] {
  const { db } = file
  const tag = tagToUndo(file, act, uid, now)
  if (tag === null) return listGone(file, act, `tag:${uid}`)
  const field = `tag:${uid}`
  const carries = `EXISTS (SELECT 1 FROM mention_tag WHERE tag_id = ${tag.id} AND mention_id = state.id)`
  touchWhere(db, act, field, `${carries} = change.after`)
  const left = listLeft(file, act, field, carries)
  const { changes: removed } = prepared<[number, number, string]>(
    db,
    `DELETE FROM mention_tag WHERE tag_id = ? AND mention_id IN (
       SELECT row_id FROM act_change WHERE act_id = ? AND subject = 'mention' AND field = ? AND after = 1)
       AND mention_id IN (SELECT id FROM touched)`,
  ).run(tag.id, act.id, field)
  const { changes: added } = prepared<[number, number, string]>(
    db,
    `INSERT OR IGNORE INTO mention_tag SELECT ?, row_id FROM act_change
     WHERE act_id = ? AND subject = 'mention' AND field = ? AND before = 1
       AND row_id IN (SELECT id FROM touched)`,
  ).run(tag.id, act.id, field)
  addToCounter(db, 'tag', tag.id, added - removed)
  return left
}

/** The tag by its uid; gone since, the one that has its name now, or made anew. Null where it was merged into another. */
function tagToUndo(
  file: BrandFile,
  act: OpenAct & { readonly detail: string },
  uid: string,
  now: number,
): TagRow | null {
  const known = findTagByUid(file, uid)
  if (known) return known
  const path = removedPath(file, act, uid) ?? act.detail
  const named = findTagExactly(file, path)
  if (named) return named
  return findTag(file, path) === null ? addTag(file, path, now, uid) : null
}

/** The path of a tag that this act itself took away. */
function removedPath({ db }: BrandFile, act: OpenAct, uid: string): string | null {
  const sql = `SELECT json_extract(before, '$.path') AS path FROM act_change
    WHERE act_id = ? AND subject = 'tag' AND field = ?`
  return prepared<[number, string], { path: string }>(db, sql).get(act.id, `removed ${uid}`)?.path ?? null
}

/** The mentions whose tag is no more: there is nothing to write. */
function listGone({ db, brandId }: BrandFile, act: OpenAct, field: string): Left[] {
  const sql = "SELECT row_id AS row FROM act_change WHERE act_id = ? AND subject = 'mention' AND field = ?"
  return prepared<[number, string], { row: number }>(db, sql)
    .all(act.id, field)
    .map(({ row }) => ({ id: mentionId(brandId, row), field: 'tag', holds: '' }))
}

/** A tag that the act made, and that nothing carries any longer, goes with it. */
function removeCreatedTag({ db }: BrandFile, act: OpenAct): void {
  prepared<[number]>(
    db,
    `DELETE FROM tag WHERE uid IN (
       SELECT after FROM act_change WHERE act_id = ? AND subject = 'tag' AND field = 'created')
       AND colour IS NULL AND description = '' AND synonyms = '[]' AND formerly = '[]' AND retired_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM mention_tag WHERE tag_id = tag.id)`,
  ).run(act.id)
}

function touchWhere(db: Database, act: OpenAct, field: string, holds: string): void {
  clearTouched(db)
  db.prepare<[number, string]>(`INSERT INTO touched SELECT change.row_id FROM ${CHANGES} AND (${holds})`).run(
    act.id,
    field,
  )
}

/** What is in the journal of the act and not in `touched`; what is shown with another since has no state any more. */
function listLeft({ db, brandId }: BrandFile, act: OpenAct, field: string, holds: string): Left[] {
  return db
    .prepare<[number, string], { row: number; holds: Held }>(
      `SELECT change.row_id AS row, ${holds} AS holds
       FROM act_change change LEFT JOIN mention_state state ON state.id = change.row_id
       WHERE change.act_id = ? AND change.subject = 'mention' AND change.field = ?
         AND change.row_id NOT IN (SELECT id FROM touched)`,
    )
    .all(act.id, field)
    .map(({ row, holds: held }) => ({
      id: mentionId(brandId, row),
      field: field.startsWith('tag:') ? 'tag' : field,
      holds: held === null ? '' : String(held),
    }))
}
