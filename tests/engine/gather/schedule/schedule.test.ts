import { expect, test } from 'vitest'
import {
  areValidatorsFresh,
  isDue,
  nextAfterFailure,
  nextAfterSuccess,
  nextDue,
  sleepFor,
} from '../../../../src-main/engine/gather/schedule/schedule.ts'

const NOW = Date.parse('2026-03-10T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [60, 0, 60 * MINUTE],
  [60, 1, 66 * MINUTE],
  [5, 0, 15 * MINUTE],
])('every %i minutes, by chance %d, means after %i ms', (every, chance, after) => {
  expect(nextAfterSuccess(NOW, every, null, chance) - NOW).toBe(after)
})

test('a source is not asked before its server said that its answer may change', () => {
  expect(nextAfterSuccess(NOW, 60, 2 * 3600, 0) - NOW).toBe(2 * HOUR)
  expect(nextAfterSuccess(NOW, 60, 300, 0) - NOW).toBe(HOUR)
})

test('failing sources are tried less and less: 15 minutes, doubled each time, a day at most', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 20].map(
    (failures) => (nextAfterFailure(NOW, failures, null, 0.5) - NOW) / MINUTE,
  )
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440])
})

test('never before a source allowed it', () => {
  expect(nextAfterFailure(NOW, 0, 7200, 0.5) - NOW).toBe(2 * HOUR)
  expect(nextAfterFailure(NOW, 0, 10, 0.5) - NOW).toBe(15 * MINUTE)
})

test.each([
  ['never tried', null, true],
  ['due now', NOW, true],
  ['due in a minute', NOW + MINUTE, false],
  ['due in a day', NOW + 24 * HOUR, false],
  ['due in ten years, which a jump of the clock did', NOW + 87_600 * HOUR, true],
])('a source that is %s', (_, at, due) => {
  expect(isDue({ next_try_at: at, last_try_at: null }, NOW)).toBe(due)
})

test('validators are believed for eight days, and never from the future', () => {
  expect(
    [null, NOW, NOW - 7 * 24 * HOUR, NOW - 8 * 24 * HOUR, NOW + HOUR].map((at) =>
      areValidatorsFresh(at, NOW),
    ),
  ).toEqual([false, true, true, false, false])
})

test.each([
  ['set back ten years', 87_600 * HOUR, true],
  ['set back a day', 24 * HOUR, true],
  ['set right by a second', 1000, false],
])('after a clock was %s, a source is asked once', (_, by, due) => {
  const source = { last_try_at: NOW + by, next_try_at: NOW + by + HOUR }
  expect(isDue(source, NOW)).toBe(due)
  expect(isDue({ last_try_at: NOW, next_try_at: NOW + HOUR }, NOW)).toBe(false)
})

test('the next source is the one that is due first and may be asked', () => {
  const planned = (next: number | null, waitUntil: number | null = null) => ({
    next_try_at: next,
    last_try_at: NOW - HOUR,
    waitUntil,
  })
  expect(nextDue([], NOW)).toBeNull()
  expect(nextDue([planned(NOW + HOUR), planned(NOW + 2 * HOUR)], NOW)).toBe(NOW + HOUR)
  expect(nextDue([planned(NOW + HOUR), planned(null)], NOW)).toBe(NOW)
  expect(nextDue([planned(NOW + HOUR), planned(null, NOW + MINUTE)], NOW)).toBe(NOW + MINUTE)
})

test('it looks at the schedule once a minute at least', () => {
  expect([null, NOW + HOUR, NOW + 5000, NOW - HOUR].map((at) => sleepFor(at, NOW))).toEqual([
    MINUTE,
    MINUTE,
    5000,
    1000,
  ])
})
