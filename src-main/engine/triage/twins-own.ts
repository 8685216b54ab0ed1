import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { prepared } from '../store/prepared.ts'
import { STATED, statedOf } from './stated-columns.ts'
import { tagNow, uidsOf } from './tags-held-store.ts'
import { listTagRows, putTag, takeTag } from './twins-store.ts'
import { writeStates } from './state-store.ts'

/** What was decided about one mention, as the journal keeps it while the mention is shown with another. */
const Own = z.object({
  status: z.number().int(),
  reason: z.string().nullable(),
  snoozedUntil: z.number().nullable(),
  cameBackAt: z.number().nullable(),
  felt: z.number().nullable().default(null),
  /** Uids: a tag's row may go and come again. Journals of before 0008 have rows. */
  tags: z.array(z.union([z.string(), z.number().int()])),
})

/** Null for what has no state of its own: a twin, or our voice. */
export function readOwn(db: Database, row: number): string | null {
  const state = prepared<[number], Omit<z.output<typeof Own>, 'tags'>>(
    db,
    `SELECT status, reason, snoozed_until AS snoozedUntil, came_back_at AS cameBackAt, felt
     FROM mention_state WHERE id = ?`,
  ).get(row)
  return state === undefined ? null : JSON.stringify({ ...state, tags: uidsOf(db, listTagRows(db, row)) })
}

/** Gives a mention back what was decided about it. */
export function writeOwn(db: Database, row: number, held: string): void {
  const { tags, ...state } = Own.parse(JSON.parse(held))
  writeStates(db, [row], () => {
    prepared<[Record<string, unknown>]>(
      db,
      `INSERT INTO mention_state (id, status, reason, snoozed_until, came_back_at, unanswered, felt, ${STATED})
       VALUES (@row, @status, @reason, @snoozedUntil, @cameBackAt, 0, @felt, ${statedOf('@row')})`,
    ).run({ ...state, row })
  })
  for (const tag of tags.map((held) => tagNow(db, held))) if (tag !== null) putTag(db, tag, row)
}

/** Takes away what was decided about a mention; it is shown with another from now on. */
export function removeOwn(db: Database, row: number): void {
  for (const tag of listTagRows(db, row)) takeTag(db, tag, row)
  writeStates(db, [row], () => {
    prepared<[number]>(db, 'DELETE FROM mention_state WHERE id = ?').run(row)
  })
}

/** Whether an answer to it was begun, or something was promised there: it cannot be shown with another then. */
export function isEngaged(db: Database, row: number): boolean {
  return engagementsOf(db, row) !== null
}

/** What was begun or promised there, as the journal holds it; null for nothing. */
export function engagementsOf(db: Database, row: number): string | null {
  const found = prepared<[Record<string, number>], { all: string | null }>(
    db,
    `SELECT group_concat(uid, ' ' ORDER BY uid) AS "all" FROM (
       SELECT uid FROM draft WHERE mention_id = @row UNION ALL SELECT uid FROM reply WHERE mention_id = @row
       UNION ALL SELECT uid FROM promise WHERE mention_id = @row)`,
  ).get({ row })
  return found?.all ?? null
}
