import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Migration } from '../../../src-main/engine/store/migration.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'
import { installMigrations } from '../../../src-main/engine/store/migrations/install/index.ts'
import { type OpenOptions, openFile } from '../../../src-main/engine/store/open.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const step = (name: string, sql: string): Migration => ({ name, up: (db) => db.exec(sql) })
const FIRST = step('0001-notes', 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
const SECOND = step('0002-when', 'ALTER TABLE note ADD COLUMN at INTEGER')
const BROKEN = step('0002-broken', 'ALTER TABLE note ADD COLUMN at INTEGER; ALTER TABLE nothing ADD COLUMN x')

function options(migrations: readonly Migration[]): OpenOptions {
  const folder = temporaryFolder()
  return {
    path: join(folder, 'brand.sqlite'),
    migrations,
    backups: join(folder, 'backups'),
    binding: null,
    synchronous: 'FULL',
  }
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('every act is on the disk before it is acknowledged: the file runs at synchronous FULL, with a write-ahead log', () => {
  const db = openFile(options(brandMigrations))
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  db.close()
})

test('the gatherer may run at synchronous NORMAL', () => {
  const db = openFile({ ...options(brandMigrations), synchronous: 'NORMAL' })
  expect(db.pragma('synchronous', { simple: true })).toBe(1)
  db.close()
})

test('a file of an earlier version is copied, then migrated, with what was in it', () => {
  const at = options([FIRST])
  const old = openFile(at)
  old.prepare("INSERT INTO note (text) VALUES ('la llamo el martes')").run()
  old.close()

  const db = openFile({ ...at, migrations: [FIRST, SECOND] })

  expect(db.prepare('SELECT * FROM note').all()).toEqual([{ id: 1, text: 'la llamo el martes', at: null }])
  expect(readdirSync(at.backups)).toEqual(['brand.before-2.sqlite'])
  const copy = new Sqlite(join(at.backups, 'brand.before-2.sqlite'), { readonly: true })
  expect(copy.prepare('SELECT * FROM note').all()).toEqual([{ id: 1, text: 'la llamo el martes' }])
  copy.close()
  db.close()
})

test('a migration that fails half way leaves the file as it was', () => {
  const at = options([FIRST])
  openFile(at).close()

  expect(() => openFile({ ...at, migrations: [FIRST, BROKEN] })).toThrow('nothing')

  const db = openFile(at)
  expect(db.prepare("SELECT name FROM pragma_table_info('note')").all()).toEqual([
    { name: 'id' },
    { name: 'text' },
  ])
  db.close()
})

test('a file of a newer Ventanilla is refused with a clear message and left untouched', () => {
  const at = options([FIRST, SECOND])
  openFile(at).close()
  const before = hashOf(at.path)

  expect(() => openFile({ ...at, migrations: [FIRST] })).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ kind: 'newer-file' }) }),
  )

  expect(hashOf(at.path)).toBe(before)
  expect(existsSync(`${at.path}-wal`)).toBe(false)
})

test.each([
  ['something else entirely', Buffer.from('Querido diario: '.repeat(400))],
  ['a torn header', Buffer.from('SQLite format 3\0 and then nothing of use'.repeat(40))],
])('a file that is not ours is refused, not overwritten: %s', (_what, bytes) => {
  const at = options(brandMigrations)
  writeFileSync(at.path, bytes)
  const before = hashOf(at.path)
  expect(() => openFile(at)).toThrow()
  expect(hashOf(at.path)).toBe(before)
})

test('another program’s database is not taken for one of ours', () => {
  const at = options([FIRST])
  const foreign = new Sqlite(at.path)
  foreign.exec('CREATE TABLE bookmarks (url TEXT)')
  foreign.pragma('user_version = 1')
  foreign.close()
  expect(() => openFile(at)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ kind: 'damaged-file' }) }),
  )
})

test.each([
  ['brand', brandMigrations],
  ['install', installMigrations],
])('0001 makes every table of a %s file strict, so that no text slips into a number', (_kind, migrations) => {
  const db = openFile(options(migrations.slice(0, 1)))
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  expect(loose).toEqual([])
  db.close()
})
