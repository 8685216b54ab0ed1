/** What we said, promised and did. Times are UTC milliseconds. */
export const ANSWERING_TABLES = `
  CREATE TABLE draft (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    mention_id INTEGER NOT NULL UNIQUE REFERENCES mention (id),
    body       TEXT NOT NULL,
    saved_at   INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE reply (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL UNIQUE,
    mention_id      INTEGER NOT NULL REFERENCES mention (id),
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    body            TEXT NOT NULL,
    channel         TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('queued', 'by-hand', 'sending', 'sent', 'held', 'refused', 'unsure', 'stopped')),
    reason          TEXT NOT NULL DEFAULT '',
    url             TEXT,
    external_id     TEXT,
    promises        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(promises)),
    queued_at       INTEGER NOT NULL,
    not_before      INTEGER,
    settled_at      INTEGER
  ) STRICT;
  CREATE INDEX reply_mention ON reply (mention_id);
  CREATE INDEX reply_conversation ON reply (conversation_id);
  CREATE INDEX reply_unsettled ON reply (id) WHERE state NOT IN ('sent', 'refused');

  CREATE TABLE promise (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    mention_id INTEGER NOT NULL REFERENCES mention (id),
    reply_id   INTEGER REFERENCES reply (id),
    text       TEXT NOT NULL,
    due_at     INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'kept', 'broken')),
    made_at    INTEGER NOT NULL,
    settled_at INTEGER
  ) STRICT;
  CREATE INDEX promise_open ON promise (due_at) WHERE state = 'open';
  CREATE INDEX promise_mention ON promise (mention_id);

  CREATE TABLE report (
    id      INTEGER PRIMARY KEY,
    uid     TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL CHECK (json_valid(content)),
    made_at INTEGER NOT NULL
  ) STRICT;

  -- The journal: one row an act, one a field it changed, with what it held before and what was written.
  CREATE TABLE act (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    install_uid TEXT NOT NULL,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    who         TEXT NOT NULL,
    kind        TEXT NOT NULL,
    detail      TEXT NOT NULL DEFAULT '',
    count       INTEGER NOT NULL,
    -- Whether undo may take it back at all; sending and erasing may not.
    undoable    INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    undone_at   INTEGER,
    UNIQUE (install_uid, number)
  ) STRICT;
  CREATE TABLE act_change (
    act_id  INTEGER NOT NULL REFERENCES act (id),
    subject TEXT NOT NULL,
    row_id  INTEGER NOT NULL,
    field   TEXT NOT NULL,
    before  ANY,
    after   ANY,
    PRIMARY KEY (act_id, subject, row_id, field)
  ) STRICT, WITHOUT ROWID;
`
