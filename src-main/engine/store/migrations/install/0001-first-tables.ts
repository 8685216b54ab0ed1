import type { Migration } from '../../migration.ts'

export const firstTables: Migration = {
  name: '0001-first-tables',
  up: (db) => {
    db.exec(`
      -- The install knows which brands there are and what this user prefers, and nothing that was said to a brand.
      CREATE TABLE install (
        id  INTEGER PRIMARY KEY CHECK (id = 1),
        uid TEXT NOT NULL
      ) STRICT;

      -- AUTOINCREMENT: the id of an erased brand is never given to another.
      CREATE TABLE brand (
        id       INTEGER PRIMARY KEY AUTOINCREMENT,
        uid      TEXT NOT NULL UNIQUE,
        place    INTEGER NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE preference (
        name  TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
