/** What the places said, and what we decided about it. Times are UTC milliseconds unless a comment says otherwise. */
export const MENTION_TABLES = `
  CREATE TABLE brand (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    uid          TEXT NOT NULL,
    name         TEXT NOT NULL,
    words        TEXT NOT NULL CHECK (json_valid(words)),
    handles      TEXT NOT NULL CHECK (json_valid(handles)),
    languages    TEXT NOT NULL CHECK (json_valid(languages)),
    timezone     TEXT NOT NULL,
    answers_from INTEGER,
    address      TEXT CHECK (address IN ('tu', 'usted', 'vos', 'voce', 'senhor')),
    signature    TEXT NOT NULL,
    colour       TEXT NOT NULL,
    sample       INTEGER NOT NULL CHECK (sample IN (0, 1)),
    created_at   INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE source (
    id             INTEGER PRIMARY KEY,
    uid            TEXT NOT NULL UNIQUE,
    url            TEXT NOT NULL,
    -- Whose ids its items carry: the host of its address when it was added. It stays when the address moves,
    -- so that the identity of what was gathered stays too.
    host           TEXT NOT NULL,
    home_url       TEXT,
    title          TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('feed', 'comments', 'reviews', 'file')),
    format         TEXT NOT NULL,
    brings         TEXT NOT NULL CHECK (brings IN ('everything', 'what-names-us')),
    answers_from   INTEGER NOT NULL,
    -- The one private scheme, host and port the user consented to by adding it by hand.
    private_origin TEXT,
    paused         INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    added_at       INTEGER NOT NULL,
    removed_at     INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX source_url ON source (url) WHERE removed_at IS NULL;

  -- The gatherer's own notes, apart from what the user decides about a source.
  CREATE TABLE source_health (
    source_id       INTEGER PRIMARY KEY REFERENCES source (id),
    etag            TEXT,
    last_modified   TEXT,
    validators_at   INTEGER,
    body_hash       TEXT,
    last_try_at     INTEGER,
    last_success_at INTEGER,
    next_try_at     INTEGER,
    failures        INTEGER NOT NULL DEFAULT 0,
    failing_since   INTEGER,
    error           TEXT CHECK (json_valid(error)),
    stopped         TEXT,
    moved_to        TEXT
  ) STRICT;
  CREATE INDEX source_health_next ON source_health (next_try_at);

  -- What was fetched to show the source before it was added: its first gathering, without asking twice.
  CREATE TABLE source_first_body (
    source_id     INTEGER PRIMARY KEY REFERENCES source (id),
    body          BLOB NOT NULL,
    content_type  TEXT,
    etag          TEXT,
    last_modified TEXT,
    fetched_at    INTEGER NOT NULL
  ) STRICT;

  -- Items of a source that brings only what names the brand, and that did not.
  CREATE TABLE passed_over (
    source_id INTEGER NOT NULL,
    guid_hash INTEGER NOT NULL,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (source_id, guid_hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE person (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    first_name TEXT NOT NULL DEFAULT '',
    address    TEXT CHECK (address IN ('tu', 'usted', 'vos', 'voce', 'senhor')),
    notes      TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
  ) STRICT;

  -- One name, handle or address a person speaks under, at one host.
  CREATE TABLE author (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    key       TEXT NOT NULL UNIQUE,
    host      TEXT NOT NULL,
    name      TEXT NOT NULL,
    handle    TEXT,
    url       TEXT
  ) STRICT;
  CREATE INDEX author_person ON author (person_id);

  CREATE TABLE conversation (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    -- The host and external id of what began it, so that an answer gathered before its question finds it.
    key         TEXT UNIQUE,
    -- When the brand last spoke in it: a sent reply, or our voice gathered there.
    our_last_at INTEGER
  ) STRICT;

  -- id = seconds of its time * 2097152 + serial: the order of time is the order of rows, everywhere.
  CREATE TABLE mention (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL,
    identity        BLOB NOT NULL,
    source_id       INTEGER NOT NULL REFERENCES source (id),
    guid_hash       INTEGER NOT NULL,
    external_id     TEXT,
    author_id       INTEGER REFERENCES author (id),
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    kind            TEXT NOT NULL CHECK (kind IN ('post', 'comment', 'review')),
    rating_value    REAL,
    rating_worst    REAL,
    rating_best     REAL,
    -- 1 + 4 x its share of the scale, for questions.
    stars           REAL,
    published_at    INTEGER,
    updated_at      INTEGER,
    gathered_at     INTEGER NOT NULL,
    our_voice       INTEGER NOT NULL CHECK (our_voice IN (0, 1)),
    in_reply_to     TEXT,
    content_hash    INTEGER NOT NULL,
    names           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(names))
  ) STRICT;
  CREATE UNIQUE INDEX mention_guid ON mention (source_id, guid_hash);
  CREATE UNIQUE INDEX mention_identity ON mention (identity);
  CREATE INDEX mention_author ON mention (author_id);
  CREATE INDEX mention_conversation ON mention (conversation_id);

  -- The other sources a mention arrived through.
  CREATE TABLE mention_seen (
    source_id  INTEGER NOT NULL REFERENCES source (id),
    guid_hash  INTEGER NOT NULL,
    mention_id INTEGER NOT NULL REFERENCES mention (id),
    PRIMARY KEY (source_id, guid_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mention_seen_mention ON mention_seen (mention_id);

  CREATE TABLE mention_text (
    id     INTEGER PRIMARY KEY REFERENCES mention (id),
    title  TEXT NOT NULL,
    body   TEXT NOT NULL,
    author TEXT NOT NULL,
    url    TEXT,
    lang   TEXT
  ) STRICT;

  CREATE TABLE mention_markup (
    id       INTEGER PRIMARY KEY REFERENCES mention (id),
    html     TEXT NOT NULL,
    images   INTEGER NOT NULL,
    -- The source's own markup, deflated, so that it can be sanitised again.
    original BLOB,
    -- Which sanitiser and language reader made the derived columns.
    version  INTEGER NOT NULL
  ) STRICT;

  -- What we decided. Narrow, because acts write it by the ten thousand. Our voice has no row here: it is never
  -- listed, counted or answered.
  CREATE TABLE mention_state (
    id            INTEGER PRIMARY KEY REFERENCES mention (id),
    status        INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3), -- new, open, pending, resolved
    reason        TEXT CHECK (reason IN ('answered', 'no-reply-needed', 'not-about-us', 'spam', 'duplicate', 'before-our-time')),
    snoozed_until INTEGER,
    came_back_at  INTEGER,
    unanswered    INTEGER NOT NULL CHECK (unanswered IN (0, 1)),
    CHECK ((status = 3) = (reason IS NOT NULL))
  ) STRICT;
  CREATE INDEX mention_state_status ON mention_state (status);
  CREATE INDEX mention_state_open ON mention_state (id) WHERE status < 2;
  CREATE INDEX mention_state_unanswered ON mention_state (id) WHERE unanswered = 1;
  CREATE INDEX mention_state_came_back ON mention_state (id) WHERE came_back_at IS NOT NULL;
  CREATE INDEX mention_state_snoozed ON mention_state (snoozed_until) WHERE snoozed_until IS NOT NULL;

  CREATE TABLE revision (
    id           INTEGER PRIMARY KEY,
    mention_id   INTEGER NOT NULL REFERENCES mention (id),
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    html         TEXT NOT NULL,
    rating_value REAL,
    rating_worst REAL,
    rating_best  REAL,
    replaced_at  INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX revision_mention ON revision (mention_id);

  CREATE TABLE tag (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    path       TEXT NOT NULL,
    -- The path folded (case and accents), which is what makes two tags one.
    key        TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE mention_tag (
    tag_id     INTEGER NOT NULL REFERENCES tag (id),
    mention_id INTEGER NOT NULL REFERENCES mention (id),
    PRIMARY KEY (tag_id, mention_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mention_tag_mention ON mention_tag (mention_id);

  -- Counts kept beside what they count: status (0-3), unanswered, tag, source.
  CREATE TABLE counter (
    subject TEXT NOT NULL CHECK (subject IN ('status', 'unanswered', 'tag', 'source')),
    key     INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    PRIMARY KEY (subject, key)
  ) STRICT, WITHOUT ROWID;

  -- Filled by its own statement, batches sorted by id: a trigger would cost more than twice the time.
  CREATE VIRTUAL TABLE mention_fts USING fts5(
    title, body, author,
    content = 'mention_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
  );
`
