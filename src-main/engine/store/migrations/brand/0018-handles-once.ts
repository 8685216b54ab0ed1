import type { Migration } from '../../migration.ts'

/** A handle stood in two indexes: as its author wrote it, where a part of it is looked for, and as it is found again. */
export const handlesOnce: Migration = {
  name: '0018-handles-once',
  up: (db) => {
    db.exec(`
      DROP INDEX author_handle;
      DROP INDEX author_handle_key;
      CREATE INDEX author_handle_key ON author (handle_key, handle) WHERE handle IS NOT NULL;
    `)
  },
}
