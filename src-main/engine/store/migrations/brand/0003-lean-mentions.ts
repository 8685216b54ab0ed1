import type { Migration } from '../../migration.ts'

/**
 * Saving a mention wrote a conversation of one and a person of whom nothing was known. Both have a row now only when
 * there is something to say: a conversation of one is its mention's own id, a person is their author's.
 */
export const leanMentions: Migration = {
  name: '0003-lean-mentions',
  up: (db) => {
    db.exec(RENUMBER_PEOPLE)
    db.exec(RENUMBER_CONVERSATIONS)
    db.exec(LEAN_MENTION)
  },
}

const RENUMBER_PEOPLE = `
  CREATE TABLE person_new (
    -- Of one of its authors: the first it was known by.
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    first_name TEXT NOT NULL DEFAULT '',
    address    TEXT CHECK (address IN ('tu', 'usted', 'vos', 'voce', 'senhor')),
    notes      TEXT NOT NULL DEFAULT ''
  ) STRICT;
  INSERT INTO person_new SELECT (SELECT min(id) FROM author WHERE person_id = person.id), uid, first_name, address, notes
    FROM person WHERE id IN (SELECT person_id FROM author);
  UPDATE act_change SET row_id = (SELECT min(id) FROM author WHERE person_id = row_id)
    WHERE subject = 'person' AND row_id IN (SELECT person_id FROM author);

  CREATE TABLE author_new (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    key       TEXT NOT NULL UNIQUE,
    host      TEXT NOT NULL,
    name      TEXT NOT NULL,
    handle    TEXT,
    url       TEXT
  ) STRICT;
  INSERT INTO author_new SELECT id, (SELECT min(id) FROM author one WHERE one.person_id = author.person_id), key, host, name, handle, url
    FROM author;
  DROP TABLE author;
  DROP TABLE person;
  ALTER TABLE author_new RENAME TO author;
  ALTER TABLE person_new RENAME TO person;
  CREATE INDEX author_person ON author (person_id);
`

const RENUMBER_CONVERSATIONS = `
  CREATE TEMP TABLE renumbered AS SELECT conversation_id AS was, min(id) AS now FROM mention GROUP BY conversation_id;
  CREATE UNIQUE INDEX temp.renumbered_was ON renumbered (was);

  CREATE TABLE conversation_new (
    -- Of one of its mentions.
    id          INTEGER PRIMARY KEY,
    -- The host and external id of what began it, where an answer was gathered before its question.
    key         TEXT UNIQUE,
    -- When the brand last spoke in it: a sent reply, or our voice gathered there.
    our_last_at INTEGER
  ) STRICT;
  INSERT INTO conversation_new SELECT now, key, our_last_at FROM conversation JOIN renumbered ON was = id;

  CREATE TABLE reply_new (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL UNIQUE,
    mention_id      INTEGER NOT NULL REFERENCES mention (id),
    conversation_id INTEGER NOT NULL,
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
  INSERT INTO reply_new SELECT id, uid, mention_id, (SELECT now FROM renumbered WHERE was = conversation_id), body, channel,
    state, reason, url, external_id, promises, queued_at, not_before, settled_at FROM reply;
  DROP TABLE reply;
  ALTER TABLE reply_new RENAME TO reply;
  CREATE INDEX reply_mention ON reply (mention_id);
  CREATE INDEX reply_conversation ON reply (conversation_id);
  CREATE INDEX reply_unsettled ON reply (id) WHERE state NOT IN ('sent', 'refused');
`

const LEAN_MENTION = `
  CREATE TABLE mention_new (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL,
    identity        BLOB NOT NULL,
    source_id       INTEGER NOT NULL REFERENCES source (id),
    external_id     TEXT,
    author_id       INTEGER REFERENCES author (id),
    -- The id of one of its mentions; its own while nobody answers.
    conversation_id INTEGER NOT NULL,
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
    names           TEXT NOT NULL DEFAULT '[]',
    -- The SimHash of the text, eight bytes; NULL for a text too short to say anything.
    print           BLOB
  ) STRICT;
  INSERT INTO mention_new SELECT id, uid, identity, source_id, external_id, author_id,
    (SELECT now FROM renumbered WHERE was = conversation_id), kind, rating_value, rating_worst, rating_best, stars,
    published_at, updated_at, gathered_at, our_voice, in_reply_to, content_hash, names, print FROM mention;
  DROP TABLE mention;
  DROP TABLE conversation;
  DROP TABLE renumbered;
  ALTER TABLE mention_new RENAME TO mention;
  ALTER TABLE conversation_new RENAME TO conversation;
  CREATE UNIQUE INDEX mention_identity ON mention (identity);
  CREATE INDEX mention_author ON mention (author_id);
  CREATE INDEX mention_conversation ON mention (conversation_id);

  -- Whether a document of this source gave one id, or one address, to two texts: only then is a mention looked for under
  -- another identity than its best.
  ALTER TABLE source ADD COLUMN repeats_ids INTEGER NOT NULL DEFAULT 0 CHECK (repeats_ids IN (0, 1));
  UPDATE source SET repeats_ids = 1; -- nobody knows of what was gathered so far
`
