import type { Migration } from '../../migration.ts'

/**
 * SQLite’s tokenizer knows Unicode 6.1 and takes every sign that is younger for a letter, most emoji among them: who wrote
 * “gracias🤗” was not found by “gracias”. All of them part words from now on, and the index is made anew once.
 */
export const signsPartWords: Migration = {
  name: '0014-signs-part-words',
  up: (db) => {
    db.exec(`
      DROP TABLE mention_fts;
      CREATE VIRTUAL TABLE mention_fts USING fts5(
        title, body, author,
        content = 'mention_text', content_rowid = 'id',
        tokenize = "unicode61 remove_diacritics 2 separators '${signs()}'"
      );
      INSERT INTO mention_fts (mention_fts) VALUES ('rebuild');
      INSERT INTO mention_fts (mention_fts, rank) VALUES ('automerge', 0);
      INSERT INTO mention_fts (mention_fts, rank) VALUES ('crisismerge', 64);
    `)
  },
}

/** Where signs lie that people write, and no script’s letters between them. */
const BLOCKS = [
  [0x2010, 0x2fff],
  [0x1f000, 0x1faff],
] as const

export function signs(): string {
  return BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
    .filter((sign) => /[\p{S}\p{P}\p{Cf}]/u.test(sign))
    .join('')
}
