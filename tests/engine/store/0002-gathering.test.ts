import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('a brand gathered by the first Ventanilla keeps its sources and their health', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, 1)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 'u', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
    INSERT INTO source_health (source_id, etag, last_success_at, failures) VALUES (1, '"a"', 7, 0);`)

  migrate(db, brandMigrations, 2)

  expect(db.prepare('SELECT title, every_minutes, tags, added_at FROM source').all()).toEqual([
    { title: 'Blog', every_minutes: null, tags: '[]', added_at: 6 },
  ])
  expect(
    db.prepare('SELECT etag, last_success_at, cached_until, via_proxy FROM source_health').all(),
  ).toEqual([{ etag: '"a"', last_success_at: 7, cached_until: null, via_proxy: 0 }])
})
