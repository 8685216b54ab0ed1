import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('the stars and the language of what was said before stand in the state', () => {
  const at = brandMigrations.findIndex(({ name }) => name === '0016-stated')
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, at)
  db.exec(`
    INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
      VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  const add = (id: number, stars: number | null, lang: string | null) => {
    db.prepare(
      `INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash, stars)
       VALUES (@id, 'm' || @id, CAST(@id AS BLOB), 1, @id, 'post', 9, 0, 1, @stars)`,
    ).run({ id, stars })
    db.prepare("INSERT INTO mention_text (id, title, body, author, lang) VALUES (?, '', '', '', ?)").run(
      id,
      lang,
    )
    db.prepare('INSERT INTO mention_state (id, status, unanswered) VALUES (?, 0, 1)').run(id)
  }
  add(1, 4.5, 'pt')
  add(2, null, 'es')
  add(3, 1, null)

  migrate(db, brandMigrations, at + 1)

  expect(db.prepare('SELECT id, stars, lang FROM mention_state ORDER BY id').raw().all()).toEqual([
    [1, 4.5, 'pt'],
    [2, null, 'es'],
    [3, 1, null],
  ])
})
