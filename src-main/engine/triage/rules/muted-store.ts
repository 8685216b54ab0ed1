import { CallFailed } from '../../../contract/failure.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { personId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'

/** How a person is called in lists: as the first of their handles says. Throws `not-found`. */
export function nameOfPerson({ db, brandId }: BrandFile, person: number): string {
  const sql = 'SELECT name, handle FROM author WHERE person_id = ? ORDER BY id LIMIT 1'
  const author = prepared<[number], { name: string; handle: string | null }>(db, sql).get(person)
  if (author) return author.name === '' ? (author.handle ?? '?') : author.name
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no person ${personId(brandId, person)}.`,
    hint: 'mentions.get says who said it.',
  })
}
