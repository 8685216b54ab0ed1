import type { Migration } from '../../migration.ts'

const TABLES = `
  -- How often the user wants this source asked; NULL lets it follow how often the source publishes.
  ALTER TABLE source ADD COLUMN every_minutes INTEGER;
  -- Tags that everything new from this source gets, as a folder of an OPML list says.
  ALTER TABLE source ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));

  -- Not before this time: what the server's Cache-Control or Expires asked for.
  ALTER TABLE source_health ADD COLUMN cached_until INTEGER;
  -- Milliseconds between two things said there, as its documents show; NULL when too few are dated.
  ALTER TABLE source_health ADD COLUMN publishes_every INTEGER;
  ALTER TABLE source_health ADD COLUMN newest_item_at INTEGER;
  -- So many milliseconds without anything new are no chance any more; NULL where that cannot be said.
  ALTER TABLE source_health ADD COLUMN quiet_after INTEGER;
  -- Behind a proxy only names and literal addresses can be checked, and the source says so.
  ALTER TABLE source_health ADD COLUMN via_proxy INTEGER NOT NULL DEFAULT 0 CHECK (via_proxy IN (0, 1));

  -- The last tries of each source, fifty at most, numbered: two may have the same time, or a clock was set back.
  CREATE TABLE source_try (
    source_id  INTEGER NOT NULL REFERENCES source (id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    took       INTEGER NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('unchanged', 'saved', 'failed')),
    status     INTEGER,
    bytes      INTEGER,
    added      INTEGER NOT NULL DEFAULT 0,
    revised    INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    failure    TEXT CHECK (json_valid(failure)),
    PRIMARY KEY (source_id, number)
  ) STRICT, WITHOUT ROWID;

  -- When a source said things that nobody gathered: back after long, it listed nothing that was known any more.
  -- Reports and alarms say so instead of counting silence. A gap that lasts is in source_health: failing_since.
  CREATE TABLE source_gap (
    source_id INTEGER NOT NULL REFERENCES source (id),
    since     INTEGER NOT NULL,
    until     INTEGER NOT NULL,
    PRIMARY KEY (source_id, since)
  ) STRICT, WITHOUT ROWID;

  -- The SimHash of the text, eight bytes; NULL for a text too short to say anything.
  ALTER TABLE mention ADD COLUMN print BLOB;
  -- What a review says beside its words: version, votes, product.
  ALTER TABLE mention_markup ADD COLUMN details TEXT CHECK (json_valid(details));

  -- A mention shown with the one it looks like. It has no state of its own: so nothing lists or counts it twice.
  CREATE TABLE mention_twin (
    mention_id INTEGER PRIMARY KEY REFERENCES mention (id),
    head_id    INTEGER NOT NULL REFERENCES mention (id)
  ) STRICT;
  CREATE INDEX mention_twin_head ON mention_twin (head_id);
  -- Taken apart by the user: never put together again.
  CREATE TABLE mention_apart (
    mention_id INTEGER NOT NULL REFERENCES mention (id),
    other_id   INTEGER NOT NULL REFERENCES mention (id),
    PRIMARY KEY (mention_id, other_id)
  ) STRICT, WITHOUT ROWID;

  -- Which column of a file means what, by the file's header, so that the next export is read alike.
  CREATE TABLE import_mapping (
    header  TEXT PRIMARY KEY,
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    used_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`

export const gathering: Migration = {
  name: '0002-gathering',
  up: (db) => {
    db.exec(TABLES)
  },
}
