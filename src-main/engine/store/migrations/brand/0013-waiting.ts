import type { Migration } from '../../migration.ts'

/** For whom or what a pending mention waits, and since when, where the user said so. */
export const waiting: Migration = {
  name: '0013-waiting',
  up: (db) => {
    db.exec(`
      CREATE TABLE waiting (
        id    INTEGER PRIMARY KEY REFERENCES mention (id),
        -- In the user's words; empty where they said nothing.
        what  TEXT NOT NULL DEFAULT '',
        since INTEGER
      ) STRICT;
    `)
  },
}
