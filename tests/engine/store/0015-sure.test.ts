import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('what the words surely said before stands in the state, what they doubted does not', () => {
  const at = brandMigrations.findIndex(({ name }) => name === '0015-sure')
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, at)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  const add = (id: number, feeling: number | null, confidence: number | null) => {
    db.prepare(
      `INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash,
         feeling, feeling_confidence)
       VALUES (@id, 'm' || @id, CAST(@id AS BLOB), 1, @id, 'post', 9, 0, 1, @feeling, @confidence)`,
    ).run({ id, feeling, confidence })
    db.prepare('INSERT INTO mention_state (id, status, unanswered) VALUES (?, 0, 1)').run(id)
  }
  add(1, -2, 50)
  add(2, 3, 49)
  add(3, null, null)

  migrate(db, brandMigrations, at + 1)

  expect(db.prepare('SELECT id, sure FROM mention_state ORDER BY id').raw().all()).toEqual([
    [1, -2],
    [2, null],
    [3, null],
  ])
})
