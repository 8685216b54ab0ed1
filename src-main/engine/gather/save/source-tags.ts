import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import { addToCounter } from '../../triage/state-store.ts'
import { addTag, findTag } from '../../triage/tags-store.ts'

/** Puts a source's tags on something new it brought. A tag that is not in the tree yet, or any more, is added; a retired one is put on nothing. */
export function tagFromSource(db: Database, tags: readonly string[], row: number, now: number): void {
  for (const path of tags) {
    const tag = findTag({ db }, path) ?? addTag({ db }, path, now)
    if (tag.retired_at !== null) continue
    const { changes } = prepared<[number, number]>(
      db,
      'INSERT OR IGNORE INTO mention_tag (tag_id, mention_id) VALUES (?, ?)',
    ).run(tag.id, row)
    addToCounter(db, 'tag', tag.id, changes)
  }
}
