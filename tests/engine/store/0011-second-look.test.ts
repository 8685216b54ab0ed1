import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('a brand begins with every remark on, and no promise was told of', () => {
  const at = brandMigrations.findIndex(({ name }) => name === '0011-second-look')
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, at)
  db.exec(`
    INSERT INTO brand (id, uid, name, words, handles, languages, timezone, address, signature, colour, sample, created_at)
      VALUES (1, 'b', 'Luna', '[]', '[]', '[]', 'Europe/Madrid', 'tu', 'Ana', '#335577', 0, 5);
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
    INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
      VALUES (100, 'm1', x'01', 1, 100, 'post', 9, 0, 1);
    INSERT INTO promise (id, uid, mention_id, text, due_at, state, made_at) VALUES (1, 'p', 100, 'llamar', 20, 'open', 10)`)

  migrate(db, brandMigrations, at + 1)

  expect(db.prepare('SELECT name, signature, second_look FROM brand').raw().all()).toEqual([
    ['Luna', 'Ana', '{}'],
  ])
  expect(db.prepare('SELECT text, due_at, state, told_at FROM promise').raw().all()).toEqual([
    ['llamar', 20, 'open', null],
  ])
  expect(db.prepare('SELECT * FROM dismissed_remark').all()).toEqual([])
})
