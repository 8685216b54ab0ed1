import type { Migration } from '../../migration.ts'

/** What a brand of a million mentions asks for often, and looked for row by row. */
export const aMillion: Migration = {
  name: '0006-a-million',
  up: (db) => {
    db.exec(`
      -- What arrived since a list was drawn.
      CREATE INDEX mention_gathered ON mention (gathered_at);
      -- What one source brought, where that is little.
      CREATE INDEX mention_source ON mention (source_id);
      -- A part of a handle is looked for in all there are: in the index alone.
      CREATE INDEX author_handle ON author (handle) WHERE handle IS NOT NULL;
      -- What counts need to know stands in the index.
      DROP INDEX mention_state_snoozed;
      CREATE INDEX mention_state_snoozed ON mention_state (snoozed_until, status, unanswered)
        WHERE snoozed_until IS NOT NULL;
      DROP INDEX mention_state_came_back;
      CREATE INDEX mention_state_came_back ON mention_state (status) WHERE came_back_at IS NOT NULL;
    `)
  },
}
