import type { Database } from 'better-sqlite3'
import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import type { OpenAct } from '../journal.ts'
import { type Condition, condition } from '../question/keywords/keyword.ts'
import { type Position, selectRows } from '../question/select.ts'
import type { Asked } from '../question/to-sql.ts'
import { addToCounter, clearTouched, STATUS, STATUS_TEXT, writeTouched } from '../state-store.ts'
import { createdTag, setTagField } from '../tags-acts.ts'
import { findTag, type TagRow } from '../tags-store.ts'
import { placeInCare } from '../care/care-store.ts'
import { STORED } from '../feeling-columns.ts'
import { forgetLearnt } from '../../understand/store.ts'
import { type Effect, statusText, storedStatus } from './effect.ts'
import { writeWaits } from './waits-store.ts'

/** The journal's field of one tag, by its uid: the row may be gone and come again. */
export function tagField(uid: string): string {
  return `tag:${uid}`
}

/** Which mentions an effect would change: the others are left alone, and not counted. */
function changing(file: BrandFile, effect: Effect): Condition | null {
  switch (effect.kind) {
    case 'tag':
    case 'untag': {
      const tag = findTag(file, effect.path)
      if (tag === null) return effect.kind === 'tag' ? condition('TRUE') : null
      const not = effect.kind === 'tag' ? 'NOT' : ''
      return condition(
        `${not} EXISTS (SELECT 1 FROM mention_tag WHERE tag_id = ? AND mention_id = state.id)`,
        tag.id,
      )
    }
    case 'status': {
      const from = effect.from === 'new' ? 'state.status = 0 AND ' : ''
      const reason =
        effect.reason === null ? 'state.reason IS NOT NULL' : `state.reason IS NOT '${effect.reason}'`
      const changes = condition(`${from}(state.status <> ? OR ${reason})`, storedStatus(effect))
      return effect.waitsFor === undefined ? changes : orWaitsOtherwise(changes, effect.waitsFor)
    }
    case 'feeling':
      return condition('state.felt IS NOT ?', STORED[effect.to])
    case 'snooze':
      return effect.until === null
        ? condition('state.snoozed_until IS NOT NULL')
        : condition('state.snoozed_until IS NOT ?', effect.until)
  }
}

/** What is pending already changes where it waits for somebody else. */
function orWaitsOtherwise({ sql, parameters }: Condition, words: string): Condition {
  const waits = '(SELECT words FROM mention_wait WHERE mention_wait.id = state.id)'
  return { sql: `(${sql} OR ${waits} IS NOT ?)`, parameters: [...parameters, words] }
}

export interface Step {
  readonly changed: number
  /** Where the next step goes on; null when this was the last. */
  readonly next: Position | null
}

/** Puts the rows of one step into `touched`, oldest first: in the order of its key they are appended. */
export function touchStep(
  file: BrandFile,
  asked: Asked,
  effect: Effect,
  { after, most }: { readonly after: Position | null; readonly most: number },
): Step {
  const { db } = file
  clearTouched(db)
  const narrowed = changing(file, effect)
  if (narrowed === null) return { changed: 0, next: null }
  const { sql, parameters } = selectRows(
    { ...asked, conditions: [...asked.conditions, narrowed] },
    'oldest',
    after,
    most,
  )
  const { changes } = db.prepare<(string | number)[]>(`INSERT INTO touched ${sql}`).run(...parameters)
  if (changes < most) return { changed: changes, next: null }
  const last = prepared<[], { row: number }>(db, 'SELECT max(id) AS row FROM touched').get()
  return { changed: changes, next: last ? { row: last.row, shown: 'shown' } : null }
}

/** Writes an effect on everything in `touched`, and in the journal what it was before. */
export function writeEffect(file: BrandFile, act: OpenAct, effect: Effect, now: number): void {
  switch (effect.kind) {
    case 'tag':
      writeTag(file, act, tagToPut(file, act, effect.path, now))
      return
    case 'untag': {
      const tag = findTag(file, effect.path)
      if (tag) removeTag(file.db, act, tag)
      return
    }
    case 'status':
      writeStatus(file.db, act, effect, now)
      return
    case 'feeling':
      writeFeeling(file.db, act, STORED[effect.to])
      return
    case 'snooze':
      writeSnooze(file.db, act, effect.until)
      return
  }
}

