import type { Database } from 'better-sqlite3'

/** One numbered step of a file's schema. A shipped step never changes; a later one mends it. */
export interface Migration {
  readonly name: string
  readonly up: (db: Database) => void
}
