import type { Migration } from '../../migration.ts'

/** Questions the user comes back to; the install's file holds those of all brands, in the same shape. */
export const VIEW_TABLE = `
  CREATE TABLE view (
    -- AUTOINCREMENT: the number of a removed view is never given to another, so that undo can bring it back.
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL CHECK (name <> ''),
    question   TEXT NOT NULL,
    -- Smaller is higher.
    place      INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
`

export const views: Migration = {
  name: '0007-views',
  up: (db) => {
    db.exec(VIEW_TABLE)
  },
}