/** A tag that somebody puts on is in use: it is made where it is new, and offered again where it was retired. */
function tagToPut(file: BrandFile, act: OpenAct, path: string, now: number): TagRow {
  const tag = findTag(file, path) ?? createdTag(file, act, path, now)
  if (tag.retired_at !== null) setTagField(file, act, tag, 'retired_at', null)
  return tag
}

function writeTag({ db }: BrandFile, act: OpenAct, tag: TagRow): void {
  prepared<[number, string]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', id, ?, 0, 1 FROM touched`,
  ).run(act.id, tagField(tag.uid))
  const { changes } = prepared<[number]>(db, 'INSERT INTO mention_tag SELECT ?, id FROM touched').run(tag.id)
  addToCounter(db, 'tag', tag.id, changes)
}

function removeTag(db: Database, act: OpenAct, tag: TagRow): void {
  prepared<[number, string]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', id, ?, 1, 0 FROM touched`,
  ).run(act.id, tagField(tag.uid))
  const { changes } = prepared<[number]>(
    db,
    'DELETE FROM mention_tag WHERE tag_id = ? AND mention_id IN (SELECT id FROM touched)',
  ).run(tag.id)
  addToCounter(db, 'tag', tag.id, -changes)
}

function writeStatus(
  db: Database,
  act: OpenAct,
  effect: Extract<Effect, { kind: 'status' }>,
  now: number,
): void {
  const written = statusText(effect.to, effect.reason)
  prepared<[number, string]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', touched.id, 'status', ${STATUS_TEXT}, ?
     FROM touched CROSS JOIN mention_state state ON state.id = touched.id`,
  ).run(act.id, written)
  writeWaits(db, act, effect.waitsFor ?? null, now)
  writeTouched(db, () => {
    // What is pending or resolved is not unanswered: said at once, each row is written once.
    const answered = storedStatus(effect) < STATUS.pending ? '' : ', unanswered = 0, care = NULL'
    prepared<[number, string | null]>(
      db,
      `UPDATE mention_state SET status = ?, reason = ?${answered} WHERE id IN (SELECT id FROM touched)`,
    ).run(storedStatus(effect), effect.reason)
  })
}

/** The user's word on what somebody feels; what was learnt from such words is to be learnt anew. */
function writeFeeling(db: Database, act: OpenAct, felt: number): void {
  prepared<[number, number]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', touched.id, 'felt', state.felt, ?
     FROM touched CROSS JOIN mention_state state ON state.id = touched.id`,
  ).run(act.id, felt)
  prepared<[number]>(
    db,
    'UPDATE mention_state SET felt = ?, care = NULL WHERE id IN (SELECT id FROM touched)',
  ).run(felt)
  placeInCare(db)
  prepared<[number]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', id, 'unlearnt', 1, 0 FROM unlearnt WHERE id IN (SELECT id FROM touched)`,
  ).run(act.id)
  prepared<[]>(db, 'DELETE FROM unlearnt WHERE id IN (SELECT id FROM touched)').run()
  forgetLearnt(db)
}

/** Snoozing is apart from status: nothing that is counted changes. */
function writeSnooze(db: Database, act: OpenAct, until: number | null): void {
  prepared<[number, number | null]>(
    db,
    `INSERT INTO act_change (act_id, subject, row_id, field, before, after)
     SELECT ?, 'mention', touched.id, 'snoozed_until', snoozed_until, ?
     FROM touched CROSS JOIN mention_state state ON state.id = touched.id`,
  ).run(act.id, until)
  prepared<[number | null]>(
    db,
    'UPDATE mention_state SET snoozed_until = ? WHERE id IN (SELECT id FROM touched)',
  ).run(until)
}
