import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tidierWhileSaving, tidyWords } from '../../../src-main/engine/gather/save/tidy-words.ts'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

function brandAt(version: number) {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, version)
  db.exec(`INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
    VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  return db
}

type Db = ReturnType<typeof brandAt>

function say(db: Db, row: number, body: string): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
       VALUES (@row, @row, CAST(@row AS BLOB), 1, @row, 'post', 9, 0, 1)`,
    ).run({ row })
    db.prepare("INSERT INTO mention_text (id, title, body, author) VALUES (?, '', ?, 'Ana')").run(row, body)
    db.prepare("INSERT INTO mention_fts (rowid, title, body, author) VALUES (?, '', ?, 'Ana')").run(row, body)
  })()
}

const find = (db: Db, word: string) =>
  db.prepare('SELECT rowid FROM mention_fts WHERE mention_fts MATCH ? ORDER BY rowid').pluck().all(word)

/** How many segments a search looks into (https://sqlite.org/fts5.html: the structure record). */
const segments = (db: Db) =>
  Number(db.prepare('SELECT count(DISTINCT segid) FROM mention_fts_idx').pluck().get())

test('what was found before is found after, and what is said later as well', () => {
  const db = brandAt(4)
  for (let row = 1; row <= 30; row += 1) say(db, row, `pedido ${row} roto`)

  migrate(db, brandMigrations, 5)

  expect(find(db, 'roto')).toHaveLength(30)
  say(db, 31, 'otro pedido roto')
  expect(find(db, 'pedido')).toHaveLength(31)
  db.exec("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')")
})

test('many words saved one after the other are merged piece by piece, and all are found', () => {
  const db = brandAt(5)
  const tidy = tidierWhileSaving(db)
  for (let row = 1; row <= 60; row += 1) {
    say(db, row, `pedido ${row} roto`)
    tidy()
  }
  expect(segments(db)).toBeLessThan(20)
  while (tidyWords(db));
  expect(segments(db)).toBeLessThan(5)
  expect(find(db, 'roto')).toHaveLength(60)
  expect(find(db, '"pedido 17"')).toEqual([17])
  db.exec("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')")
})
