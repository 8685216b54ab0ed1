import Sqlite, { type Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Cells } from '../../../../src-main/engine/gather/save/exact.ts'
import { insertRows } from '../../../../src-main/engine/gather/save/insert-rows.ts'

const COLUMNS = ['id', 'head', 'place', 'name', 'stars', 'asked']

function fileOf(rows: readonly Cells[]): Database {
  const db = new Sqlite(':memory:')
  db.exec(`CREATE TABLE said (id INTEGER PRIMARY KEY, head INTEGER NOT NULL, place TEXT NOT NULL, name TEXT, stars REAL,
    asked INTEGER, print BLOB) STRICT`)
  const prints = new Uint8Array(rows.length * 2)
  rows.forEach((_, at) => prints.set(at % 2 === 0 ? [at + 1, 7] : [0, 0], at * 2))
  const bytes = [{ column: 'print', width: 2, bytes: prints }]
  insertRows(db, { table: 'said', columns: COLUMNS, own: 'head', rows, bytes })
  return db
}

const saidBy = (row: number): Cells => [row, null, 'blog.example', `Ana ${row}`, 4.5, null]
const whole = (db: Database) =>
  db.prepare('SELECT id, head, place, name, stars, asked, hex(print) AS print FROM said ORDER BY id').all()

test.each([3, 60, 600])('%i rows are written as they were told, each with its own bytes', (count) => {
  const rows = Array.from({ length: count }, (_, at) => saidBy(at + 1))

  expect(whole(fileOf(rows))).toEqual(
    rows.map(([id, , place, name, stars, asked], at) => {
      const print = at % 2 === 0 ? `${(at + 1).toString(16).padStart(2, '0').slice(-2).toUpperCase()}07` : ''
      return { id, head: id, place, name, stars, asked, print }
    }),
  )
})

test('one that differs among many is not taken for one of them', () => {
  const odd: Cells = [60, 7, 'shop.example', null, 1, 1_790_000_000_000]
  const rows = [...Array.from({ length: 59 }, (_, at) => saidBy(at + 1)), odd]

  expect(whole(fileOf(rows)).slice(-2)).toMatchObject([
    { id: 59, head: 59, place: 'blog.example', name: 'Ana 59', stars: 4.5, asked: null },
    { id: 60, head: 7, place: 'shop.example', name: null, stars: 1, asked: 1_790_000_000_000 },
  ])
})

test('of half a letter the sign that one is missing is kept, whether one has it or all', () => {
  const all = Array.from({ length: 60 }, (_, at): Cells => [at + 1, null, 'blog\ud83d', 'Ana', 1, null])
  const one = all.map((cells, at): Cells => (at === 5 ? [6, null, 'blog\ud83d', 'An\udc00', 1, null] : cells))

  expect(whole(fileOf(all))[5]).toMatchObject({ place: 'blog\ufffd', name: 'Ana' })
  expect(whole(fileOf(one))[5]).toMatchObject({ place: 'blog\ufffd', name: 'An\ufffd' })
})

test('no rows are nothing to do', () => {
  expect(whole(fileOf([]))).toEqual([])
})
