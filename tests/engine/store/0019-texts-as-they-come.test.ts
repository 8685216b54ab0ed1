import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

const before = brandMigrations.findIndex(({ name }) => name === '0019-texts-as-they-come')

function fileBefore(): Sqlite.Database {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, before)
  db.exec(`INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
    VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  const mention = db.prepare(
    `INSERT INTO mention (id, uid, identity, source_id, external_id, conversation_id, kind, gathered_at, our_voice, content_hash)
     VALUES (?, ?, ?, 1, ?, 7, 'post', 9, 0, 1)`,
  )
  const text = db.prepare("INSERT INTO mention_text VALUES (?, 'T', ?, 'Ana', ?, 'es')")
  const words = db.prepare("INSERT INTO mention_fts (rowid, title, body, author) VALUES (?, 'T', ?, 'Ana')")
  const say = (row: number, body: string, externalId: string | null, url: string | null) => {
    mention.run(row, `uid-${row}`, Buffer.from([row]), externalId)
    text.run(row, body, url)
    words.run(row, body)
  }
  say(20, 'un café', 'post-20', 'https://blog.example/20')
  say(10, 'otro café', null, null)
  return db
}

test('what was said keeps its words and its ids, and is found as before', () => {
  const db = fileBefore()
  migrate(db, brandMigrations, before + 1)

  expect(
    db
      .prepare('SELECT id, uid, external_id, title, body, author, url, lang FROM mention_text ORDER BY id')
      .raw()
      .all(),
  ).toEqual([
    [10, 'uid-10', null, 'T', 'otro café', 'Ana', null, 'es'],
    [20, 'uid-20', 'post-20', 'T', 'un café', 'Ana', 'https://blog.example/20', 'es'],
  ])
  expect(db.prepare("SELECT rowid FROM mention_fts ('cafe') ORDER BY rowid").pluck().all()).toEqual([10, 20])
  db.exec("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')")
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('the text of what was said earlier lies behind the others, one for each mention', () => {
  const db = fileBefore()
  migrate(db, brandMigrations, before + 1)
  const say = db.prepare("INSERT INTO mention_text VALUES (?, 'uid-5', NULL, 'T', 'café', 'Ana', NULL, NULL)")
  db.exec(`INSERT INTO mention (id, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
    VALUES (5, x'05', 1, 7, 'post', 9, 0, 1)`)
  say.run(5)

  expect(db.prepare('SELECT id FROM mention_text ORDER BY rowid').pluck().all()).toEqual([10, 20, 5])
  expect(() => say.run(5)).toThrow('UNIQUE')
  expect(
    db.prepare('EXPLAIN QUERY PLAN SELECT body FROM mention JOIN mention_text USING (id) LIMIT 1').all(),
  ).toMatchObject([{}, { detail: 'SEARCH mention_text USING INDEX mention_text_mention (id=?)' }])
})
