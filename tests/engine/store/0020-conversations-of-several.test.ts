import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isOfConversation } from '../../../src-main/engine/store/conversation-rows.ts'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

const before = brandMigrations.findIndex(({ name }) => name === '0020-conversations-of-several')

/** 10 stands alone; 20 was answered by 21; 31 was asked after 30, and both belong to 32 since it was found. */
const CONVERSATIONS = [
  [10, 10],
  [20, 20],
  [21, 20],
  [30, 32],
  [31, 32],
  [32, 32],
] as const

function fileAfter(): Sqlite.Database {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, before)
  db.exec(`INSERT INTO source (id, uid, url, host, title, kind, format, brings, answers_from, added_at)
    VALUES (1, 's', 'https://blog.example/feed', 'blog.example', 'Blog', 'feed', 'rss', 'everything', 5, 6)`)
  const add = db.prepare(
    `INSERT INTO mention (id, identity, source_id, conversation_id, kind, gathered_at, our_voice, content_hash)
     VALUES (?, ?, 1, ?, 'comment', 9, 0, 1)`,
  )
  for (const [row, conversation] of CONVERSATIONS) add.run(row, Buffer.from([row]), conversation)
  migrate(db, brandMigrations, before + 1)
  return db
}

test('who belongs to a conversation is found, whether it has one mention or several', () => {
  const db = fileAfter()
  const members = db
    .prepare(`SELECT id FROM mention WHERE ${isOfConversation('mention', '@of')} ORDER BY id`)
    .pluck()

  expect(members.all({ of: 10 })).toEqual([10])
  expect(members.all({ of: 20 })).toEqual([20, 21])
  expect(members.all({ of: 32 })).toEqual([30, 31, 32])
  expect(members.all({ of: 30 })).toEqual([])
})

test('nobody goes through all mentions for that', () => {
  const db = fileAfter()
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT other.id FROM mention one
       CROSS JOIN mention other ON ${isOfConversation('other', 'one.conversation_id')} WHERE one.id = 20`,
    )
    .all()
    .map(({ detail }) => detail)

  expect(plan).toEqual([
    'SEARCH one USING INTEGER PRIMARY KEY (rowid=?)',
    'MULTI-INDEX OR',
    'INDEX 1',
    'SEARCH other USING INTEGER PRIMARY KEY (rowid=?)',
    'INDEX 2',
    'SEARCH other USING COVERING INDEX mention_conversation (conversation_id=?)',
  ])
})
