import type { Fact } from '../../contract/facts.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { factId } from '../store/ids.ts'
import { prepared } from '../store/prepared.ts'
import { toInstant } from '../store/time.ts'
import { newUid } from '../store/uid.ts'

interface FactRow {
  readonly id: number
  readonly uid: string
  readonly language: string
  readonly title: string
  readonly body: string
  readonly saved_at: number
}

/** A brand's facts by their title, in one language or in all. */
export function listFacts({ db, brandId }: BrandFile, language: string | null): Fact[] {
  return prepared<[string | null, string | null], FactRow>(
    db,
    `SELECT id, uid, language, title, body, saved_at FROM fact
     WHERE removed_at IS NULL AND (? IS NULL OR language = ?) ORDER BY title COLLATE NOCASE, id`,
  )
    .all(language, language)
    .map((row) => ({
      factId: factId(brandId, row.id),
      uid: row.uid,
      brandId,
      language: row.language,
      title: row.title,
      body: row.body,
      savedAt: toInstant(row.saved_at),
    }))
}

export function hasFact({ db }: BrandFile, row: number): boolean {
  const sql = 'SELECT id FROM fact WHERE id = ? AND removed_at IS NULL'
  return prepared<[number]>(db, sql).get(row) !== undefined
}

/** A row for a fact that is not there yet: the act that fills it brings it in, and its undo takes it out. */
export function addFact({ db }: BrandFile, now: number): number {
  const row = prepared<[string, number, number], { id: number }>(
    db,
    'INSERT INTO fact (uid, saved_at, removed_at) VALUES (?, ?, ?) RETURNING id',
  ).get(newUid(), now, now)
  if (!row) throw new Error('A fact could not be written.')
  return row.id
}
