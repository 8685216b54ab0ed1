import type { Migration } from '../../migration.ts'

/** What the second look needs to know of a brand and of a draft, and what promises have been told of. */
export const secondLook: Migration = {
  name: '0011-second-look',
  up: (db) => {
    db.exec(`
      -- Which remarks the brand does not want, and its own phrases: JSON as contract/look.ts has it.
      ALTER TABLE brand ADD COLUMN second_look TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(second_look));
      -- A remark that the user saw and let be, in the draft of a mention.
      CREATE TABLE dismissed_remark (
        mention_id INTEGER NOT NULL REFERENCES mention (id),
        code       TEXT NOT NULL,
        -- The words it was about; empty where it was about the whole.
        phrase     TEXT NOT NULL,
        PRIMARY KEY (mention_id, code, phrase)
      ) STRICT, WITHOUT ROWID;
      -- When the user was told that it is due: once a promise.
      ALTER TABLE promise ADD COLUMN told_at INTEGER;
    `)
  },
}
