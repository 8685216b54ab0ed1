import { expect, test } from 'vitest'
import { keyTime, rowAt, timeOfRow } from '../../../src-main/engine/store/mention-key.ts'

const SEEN = Date.parse('2026-03-02T09:00:00Z')

test.each([
  ['its publication', '2026-02-27T10:15:30Z', '2026-02-27T10:15:30Z'],
  ['first seen, where it has no date', null, '2026-03-02T09:00:00Z'],
  ['first seen, where it claims the future', '2031-01-01T00:00:00Z', '2026-03-02T09:00:00Z'],
  ['first seen, where it claims 1970', '1970-01-01T00:00:00Z', '2026-03-02T09:00:00Z'],
])('a mention is listed under %s', (_what, published, listed) => {
  expect(keyTime(published === null ? null : Date.parse(published), SEEN)).toBe(Date.parse(listed))
})

test('a later mention has a greater key, until the year 2106', () => {
  const times = [
    '1995-01-01T00:00:00Z',
    '2026-03-02T09:00:00Z',
    '2026-03-02T09:00:01Z',
    '2106-01-01T00:00:00Z',
  ].map(Date.parse)
  const rows = times.map(rowAt)
  expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  expect(rows.every(Number.isSafeInteger)).toBe(true)
  expect(rows.map(timeOfRow)).toEqual(times)
})
