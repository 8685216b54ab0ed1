import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('the tags people have stay what they are when tags can wear colours, and no rule is there yet', () => {
  const db = new Sqlite(':memory:')
  const before = brandMigrations.findIndex(({ name }) => name === '0008-tags-and-rules')
  migrate(db, brandMigrations, before)
  db.exec(`INSERT INTO tag (id, uid, path, key, created_at) VALUES (3, 'u', 'Envío/Tarde', 'envio/tarde', 5)`)
  db.exec(`INSERT INTO act (id, uid, install_uid, number, at, who, kind, detail, count, undoable)
    VALUES (1, 'a', 'i', 1, 5, 'user', 'tag', 'Envío/Tarde', 1, 1)`)

  migrate(db, brandMigrations, before + 1)

  expect(db.prepare('SELECT * FROM tag').all()).toEqual([
    {
      id: 3,
      uid: 'u',
      path: 'Envío/Tarde',
      key: 'envio/tarde',
      created_at: 5,
      colour: null,
      description: '',
      synonyms: '[]',
      formerly: '[]',
      retired_at: null,
    },
  ])
  expect(db.prepare('SELECT who, rule_id FROM act').all()).toEqual([{ who: 'user', rule_id: null }])
  for (const table of ['rule', 'rule_due', 'rule_mention'])
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 })
})
