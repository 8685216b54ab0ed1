import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readSettings } from '../../../src-main/engine/install/store.ts'
import { migrate } from '../../../src-main/engine/store/migrate.ts'
import { installMigrations } from '../../../src-main/engine/store/migrations/install/index.ts'

test('who had chosen how often sources are asked is never asked less often for than that', () => {
  const db = new Sqlite(':memory:')
  migrate(db, installMigrations, 1)
  db.exec(`INSERT INTO preference (name, value) VALUES ('gatherEveryMinutes', '720'), ('language', '"es"')`)

  migrate(db, installMigrations, 2)

  expect(db.prepare('SELECT name, value FROM preference ORDER BY name').all()).toEqual([
    { name: 'gatherMostMinutes', value: '720' },
    { name: 'language', value: '"es"' },
  ])
  expect(readSettings(db)).toMatchObject({ gatherLeastMinutes: 15, gatherMostMinutes: 720, language: 'es' })
})
