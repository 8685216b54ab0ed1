import type { Wait } from '../../../contract/waiting.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { mentionId, promiseId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import { toInstant, toInstantOrNull } from '../../store/time.ts'
import { noteChange, type OpenAct } from '../../triage/journal.ts'
import { STATUS, STATUS_TEXT, writeStates } from '../../triage/state-store.ts'

/** Status and reason of a mention in one text, as the journal has them. */
export interface StateHeld {
  readonly id: number
  readonly held: string
}

export function listStatesOf({ db }: BrandFile, rows: readonly number[]): StateHeld[] {
  return prepared<[string], StateHeld>(
    db,
    `SELECT id, (${STATUS_TEXT}) AS held FROM mention_state WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(rows))
}

/** A row to be written on. */
export function ensureWaiting({ db }: BrandFile, row: number): void {
  prepared<[number]>(db, 'INSERT OR IGNORE INTO waiting (id) VALUES (?)').run(row)
}

export function setPending({ db }: BrandFile, act: OpenAct, states: readonly StateHeld[]): void {
  const rows = states.map(({ id }) => id)
  writeStates(db, rows, () => {
    for (const { id, held } of states) {
      noteChange(db, act, { subject: 'mention', row: id, field: 'status', before: held, after: 'pending' })
      prepared<[number, number]>(
        db,
        'UPDATE mention_state SET status = ?, reason = NULL, unanswered = 0, care = NULL WHERE id = ?',
      ).run(STATUS.pending, id)
    }
  })
}

interface WaitRow {
  readonly id: number
  readonly what: string
  readonly since: number | null
  readonly promise: number | null
  readonly text: string | null
  readonly due_at: number | null
}

/** What is pending, the longest first; of one mention, where it is. Before there was `waiting`, since our promise. */
export function listWaits({ db, brandId }: BrandFile, row: number | null): Wait[] {
  const rows = prepared<[{ row: number | null; pending: number }], WaitRow>(
    db,
    `SELECT state.id, coalesce(waiting.what, '') AS what, next.id AS promise, next.text, next.due_at,
       coalesce(waiting.since, next.made_at) AS since
     FROM mention_state state JOIN mention ON mention.id = state.id
     LEFT JOIN waiting ON waiting.id = state.id
     LEFT JOIN promise next ON next.id = (
       SELECT promise.id FROM promise JOIN mention promised ON promised.id = promise.mention_id
       WHERE promised.conversation_id = mention.conversation_id AND promise.state = 'open'
       ORDER BY promise.due_at LIMIT 1)
     WHERE state.status = @pending AND (@row IS NULL OR state.id = @row)
     ORDER BY since LIMIT 1000`,
  ).all({ row, pending: STATUS.pending })
  return rows.map(({ id, what, since, promise, text, due_at: due }) => ({
    mentionId: mentionId(brandId, id),
    brandId,
    what,
    since: toInstantOrNull(since),
    promise:
      promise === null || due === null
        ? null
        : { promiseId: promiseId(brandId, promise), text: text ?? '', due: toInstant(due) },
  }))
}
