import type { Migration } from '../../migration.ts'

/**
 * Texts lay in the order of time, and so what an import brings of two years changed every page of them: half of all it
 * wrote. They lie as they came now, and an index finds them. With them lie the ids, which nobody looks a mention up by:
 * its row, which stays in the order of time, is shorter by more than a third.
 */
export const textsAsTheyCome: Migration = {
  name: '0019-texts-as-they-come',
  up: (db) => {
    db.exec(`
      CREATE TABLE mention_text_new (
        id          INTEGER NOT NULL REFERENCES mention (id),
        uid         TEXT NOT NULL,
        -- Its place's own id for it.
        external_id TEXT,
        title       TEXT NOT NULL,
        body        TEXT NOT NULL,
        author      TEXT NOT NULL,
        url         TEXT,
        lang        TEXT
      ) STRICT;
      INSERT INTO mention_text_new SELECT id, uid, external_id, title, body, author, url, lang
        FROM mention_text JOIN mention USING (id) ORDER BY id;
      DROP TABLE mention_text;
      ALTER TABLE mention_text_new RENAME TO mention_text;
      CREATE UNIQUE INDEX mention_text_mention ON mention_text (id);
      ALTER TABLE mention DROP COLUMN uid;
      ALTER TABLE mention DROP COLUMN external_id;
    `)
  },
}
