import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('answers from before there were accounts stay what they were: posted by hand, tried by nobody', () => {
  const db = new Sqlite(':memory:')
  const number = brandMigrations.findIndex(({ name }) => name.endsWith('-outbox')) + 1
  migrate(db, brandMigrations, number - 1)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6);
    INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
      VALUES (100, 'm1', x'01', 1, 100, 'post', 9, 0, 1);
    INSERT INTO reply (id, uid, mention_id, conversation_id, body, channel, state, queued_at)
      VALUES (7, 'r1', 100, 100, 'Gracias', 'by-hand', 'queued', 12)`)

  migrate(db, brandMigrations, number)

  expect(
    db
      .prepare('SELECT id, body, state, account_id, frozen, attempts, failures, all_the_same FROM reply')
      .get(),
  ).toEqual({
    id: 7,
    body: 'Gracias',
    state: 'queued',
    account_id: null,
    frozen: null,
    attempts: 0,
    failures: 0,
    all_the_same: 0,
  })
  expect(() =>
    db.exec(`INSERT INTO account (id, uid, channel, settings, profile, may_do, connected_at, checked_at)
      VALUES (1, 'a', 'mastodon', 'no json', '{}', '[]', 1, 1)`),
  ).toThrow('CHECK')
})
