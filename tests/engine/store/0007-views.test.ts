import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'
import { installMigrations } from '../../../src-main/engine/store/migrations/install/index.ts'

const before = (name: string) => brandMigrations.findIndex((migration) => migration.name === name)

test('a brand begins without saved views, and the number of a removed one is never given to another', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, before('0007-views'))
  db.exec("INSERT INTO tag (id, uid, path, key, created_at) VALUES (1, 't', 'Envío', 'envio', 5)")

  migrate(db, brandMigrations, before('0007-views') + 1)

  expect(db.prepare('SELECT path FROM tag').pluck().all()).toEqual(['Envío'])
  const add = db.prepare(
    "INSERT INTO view (uid, name, question, place, created_at) VALUES (?, 'Una', '', 1, 5)",
  )
  expect(add.run('a').lastInsertRowid).toBe(1)
  db.exec('DELETE FROM view')
  expect(add.run('b').lastInsertRowid).toBe(2)
  expect(() => db.exec("UPDATE view SET name = ''")).toThrow('CHECK')
})

test('an install keeps its brands and preferences, and has a journal for what all brands share', () => {
  const db = new Sqlite(':memory:')
  migrate(db, installMigrations, 2)
  db.exec(`INSERT INTO brand (id, uid, place, added_at) VALUES (3, 'b', 1, 9);
    INSERT INTO preference (name, value) VALUES ('language', '"es"')`)

  migrate(db, installMigrations, 3)

  expect(db.prepare('SELECT id, uid, place, added_at FROM brand').raw().all()).toEqual([[3, 'b', 1, 9]])
  expect(db.prepare('SELECT name, value FROM preference').raw().all()).toEqual([['language', '"es"']])
  for (const table of ['view', 'act', 'act_change'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})
