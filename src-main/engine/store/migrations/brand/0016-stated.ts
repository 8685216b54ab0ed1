import type { Migration } from '../../migration.ts'

/**
 * Stars and language stand in the state too: a question that asks for them among much looked up a wide row for each, or two.
 */
export const stated: Migration = {
  name: '0016-stated',
  up: (db) =>
    db.exec(`
      ALTER TABLE mention_state ADD COLUMN stars REAL;
      ALTER TABLE mention_state ADD COLUMN lang TEXT;
      UPDATE mention_state SET
        stars = (SELECT stars FROM mention WHERE mention.id = mention_state.id),
        lang = (SELECT lang FROM mention_text WHERE mention_text.id = mention_state.id);
    `),
}
