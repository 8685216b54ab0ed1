import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('what was gathered before has no address to be found by, and what was put together by its words stays so', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, 3)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
    INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash, print)
      VALUES (100, 'm1', x'01', 1, 100, 'post', 9, 0, 1, x'0102030405060708'), (200, 'm2', x'02', 1, 200, 'post', 9, 0, 1, NULL);
    INSERT INTO mention_twin VALUES (200, 100)`)

  migrate(db, brandMigrations, 4)

  expect(db.prepare('SELECT id, hex(print), address_hash FROM mention ORDER BY id').raw().all()).toEqual([
    [100, '0102030405060708', null],
    [200, '', null],
  ])
  expect(db.prepare('SELECT mention_id, head_id, why FROM mention_twin').raw().all()).toEqual([
    [200, 100, 'same-text'],
  ])
  expect(() => db.exec("UPDATE mention_twin SET why = 'no reason'")).toThrow('CHECK')
})
