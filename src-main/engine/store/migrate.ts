import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'

/** The schema version a file holds; 0 for a file that was just made. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Brings the file to the newest schema, one transaction a step. The caller has made a copy before. */
export function migrate(db: Database, migrations: readonly Migration[], upTo = migrations.length): void {
  const current = schemaVersion(db)
  migrations.slice(current, upTo).forEach((migration, index) => {
    db.transaction(() => {
      migration.up(db)
      db.pragma(`user_version = ${current + index + 1}`)
    }).immediate()
  })
}
