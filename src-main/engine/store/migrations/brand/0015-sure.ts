import type { Migration } from '../../migration.ts'

/**
 * What the words surely say stands in the state, beside the user's word, and those who wait and are not pleased have an
 * index of their own: where few of a hundred thousand are, the view of them walked through all that wait.
 */
export const sure: Migration = {
  name: '0015-sure',
  up: (db) =>
    db.exec(`
      ALTER TABLE mention_state ADD COLUMN sure INTEGER CHECK (sure BETWEEN -3 AND 3);
      UPDATE mention_state SET sure = (
        SELECT CASE WHEN feeling_confidence >= 50 THEN feeling END FROM mention WHERE mention.id = mention_state.id);
      CREATE INDEX mention_state_negative ON mention_state (id) WHERE unanswered = 1 AND coalesce(felt, sure) < 0;
    `),
}
