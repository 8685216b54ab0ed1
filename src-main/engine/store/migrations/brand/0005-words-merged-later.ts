import type { Migration } from '../../migration.ts'

/**
 * Full text keeps the words of each transaction in a segment of its own, and merged them while mentions were saved: a
 * third of what saving costs. Now that is done between transactions, in short pieces (`gather/save/tidy-words.ts`); only
 * where so many have gathered that searching would feel it, SQLite does it by itself.
 */
export const wordsMergedLater: Migration = {
  name: '0005-words-merged-later',
  up: (db) => {
    db.exec(`
      INSERT INTO mention_fts (mention_fts, rank) VALUES ('automerge', 0);
      INSERT INTO mention_fts (mention_fts, rank) VALUES ('crisismerge', 64);
    `)
  },
}
