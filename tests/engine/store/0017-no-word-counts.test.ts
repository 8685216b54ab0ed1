import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

const before = brandMigrations.findIndex(({ name }) => name === '0017-no-word-counts')

function say(db: Sqlite.Database, row: number, body: string): void {
  db.prepare(
    `INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
     VALUES (@row, @row, CAST(@row AS BLOB), 1, @row, 'post', 9, 0, 1)`,
  ).run({ row })
  db.prepare("INSERT INTO mention_text (id, title, body, author) VALUES (?, '', ?, 'Ana')").run(row, body)
  db.prepare("INSERT INTO mention_fts (rowid, title, body, author) VALUES (?, '', ?, 'Ana')").run(row, body)
}

const find = (db: Sqlite.Database, word: string, order: string) =>
  db.prepare(`SELECT rowid FROM mention_fts WHERE mention_fts MATCH ? ORDER BY ${order}`).pluck().all(word)

test('what was said before and after is found, the best first, and an edit forgets the old words', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, before)
  db.exec(`INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
    VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  say(db, 1, `café ${'y otra cosa '.repeat(30)}`)
  say(db, 2, 'café, café🤗')
  const best = find(db, 'cafe', 'rank')
  expect(best).toEqual([2, 1])

  migrate(db, brandMigrations, before + 1)

  expect(find(db, 'cafe', 'rank')).toEqual(best)
  say(db, 3, 'un café')
  expect(find(db, 'cafe', 'rank')).toEqual([2, 3, 1])
  db.prepare(
    "INSERT INTO mention_fts (mention_fts, rowid, title, body, author) VALUES ('delete', 2, '', 'café, café🤗', 'Ana')",
  ).run()
  db.prepare("UPDATE mention_text SET body = 'un té' WHERE id = 2").run()
  db.prepare("INSERT INTO mention_fts (rowid, title, body, author) VALUES (2, '', 'un té', 'Ana')").run()
  expect(find(db, 'cafe', 'rowid')).toEqual([1, 3])
  expect(find(db, 'te', 'rowid')).toEqual([2])
  db.exec("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')")
  expect(
    db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'mention_fts%'").pluck().all(),
  ).not.toContain('mention_fts_docsize')
  expect(db.prepare("SELECT k, v FROM mention_fts_config WHERE k LIKE '%merge' ORDER BY k").all()).toEqual([
    { k: 'automerge', v: 0 },
    { k: 'crisismerge', v: 64 },
  ])
})
