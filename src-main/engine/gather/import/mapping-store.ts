import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ColumnMeaning, DateOrder, RatingScale } from '../../../contract/imports.ts'
import { prepared } from '../../store/prepared.ts'
import type { Mapping } from './file-to-read.ts'

const Remembered = z.object({
  columns: z.record(z.string(), ColumnMeaning),
  dateOrder: DateOrder.nullable(),
  ratingScale: RatingScale.nullable(),
})

/** The newest are enough: an export changes its heading now and then, and nobody has this many. */
const KEPT = 200

/** What the user said of files, by their headings. One that this version cannot read is as good as none. */
export function listMappings(db: Database): Readonly<Record<string, Mapping>> {
  const rows = prepared<[number], { header: string; mapping: string }>(
    db,
    'SELECT header, mapping FROM import_mapping ORDER BY used_at DESC LIMIT ?',
  ).all(KEPT)
  return Object.fromEntries(
    rows.flatMap(({ header, mapping }) => {
      const read = Remembered.safeParse(JSON.parse(mapping))
      return read.success ? [[header, read.data]] : []
    }),
  )
}

export function rememberMapping(db: Database, heading: string, mapping: Mapping, now: number): void {
  prepared<[string, string, number]>(
    db,
    `INSERT INTO import_mapping (header, mapping, used_at) VALUES (?, ?, ?)
     ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
  ).run(heading, JSON.stringify(mapping), now)
}
