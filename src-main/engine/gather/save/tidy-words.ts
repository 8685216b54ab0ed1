import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'

/** Pages of full text merged at a time: a few milliseconds. */
const PAGES = 100
/** So many transactions' words may lie apart while more are coming. */
const APART = 16

/**
 * Merges a little of what full text keeps apart, a segment for each transaction: a search looks into each of them.
 * False when too little is left to be worth it.
 */
export function tidyWords(db: Database): boolean {
  const before = totalChanges(db)
  prepared<[number]>(db, "INSERT INTO mention_fts (mention_fts, rank) VALUES ('merge', ?)").run(PAGES)
  // One row is changed by the command itself, more by its work (https://sqlite.org/fts5.html#the_merge_command).
  return totalChanges(db) - before >= 2
}

function totalChanges(db: Database): number {
  return prepared<[], { n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0
}

/** To be called after each transaction of many: a piece is merged now and then, and a search never slow. */
export function tidierWhileSaving(db: Database): () => void {
  let apart = 0
  return () => {
    apart += 1
    if (apart >= APART && !tidyWords(db)) apart = 0
  }
}
