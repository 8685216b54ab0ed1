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
    withoutForeignKeys(db, () => {
      migration.up(db)
      refuseOrphans(db, migration)
      db.pragma(`user_version = ${current + index + 1}`)
    })
  })
}

/** A table that others point to can be built anew only while nobody watches (https://sqlite.org/lang_altertable.html). */
function withoutForeignKeys(db: Database, step: () => void): void {
  const watched = db.pragma('foreign_keys', { simple: true })
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(step).immediate()
  } finally {
    db.pragma(`foreign_keys = ${String(watched)}`)
  }
}

function refuseOrphans(db: Database, { name }: Migration): void {
  const orphans = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  const [first] = orphans
  if (first)
    throw new Error(`${name}: ${orphans.length} rows, the first of ${first.table}, point to nothing.`)
}
