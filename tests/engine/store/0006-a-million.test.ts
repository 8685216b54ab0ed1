import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { aMillion } from '../../../src-main/engine/store/migrations/brand/0006-a-million.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('what was said and decided stays as it was; it is only found faster', () => {
  const db = new Sqlite(':memory:')
  const version = brandMigrations.indexOf(aMillion)
  migrate(db, brandMigrations, version)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
    INSERT INTO author (id, person_id, key, host, name, handle) VALUES (1, 1, 'blog.example @ana', 'blog.example', 'Ana', '@ana');
    INSERT INTO mention (id, uid, identity, source_id, author_id, conversation_id, kind, gathered_at, our_voice, content_hash)
      VALUES (100, 'm1', x'01', 1, 1, 100, 'post', 9, 0, 1), (200, 'm2', x'02', 1, NULL, 200, 'post', 9, 0, 1);
    INSERT INTO mention_state (id, status, unanswered, snoozed_until, came_back_at)
      VALUES (100, 1, 1, 5000, NULL), (200, 0, 1, NULL, 4000)`)
  const tables = ['source', 'author', 'mention', 'mention_state']
  const held = () => tables.map((table) => db.prepare(`SELECT * FROM ${table}`).raw().all())
  const before = held()

  migrate(db, brandMigrations, version + 1)

  expect(held()).toEqual(before)
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT id FROM mention WHERE gathered_at > 5').all()
  expect(plan).toMatchObject([{ detail: expect.stringContaining('mention_gathered') }])
})
