import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('what was pending before waits since the act that made it so, else since it was said', () => {
  const at = brandMigrations.findIndex(({ name }) => name === '0013-pending')
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, at)
  const said = 1_700_000_000
  db.exec(`
    INSERT INTO brand (id, uid, name, words, handles, languages, timezone, signature, colour, sample, created_at)
      VALUES (1, 'b', 'Luna', '[]', '[]', '[]', 'Europe/Madrid', 'Ana', '#335577', 0, 5);
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  const add = (id: number, status: number) =>
    db.exec(`
      INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
        VALUES (${id}, 'm${id}', x'0${(id / 2_097_152) % 8}', 1, ${id}, 'post', 9, 0, 1);
      INSERT INTO mention_state (id, status, reason, unanswered) VALUES (${id}, ${status}, NULL, 0)`)
  const [acted, imported, open] = [said, said + 1, said + 2].map((second) => second * 2_097_152)
  if (acted === undefined || imported === undefined || open === undefined) throw new Error('Three rows.')
  add(acted, 2)
  add(imported, 2)
  add(open, 1)
  db.exec(`
    INSERT INTO act (id, uid, install_uid, number, at, who, kind, count, undoable)
      VALUES (1, 'a1', 'i', 1, 77, 'user', 'status', 1, 1);
    INSERT INTO act_change VALUES (1, 'mention', ${acted}, 'status', 'open', 'pending')`)

  migrate(db, brandMigrations, at + 1)

  expect(db.prepare('SELECT id, since, words FROM mention_wait ORDER BY id').raw().all()).toEqual([
    [acted, 77, ''],
    [imported, (said + 1) * 1000, ''],
  ])
})
