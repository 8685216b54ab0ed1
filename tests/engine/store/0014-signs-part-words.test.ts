import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

const before = brandMigrations.findIndex(({ name }) => name === '0014-signs-part-words')

const SAID = ['Muchas gracias🤗', '🫠tarde otra vez', 'Genial👍🏽gracias', '⁦hola⁩', 'Envío, ¡café!']

function say(db: Sqlite.Database, row: number, body: string): void {
  db.prepare(
    `INSERT INTO mention (id, uid, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
     VALUES (@row, @row, CAST(@row AS BLOB), 1, @row, 'post', 9, 0, 1)`,
  ).run({ row })
  db.prepare("INSERT INTO mention_text (id, title, body, author) VALUES (?, '', ?, 'Ana')").run(row, body)
  db.prepare("INSERT INTO mention_fts (rowid, title, body, author) VALUES (?, '', ?, 'Ana')").run(row, body)
}

test('words that an emoji touches are found, those that were said before as well', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, before)
  db.exec(`INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
    VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  SAID.slice(0, 3).forEach((body, row) => say(db, row, body))
  const find = (word: string) =>
    db.prepare('SELECT rowid FROM mention_fts WHERE mention_fts MATCH ? ORDER BY rowid').pluck().all(word)
  expect(find('gracias')).toEqual([])

  migrate(db, brandMigrations, before + 1)

  SAID.slice(3).forEach((body, at) => say(db, at + 3, body))
  expect(['gracias', 'tarde', 'genial', 'hola', 'envio', 'cafe'].map(find)).toEqual([
    [0, 2],
    [1],
    [2],
    [3],
    [4],
    [4],
  ])
  db.exec("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')")
  expect(db.prepare("SELECT k, v FROM mention_fts_config WHERE k LIKE '%merge' ORDER BY k").all()).toEqual([
    { k: 'automerge', v: 0 },
    { k: 'crisismerge', v: 64 },
  ])
})
