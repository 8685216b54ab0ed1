import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

const before = brandMigrations.findIndex(({ name }) => name === '0018-handles-once')

test('one index answers who has a handle, and which handles hold a part', () => {
  const db = new Sqlite(':memory:')
  migrate(db, brandMigrations, before)
  const add = db.prepare(
    "INSERT INTO author (person_id, key, host, name, handle, handle_key) VALUES (?, ?, 'a.example', 'Ana', ?, ?)",
  )
  add.run(1, 'a', '@Ana@a.example', 'ana')
  add.run(2, 'b', 'ana_b', null)
  add.run(3, 'c', null, null)

  migrate(db, brandMigrations, before + 1)

  const plan = (sql: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
  const byKey = "SELECT id FROM author WHERE handle IS NOT NULL AND handle_key = 'ana'"
  const byPart =
    "SELECT id FROM author INDEXED BY author_handle_key WHERE handle IS NOT NULL AND handle LIKE '%na%'"
  expect(db.prepare(byKey).pluck().all()).toEqual([1])
  expect(db.prepare(byPart).pluck().all().sort()).toEqual([1, 2])
  expect(plan(byKey)).toEqual([
    'SEARCH author USING COVERING INDEX author_handle_key (handle_key=? AND handle>?)',
  ])
  expect(plan(byPart)).toEqual(['SCAN author USING COVERING INDEX author_handle_key'])
})
