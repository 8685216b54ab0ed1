import { VIEW_TABLE } from '../brand/0007-views.ts'
import type { Migration } from '../../migration.ts'

/** Views of all brands, and a journal for them: what is done to them can be undone like what is done in a brand. */
export const sharedViews: Migration = {
  name: '0003-shared-views',
  up: (db) => {
    db.exec(VIEW_TABLE)
    db.exec(`
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
    `)
  },
}
