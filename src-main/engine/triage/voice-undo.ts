import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { listVoiceRows, noteOurLastWords, recogniseOurVoice } from '../gather/save/our-voice-store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { mentionId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import type { Left } from './acts/undo-fields.ts'
import { noteChange, type OpenAct } from './journal.ts'
import { rowsOfConversations, writeStates } from './state-store.ts'
import { readOwn, removeOwn, writeOwn } from './twins-own.ts'
import { addTwin, removeTwin } from './twins-store.ts'

/** Who speaks, what was decided about it, and with what it is shown: what a change of handles may change of a mention. */
const Image = z.object({
  ours: z.number().int(),
  own: z.string().nullable(),
  head: z.number().int().nullable(),
  why: z.enum(['same-address', 'same-text', 'by-hand']).nullable(),
})
type Image = z.output<typeof Image>

/** The brand's handles were changed by this act: whose words are ours follows, noted so that undo gives everything back. */
export function recogniseNoting(file: BrandFile, act: OpenAct): void {
  const { db } = file
  const rows = listVoiceRows(db)
  const before = rows.map((row) => readImage(db, row))
  const without = listWithoutConversation(db, rows)
  recogniseOurVoice(file)
  const note = { subject: 'mention', field: 'voice' } as const
  rows.forEach((row, index) => {
    const [was, is] = [before[index] ?? null, readImage(db, row)]
    if (was !== is) noteChange(db, act, { ...note, row, before: was, after: is })
  })
  const made = without.filter((row) => !listWithoutConversation(db, [row]).includes(row))
  for (const row of made)
    noteChange(db, act, { subject: 'mention', row, field: 'conversation', before: null, after: 1 })
}

interface Change {
  readonly row: number
  readonly before: string
  readonly after: string
}

/** Gives back what a change of handles took, once the handles are back; what was dealt with since is listed. */
export function undoVoice(file: BrandFile, act: OpenAct): Left[] {
  const { db, brandId } = file
  const changes = prepared<[number], Change>(
    db,
    "SELECT row_id AS row, before, after FROM act_change WHERE act_id = ? AND subject = 'mention' AND field = 'voice'",
  ).all(act.id)
  const back = areHandlesBack(db, act)
  const still = back ? changes.filter(({ row, after }) => readImage(db, row) === after) : []
  if (still.length > 0) restore(db, still)
  // What was gathered meanwhile follows the handles too.
  if (back) recogniseOurVoice(file)
  removeMadeConversations(db, act)
  return changes
    .filter((change) => back && !still.includes(change))
    .map(({ row }) => ({ id: mentionId(brandId, row), field: 'voice', holds: '' }))
}

/** Heads first: others are shown with them again. */
function restore(db: Database, changes: readonly Change[]): void {
  const images = changes.map(({ row, before, after }) => ({ row, was: toImage(before), is: toImage(after) }))
  for (const { row, is } of images) {
    if (is.head !== null) removeTwin(db, row)
    if (is.own !== null) removeOwn(db, row)
  }
  const setVoice = prepared<[number, number]>(db, 'UPDATE mention SET our_voice = ? WHERE id = ?')
  for (const { row, was } of images) setVoice.run(was.ours, row)
  const rows = images.map(({ row }) => row)
  noteOurLastWords(db, rows)
  for (const { row, was } of images) if (was.own !== null) writeOwn(db, row, was.own)
  for (const { row, was } of images)
    if (was.head !== null && was.why !== null) addTwin(db, row, was.head, was.why)
  writeStates(db, rowsOfConversations(db, rows), () => undefined)
}

function areHandlesBack(db: Database, act: OpenAct): boolean {
  const sql = `SELECT 1 AS yes FROM act_change JOIN brand ON brand.handles = before
    WHERE act_id = ? AND subject = 'brand' AND field = 'handles'`
  return prepared<[number], { yes: number }>(db, sql).get(act.id) !== undefined
}

function removeMadeConversations(db: Database, act: OpenAct): void {
  prepared<[number]>(
    db,
    `DELETE FROM conversation WHERE key IS NULL AND our_last_at IS NULL AND id IN (
       SELECT conversation_id FROM mention WHERE id IN (SELECT row_id FROM act_change
         WHERE act_id = ? AND subject = 'mention' AND field = 'conversation'))`,
  ).run(act.id)
}

/** Mentions whose conversation has no row of its own. */
function listWithoutConversation(db: Database, rows: readonly number[]): number[] {
  return prepared<[string], { id: number }>(
    db,
    `SELECT id FROM mention WHERE id IN (SELECT value FROM json_each(?))
       AND conversation_id NOT IN (SELECT id FROM conversation)`,
  )
    .all(JSON.stringify(rows))
    .map(({ id }) => id)
}

function readImage(db: Database, row: number): string {
  const found = prepared<[number], Omit<Image, 'own'>>(
    db,
    `SELECT our_voice AS ours, head_id AS head, why FROM mention
     LEFT JOIN mention_twin ON mention_id = mention.id WHERE mention.id = ?`,
  ).get(row)
  return JSON.stringify({ ...found, own: readOwn(db, row) })
}

function toImage(held: string): Image {
  return Image.parse(JSON.parse(held))
}
