import { expect, test } from 'vitest'
import { dayOf, endOf, startOf } from '../../src-main/contract/day.ts'

test.each([
  ['2026-10-01', 'Europe/Madrid', '2026-09-30T22:00:00.000Z', '2026-10-01T21:59:59.999Z'],
  ['2026-03-29', 'Europe/Madrid', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', 'Europe/Madrid', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ['2026-10-01', 'America/Sao_Paulo', '2026-10-01T03:00:00.000Z', '2026-10-02T02:59:59.999Z'],
  ['2026-10-01', 'Asia/Kathmandu', '2026-09-30T18:15:00.000Z', '2026-10-01T18:14:59.999Z'],
])('the day %s of a brand in %s is its own day, also when the clocks change', (day, timezone, from, to) => {
  expect(new Date(startOf(day, timezone)).toISOString()).toBe(from)
  expect(new Date(endOf(day, timezone)).toISOString()).toBe(to)
  expect(dayOf(startOf(day, timezone), timezone)).toBe(day)
  expect(dayOf(endOf(day, timezone), timezone)).toBe(day)
})

test('an instant is that instant', () => {
  expect(startOf('2026-10-01T09:30:00+02:00', 'Asia/Tokyo')).toBe(Date.parse('2026-10-01T07:30:00Z'))
})
