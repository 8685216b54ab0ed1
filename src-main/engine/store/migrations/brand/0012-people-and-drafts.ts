import type { Migration } from '../../migration.ts'

const TABLES = `
  -- What tells that two authors are one person: their bare handle and its network, their profile's address. NULL where
  -- there is none, and for authors of before until they speak again.
  ALTER TABLE author ADD COLUMN handle_key TEXT;
  ALTER TABLE author ADD COLUMN network TEXT;
  ALTER TABLE author ADD COLUMN profile_key TEXT;
  CREATE INDEX author_handle_key ON author (handle_key) WHERE handle_key IS NOT NULL;
  CREATE INDEX author_profile_key ON author (profile_key) WHERE profile_key IS NOT NULL;
  -- Ids of authors of whom the user said that they are somebody else: never suggested again.
  ALTER TABLE person ADD COLUMN apart TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(apart));

  -- What a draft was before it became something else.
  CREATE TABLE draft_version (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    mention_id INTEGER NOT NULL REFERENCES mention (id),
    body       TEXT NOT NULL,
    saved_at   INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX draft_version_mention ON draft_version (mention_id);

  -- A second pair of eyes on a mention's draft. It may not be queued while it is wanted.
  CREATE TABLE draft_reading (
    id       INTEGER PRIMARY KEY REFERENCES mention (id),
    wanted   INTEGER NOT NULL DEFAULT 0 CHECK (wanted IN (0, 1)),
    note     TEXT NOT NULL DEFAULT '',
    asked_at INTEGER,
    verdict  TEXT CHECK (verdict IN ('approved', 'commented')),
    comment  TEXT NOT NULL DEFAULT '',
    read_at  INTEGER
  ) STRICT;
  CREATE INDEX draft_reading_wanted ON draft_reading (id) WHERE wanted = 1;

  -- What a mention asks, in the user's words, where the program's were wrong.
  CREATE TABLE heard (
    id   INTEGER PRIMARY KEY REFERENCES mention (id),
    asks TEXT NOT NULL DEFAULT ''
  ) STRICT;

  -- What is true of the brand and often needed: opening hours, a policy, an address.
  CREATE TABLE fact (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    language   TEXT NOT NULL DEFAULT '',
    title      TEXT NOT NULL DEFAULT '',
    body       TEXT NOT NULL DEFAULT '',
    saved_at   INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;

  -- Words that are right for this brand, whatever a dictionary says.
  CREATE TABLE spelling_word (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    word       TEXT NOT NULL UNIQUE,
    removed_at INTEGER
  ) STRICT;
`

export const peopleAndDrafts: Migration = {
  name: '0012-people-and-drafts',
  up: (db) => {
    db.exec(TABLES)
  },
}
