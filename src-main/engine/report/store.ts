import { TagReport } from '../../contract/reports.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { reportId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'

export type ReportContent = Omit<TagReport, 'reportId' | 'brandId'>

/** Keeps a report as it was made: what is said in it stays, whatever changes afterwards. */
export function addReport(file: BrandFile, content: ReportContent): TagReport {
  const row = prepared<[string, string, number], { id: number }>(
    file.db,
    'INSERT INTO report (uid, content, made_at) VALUES (?, ?, ?) RETURNING id',
  ).get(content.uid, JSON.stringify(content), Date.parse(content.madeAt))
  if (!row) throw new Error('A report could not be kept.')
  return toReport(file, row.id, content)
}

export function findReport(file: BrandFile, row: number): TagReport | null {
  const sql = 'SELECT content FROM report WHERE id = ?'
  const found = prepared<[number], { content: string }>(file.db, sql).get(row)
  return found ? toReport(file, row, JSON.parse(found.content)) : null
}

/** Ids are of this install, whoever made the report. */
function toReport({ brandId }: BrandFile, row: number, content: unknown): TagReport {
  const ids = { reportId: reportId(brandId, row), brandId }
  return TagReport.parse({ ...(typeof content === 'object' ? content : {}), ...ids })
}
