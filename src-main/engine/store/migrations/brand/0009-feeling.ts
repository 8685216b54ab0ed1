import type { Migration } from '../../migration.ts'

/** What people seem to feel, what the user says they do, and who needs an answer most. */
export const feeling: Migration = {
  name: '0009-feeling',
  up: (db) => {
    db.exec(`
      -- What the words and stars say: -3 (strongly negative) to 3; NULL while they were not read for it, and of our voice.
      ALTER TABLE mention ADD COLUMN feeling INTEGER CHECK (feeling BETWEEN -3 AND 3);
      -- 0 to 100; below 50 it is shown as not sure.
      ALTER TABLE mention ADD COLUMN feeling_confidence INTEGER;

      -- What the user says it is: -1, 0, 1. It outlives every version of the reader.
      ALTER TABLE mention_state ADD COLUMN felt INTEGER CHECK (felt BETWEEN -1 AND 1);
      -- When it would have been said if nothing but waiting counted, in seconds: the smaller, the sooner it needs somebody.
      -- All grow old alike, so that the order stays right without being made anew. NULL: to be made.
      ALTER TABLE mention_state ADD COLUMN care INTEGER;
      UPDATE mention_state SET care = coalesce(came_back_at / 1000, id / 2097152) WHERE unanswered = 1;
      CREATE INDEX mention_state_care ON mention_state (care, id) WHERE unanswered = 1;
      CREATE INDEX mention_state_felt ON mention_state (id) WHERE felt IS NOT NULL;

      -- What was learnt from the user's corrections, made anew from them when it is gone.
      CREATE TABLE learnt (
        id      INTEGER PRIMARY KEY CHECK (id = 1),
        version INTEGER NOT NULL,
        weights TEXT NOT NULL
      ) STRICT;
      -- Corrections that nothing is learnt from any more, because the user said so.
      CREATE TABLE unlearnt (id INTEGER PRIMARY KEY) STRICT;

      -- Something derived that is being made anew from the newest mention to the oldest: what lies below is still to do.
      CREATE TABLE remaking (
        what    TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        below   INTEGER NOT NULL
      ) STRICT;
      INSERT INTO remaking SELECT 'feeling', 1, coalesce(max(id) + 1, 0) FROM mention;
    `)
  },
}
