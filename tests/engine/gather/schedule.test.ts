import { expect, test } from 'vitest'
import {
  areValidatorsFresh,
  isDue,
  isToWait,
  nextAfterFailure,
  nextAfterSuccess,
  sleepFor,
} from '../../../src-main/engine/gather/schedule.ts'

const NOW = Date.parse('2026-03-10T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [60, 0, 60 * MINUTE],
  [60, 1, 66 * MINUTE],
  [5, 0, 15 * MINUTE],
])('every %i minutes, by chance %d, means after %i ms', (every, chance, after) => {
  expect(nextAfterSuccess(NOW, every, chance) - NOW).toBe(after)
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
  expect(isDue(at, NOW)).toBe(due)
})

test('validators are believed for eight days, and never from the future', () => {
  expect(
    [null, NOW, NOW - 7 * 24 * HOUR, NOW - 8 * 24 * HOUR, NOW + HOUR].map((at) =>
      areValidatorsFresh(at, NOW),
    ),
  ).toEqual([false, true, true, false, false])
})

test('only a source that asked for it is left alone when the user asks', () => {
  const error = (kind: 'throttled' | 'timeout') => ({ kind, message: '', hint: '' })
  expect(isToWait(error('throttled'), NOW + HOUR, NOW)).toBe(true)
  expect(isToWait(error('throttled'), NOW - HOUR, NOW)).toBe(false)
  expect(isToWait(error('throttled'), NOW + 87_600 * HOUR, NOW)).toBe(false)
  expect(isToWait(error('timeout'), NOW + HOUR, NOW)).toBe(false)
  expect(isToWait(null, NOW + HOUR, NOW)).toBe(false)
})

test('it looks at the schedule once a minute at least', () => {
  expect([null, NOW + HOUR, NOW + 5000, NOW - HOUR].map((at) => sleepFor(at, NOW))).toEqual([
    MINUTE,
    MINUTE,
    5000,
    1000,
  ])
})
