import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'

test('what was pending before stays pending, and nobody has said for what', () => {
  const db = new Sqlite(':memory:')
  const number = brandMigrations.findIndex(({ name }) => name.endsWith('-waiting')) + 1
  migrate(db, brandMigrations, number - 1)
  migrate(db, brandMigrations, number)
  expect(db.prepare('SELECT count(*) AS n FROM waiting').get()).toEqual({ n: 0 })
  expect(() => db.exec("INSERT INTO waiting (id, what, since) VALUES ('x', 'a', 1)")).toThrow()
})
