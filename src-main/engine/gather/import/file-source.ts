import type { Database } from 'better-sqlite3'
import { addSource, findSourceByUrl } from '../store.ts'

/** The source of that file's name; its ids are its own, so that two files may both count from 1. */
export function fileSource(db: Database, name: string, answersFrom: number, now: number): number {
  const url = `file:${name}`
  const known = findSourceByUrl(db, url)
  if (known && known.removed_at === null) return known.id
  return addSource(
    db,
    {
      url,
      host: url,
      home_url: null,
      title: name,
      kind: 'file',
      format: 'file',
      brings: 'everything',
      answers_from: answersFrom,
      private_origin: null,
    },
    now,
  )
}
