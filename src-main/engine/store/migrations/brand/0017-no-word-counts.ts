import type { Migration } from '../../migration.ts'
import { signs } from './0014-signs-part-words.ts'

/**
 * Full text kept a row for each mention, of how many words it has: a thirtieth of what saving one costs, and asked for only
 * when the best of some hits come first. Then they are counted anew, of two thousand at the most.
 */
export const noWordCounts: Migration = {
  name: '0017-no-word-counts',
  up: (db) => {
    db.exec(`
      DROP TABLE mention_fts;
      CREATE VIRTUAL TABLE mention_fts USING fts5(
        title, body, author,
        content = 'mention_text', content_rowid = 'id', columnsize = 0,
        tokenize = "unicode61 remove_diacritics 2 separators '${signs()}'"
      );
      INSERT INTO mention_fts (mention_fts) VALUES ('rebuild');
      INSERT INTO mention_fts (mention_fts, rank) VALUES ('automerge', 0);
      INSERT INTO mention_fts (mention_fts, rank) VALUES ('crisismerge', 64);
    `)
  },
}
