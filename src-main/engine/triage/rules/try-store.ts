import type { BrandFile } from '../../store/brand-file.ts'
import { selectCount, selectRows } from '../question/select.ts'
import type { Asked } from '../question/to-sql.ts'

/** How many mentions are asked for, and the newest of them by row. */
export function tryQuestion(
  { db }: BrandFile,
  asked: Asked,
  limit: number,
): { readonly count: number; readonly rows: readonly number[] } {
  const counted = selectCount(asked)
  const listed = selectRows(asked, 'newest', null, limit)
  const count = db.prepare<(string | number)[], { n: number }>(counted.sql).get(...counted.parameters)
  const rows = db.prepare<(string | number)[], { row: number }>(listed.sql).all(...listed.parameters)
  return { count: count?.n ?? 0, rows: rows.map(({ row }) => row) }
}
