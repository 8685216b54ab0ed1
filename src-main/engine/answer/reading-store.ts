import type { DraftReading } from '../../contract/replies.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { toInstantOrNull } from '../store/time.ts'

interface ReadingRow {
  readonly wanted: number
  readonly note: string
  readonly asked_at: number | null
  readonly verdict: 'approved' | 'commented' | null
  readonly comment: string
  readonly read_at: number | null
}

/** Whether a second pair of eyes was asked for, and what it said; null where neither. */
export function findReading({ db }: BrandFile, mention: number): DraftReading | null {
  const row = prepared<[number], ReadingRow>(
    db,
    'SELECT wanted, note, asked_at, verdict, comment, read_at FROM draft_reading WHERE id = ?',
  ).get(mention)
  if (row === undefined || (row.wanted === 0 && row.verdict === null)) return null
  return toReading(row)
}

/** Nobody was asked. */
export const NO_READING: DraftReading = {
  waits: false,
  note: '',
  askedAt: null,
  verdict: null,
  comment: '',
  readAt: null,
}

function toReading(row: ReadingRow): DraftReading {
  return {
    waits: row.wanted === 1,
    note: row.note,
    askedAt: toInstantOrNull(row.asked_at),
    verdict: row.verdict,
    comment: row.comment,
    readAt: toInstantOrNull(row.read_at),
  }
}

/** Makes room for what is said of a mention's draft. In the caller's transaction. */
export function ensureReading({ db }: BrandFile, mention: number): 'made' | 'there' {
  const { changes } = prepared<[number]>(db, 'INSERT OR IGNORE INTO draft_reading (id) VALUES (?)').run(
    mention,
  )
  return changes === 1 ? 'made' : 'there'
}
