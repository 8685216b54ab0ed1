import type { Migration } from '../../migration.ts'

/** What is pending says for whom or what we wait, and since when; beside the state, because little of it is pending. */
export const pending: Migration = {
  name: '0013-pending',
  up: (db) =>
    db.exec(`
      CREATE TABLE mention_wait (
        id    INTEGER PRIMARY KEY REFERENCES mention (id),
        since INTEGER NOT NULL,
        words TEXT NOT NULL
      ) STRICT;
      WITH made AS (
        SELECT row_id, max(act.at) AS at FROM act_change JOIN act ON act.id = act_id
        WHERE subject = 'mention' AND field = 'status' AND after = 'pending' AND undone_at IS NULL GROUP BY row_id
      )
      INSERT INTO mention_wait
        SELECT state.id, coalesce(made.at, state.id / 2097152 * 1000), ''
        FROM mention_state state LEFT JOIN made ON made.row_id = state.id WHERE state.status = 2;
    `),
}
