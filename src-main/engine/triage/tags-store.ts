import { newUid } from '../store/uid.ts'
import type { Tag } from '../../contract/tags.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { tagKey, tagPath } from './question/fold.ts'

export interface TagRow {
  readonly id: number
  readonly uid: string
  readonly path: string
}

/** A brand's tags in tree order, each with how many mentions carry it. */
export function listTags({ db, brandId }: BrandFile): Tag[] {
  return prepared<[], TagRow & { n: number | null }>(
    db,
    `SELECT tag.id, tag.uid, tag.path, counter.n FROM tag
     LEFT JOIN counter ON counter.subject = 'tag' AND counter.key = tag.id
     ORDER BY replace(tag.key, '/', char(1))`,
  )
    .all()
    .map(({ uid, path, n }) => ({ tag: path, uid, brandId, count: n ?? 0 }))
}

/** The tag of a path, however its case and accents are written, or null. */
export function findTag({ db }: Pick<BrandFile, 'db'>, path: string): TagRow | null {
  return (
    prepared<[string], TagRow>(db, 'SELECT id, uid, path FROM tag WHERE key = ?').get(tagKey(path)) ?? null
  )
}

/** Adds a tag as it was first written; `uid` when it is written down again. */
export function addTag(
  { db }: Pick<BrandFile, 'db'>,
  path: string,
  now: number,
  uid: string = newUid(),
): TagRow {
  const row = prepared<[string, string, string, number], TagRow>(
    db,
    'INSERT INTO tag (uid, path, key, created_at) VALUES (?, ?, ?, ?) RETURNING id, uid, path',
  ).get(uid, tagPath(path), tagKey(path), now)
  if (!row) throw new Error('A tag could not be added.')
  return row
}
