import type { Migration } from '../../migration.ts'

const TABLES = `
  -- The name of a colour of the palette; NULL takes its parent's.
  ALTER TABLE tag ADD COLUMN colour TEXT;
  ALTER TABLE tag ADD COLUMN description TEXT NOT NULL DEFAULT '';
  -- Other words that find it when they are typed.
  ALTER TABLE tag ADD COLUMN synonyms TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(synonyms));
  -- Paths it had, or that were merged into it: questions, rules and sources that name them go on working.
  ALTER TABLE tag ADD COLUMN formerly TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formerly));
  -- Since when it is no longer offered; mentions that carry it keep it.
  ALTER TABLE tag ADD COLUMN retired_at INTEGER;

  -- What is done by itself to new mentions that match a question, in the order of position. A mute is one that comes
  -- before all rules.
  CREATE TABLE rule (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL CHECK (kind IN ('rule', 'muted-person', 'muted-words')),
    name       TEXT NOT NULL,
    -- The question; of muted words the words themselves; of a muted person nothing.
    question   TEXT NOT NULL,
    person_id  INTEGER,
    -- What it does, in order: [{"kind", "value"}].
    acts       TEXT NOT NULL CHECK (json_valid(acts)),
    stops      INTEGER NOT NULL CHECK (stops IN (0, 1)),
    works      INTEGER NOT NULL CHECK (works IN (0, 1)),
    position   INTEGER NOT NULL,
    added_at   INTEGER NOT NULL,
    removed_at INTEGER,
    CHECK ((kind = 'muted-person') = (person_id IS NOT NULL))
  ) STRICT;

  -- New mentions that the rules have not seen. Written with the mention, taken out with what the rules did: so each is
  -- seen once, whenever the program ends.
  CREATE TABLE rule_due (mention_id INTEGER PRIMARY KEY REFERENCES mention (id)) STRICT;

  -- Which rule did something to which mention, in which act; what it resolved it as, or NULL.
  CREATE TABLE rule_mention (
    mention_id  INTEGER NOT NULL REFERENCES mention (id),
    rule_id     INTEGER NOT NULL REFERENCES rule (id),
    act_id      INTEGER NOT NULL REFERENCES act (id),
    resolved_as TEXT,
    PRIMARY KEY (mention_id, rule_id, act_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rule_mention_rule ON rule_mention (rule_id, mention_id);
  CREATE INDEX rule_mention_act ON rule_mention (act_id);
  CREATE INDEX rule_mention_resolved ON rule_mention (mention_id) WHERE resolved_as IS NOT NULL;

  -- The rule that did an act, so that all it did can be undone together.
  ALTER TABLE act ADD COLUMN rule_id INTEGER REFERENCES rule (id);
  CREATE INDEX act_rule ON act (rule_id) WHERE rule_id IS NOT NULL;
`

/** Tags are more than a name, and rules act on what is new. */
export const tagsAndRules: Migration = {
  name: '0008-tags-and-rules',
  up: (db) => {
    db.exec(TABLES)
  },
}
