import type { Database } from 'better-sqlite3'
import type { ActKind } from '../../contract/acts.ts'
import { newUid } from '../store/uid.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'

/** Who did an act: the user, or a rule, a mute or the gatherer by name. */
export type Who = 'user' | `rule:${string}` | `mute:${string}` | 'gatherer'

export interface ActHead {
  readonly kind: ActKind
  readonly detail: string
  readonly who: Who
  readonly at: number
  readonly undoable: boolean
  /** Given when one act of the user is written in several brands' files. */
  readonly uid?: string
}

/** One act in a brand's journal, being written inside the caller's transaction. */
export interface OpenAct {
  readonly id: number
  readonly uid: string
}

/** A file with a journal: a brand's, or the install's for what all brands share. */
export type JournalFile = Pick<BrandFile, 'db' | 'installUid'>

/** Writes the head of an act; its changes follow in the same transaction. */
export function beginAct(file: JournalFile, head: ActHead): OpenAct {
  const uid = head.uid ?? newUid()
  const row = prepared<[Record<string, unknown>], { id: number }>(
    file.db,
    `INSERT INTO act (uid, install_uid, number, at, who, kind, detail, count, undoable)
     VALUES (@uid, @installUid,
       (SELECT coalesce(max(number), 0) + 1 FROM act WHERE install_uid = @installUid),
       @at, @who, @kind, @detail, 0, @undoable)
     RETURNING id`,
  ).get({ ...head, uid, installUid: file.installUid, undoable: head.undoable ? 1 : 0 })
  if (!row) throw new Error('An act could not be written.')
  return { id: row.id, uid }
}

/** Says how many things the act touched, once that is known. */
export function endAct(db: Database, act: OpenAct, count: number): void {
  prepared<[number, number]>(db, 'UPDATE act SET count = ? WHERE id = ?').run(count, act.id)
}

/** An act that was begun in this file, or null. */
export function findAct({ db }: JournalFile, uid: string): ActRow | null {
  return prepared<[string], ActRow>(db, 'SELECT * FROM act WHERE uid = ?').get(uid) ?? null
}

export interface ActRow extends OpenAct {
  readonly at: number
  readonly who: string
  readonly kind: string
  readonly detail: string
  readonly count: number
  readonly undoable: number
  readonly undone_at: number | null
}

/** Takes an act that was cancelled out of the journal: it never was. */
export function forgetAct({ db }: BrandFile, uid: string): void {
  prepared<[string]>(db, 'DELETE FROM act_change WHERE act_id = (SELECT id FROM act WHERE uid = ?)').run(uid)
  prepared<[string]>(db, 'DELETE FROM act WHERE uid = ?').run(uid)
}

/** What the user did, and what was done because the user asked for it just then; not what rules did by themselves. */
const BY_USER = "AND (who = 'user' OR kind = 'rule-past')"

/** The newest acts that undo could take back first, then those that were taken back. */
export function listActs({ db }: JournalFile, limit: number, by: 'anybody' | 'user'): ActRow[] {
  const whose = by === 'user' ? BY_USER : ''
  const newest = (which: string) =>
    prepared<[number], ActRow>(
      db,
      `SELECT * FROM act WHERE undoable = 1 AND undone_at ${which} ${whose} ORDER BY id DESC LIMIT ?`,
    ).all(limit)
  return [...newest('IS NULL'), ...newest('IS NOT NULL')].slice(0, limit)
}

export type Held = string | number | null

export interface FieldChange {
  readonly subject: JournalSubject
  readonly row: number
  readonly field: string
  readonly before: Held
  readonly after: Held
}

/** What an act can change; each has its own way back in acts/undo-store.ts. */
export type JournalSubject =
  | 'mention'
  | 'tag'
  | 'person'
  | 'author'
  | 'source'
  | 'brand'
  | 'promise'
  | 'reply'
  | 'twin'
  | 'draft_reading'
  | 'heard'
  | 'fact'
  | 'spelling_word'
  | 'view'
  | 'rule'

/** The tables whose rows an act may make, to be taken away again with it. */
export type MadeRow = 'person' | 'draft_reading' | 'heard' | 'fact' | 'spelling_word' | 'promise'

/** Notes that an act made a row, as it was made: undo takes it away where nothing else was written to it since. */
export function noteRowMade({ db }: BrandFile, act: OpenAct, subject: MadeRow, row: number): void {
  const made = prepared<[number], object>(db, `SELECT * FROM ${subject} WHERE id = ?`).get(row)
  noteChange(db, act, { subject, row, field: 'created', before: null, after: JSON.stringify(made) })
}

/** Notes one changed field. Bulk acts write the same table with one statement of their own. */
export function noteChange(
  db: Database,
  act: OpenAct,
  { subject, row, field, before, after }: FieldChange,
): void {
  prepared<[number, string, number, string, Held, Held]>(
    db,
    'INSERT INTO act_change (act_id, subject, row_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(act.id, subject, row, field, before, after)
}

/** Writes changed columns of one row and notes them: the plain way to make a setting undoable. */
export function setFields(
  file: BrandFile,
  act: OpenAct,
  subject: Exclude<JournalSubject, 'mention' | 'tag' | 'reply' | 'twin' | 'view'>,
  row: number,
  fields: Readonly<Record<string, Held>>,
): void {
  const { db } = file
  const held =
    prepared<[number], Record<string, Held>>(db, `SELECT * FROM ${subject} WHERE id = ?`).get(row) ?? {}
  for (const [field, after] of Object.entries(fields)) {
    const before = held[field] ?? null
    if (before === after) continue
    prepared<[Held, number]>(db, `UPDATE ${subject} SET ${field} = ? WHERE id = ?`).run(after, row)
    noteChange(db, act, { subject, row, field, before, after })
  }
}
