import type { Migration } from '../../migration.ts'

/** Accounts, and what an answer needs to go out exactly once. No secret is ever in a brand's file. */
export const outbox: Migration = {
  name: '0010-outbox',
  up: (db) => {
    db.exec(`
      CREATE TABLE account (
        id           INTEGER PRIMARY KEY,
        uid          TEXT NOT NULL UNIQUE,
        channel      TEXT NOT NULL,
        -- As the channel's own schema has them.
        settings     TEXT NOT NULL CHECK (json_valid(settings)),
        -- What the place said of the account when it was connected: its name there, limits, rights.
        profile      TEXT NOT NULL CHECK (json_valid(profile)),
        may_do       TEXT NOT NULL CHECK (json_valid(may_do)),
        connected_at INTEGER NOT NULL,
        checked_at   INTEGER NOT NULL,
        removed_at   INTEGER,
        -- Nothing is asked of it before this time: what the place said about how much it takes.
        not_before   INTEGER,
        -- Why: the place is busy, or it could not be reached.
        waits        TEXT CHECK (waits IN ('busy', 'unreachable')),
        -- What is wrong with it until it is connected again; NULL when nothing is.
        problem      TEXT,
        -- The last key the client chose: the next is greater, whatever the clock does.
        last_key     TEXT NOT NULL DEFAULT ''
      ) STRICT;

      ALTER TABLE reply ADD COLUMN account_id INTEGER REFERENCES account (id);
      -- What makes a second try the same as the first, where the place remembers keys.
      ALTER TABLE reply ADD COLUMN key TEXT NOT NULL DEFAULT '';
      -- The request as it was first written down, byte for byte; NULL before the first try.
      ALTER TABLE reply ADD COLUMN frozen TEXT;
      ALTER TABLE reply ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE reply ADD COLUMN first_attempt_at INTEGER;
      ALTER TABLE reply ADD COLUMN last_attempt_at INTEGER;
      -- Tries in a row that did not get through: the wait grows with them.
      ALTER TABLE reply ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
      -- What the place itself said, in its words.
      ALTER TABLE reply ADD COLUMN says TEXT NOT NULL DEFAULT '';
      -- When the user said that it shall go although it waited for long.
      ALTER TABLE reply ADD COLUMN agreed_at INTEGER;
      -- When the conversation was last looked at for it, before the user is asked whether it may go after so long.
      ALTER TABLE reply ADD COLUMN looked_at INTEGER;
      -- It moved on, and the user has read that.
      ALTER TABLE reply ADD COLUMN all_the_same INTEGER NOT NULL DEFAULT 0 CHECK (all_the_same IN (0, 1));
      -- The mention under which a source showed it to us: our own words, gathered.
      ALTER TABLE reply ADD COLUMN seen_mention_id INTEGER;
      -- Few of many: what is ours is looked for among what was gathered.
      CREATE INDEX mention_our_voice ON mention (id) WHERE our_voice = 1;
      CREATE INDEX reply_seen ON reply (seen_mention_id) WHERE seen_mention_id IS NOT NULL;

      -- What an answer said before it was corrected.
      CREATE TABLE reply_version (
        id          INTEGER PRIMARY KEY,
        reply_id    INTEGER NOT NULL REFERENCES reply (id),
        body        TEXT NOT NULL,
        replaced_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX reply_version_reply ON reply_version (reply_id);
    `)
  },
}
