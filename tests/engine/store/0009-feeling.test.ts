import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { feeling } from '../../../src-main/engine/store/migrations/brand/0009-feeling.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('what waits keeps its order by waiting until its feeling is read, and everything is still to be read', () => {
  const db = new Sqlite(':memory:')
  const place = brandMigrations.indexOf(feeling)
  migrate(db, brandMigrations, place)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 'u', 'https://a.example', 'a.example', 'A', 'feed', 'rss', 'everything', 0, 0);
    INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
      VALUES (209715200, 'u1', x'01', 1, 209715200, 'post', 1, 0, 1), (419430400, 'u2', x'02', 1, 419430400, 'post', 1, 0, 2);
    INSERT INTO mention_state (id, status, reason, unanswered)
      VALUES (209715200, 0, NULL, 1), (419430400, 3, 'spam', 0)`)

  migrate(db, brandMigrations, place + 1)

  expect(db.prepare('SELECT id, felt, care FROM mention_state').all()).toEqual([
    { id: 209715200, felt: null, care: 100 },
    { id: 419430400, felt: null, care: null },
  ])
  expect(db.prepare('SELECT what, version, below FROM remaking').all()).toEqual([
    { what: 'feeling', version: 1, below: 419430401 },
  ])
  expect(db.prepare('SELECT feeling, feeling_confidence AS confidence FROM mention').all()).toEqual([
    { feeling: null, confidence: null },
    { feeling: null, confidence: null },
  ])
})

test('a new brand has nothing to be read anew', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations)
  expect(db.prepare('SELECT below FROM remaking').all()).toEqual([{ below: 0 }])
})
