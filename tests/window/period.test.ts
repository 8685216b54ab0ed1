import { expect, test } from 'vitest'
import { isForwards, periodOf, type Preset } from '../../src-renderer/reports/period.ts'

const own = { from: '2026-01-10', to: '2026-02-09' }

test.each<[Preset, string, string, string]>([
  ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['month', '2026-11-22', '2026-10-24', '2026-11-22'],
  ['quarter', '2026-11-22', '2026-08-25', '2026-11-22'],
  ['this-month', '2026-11-22', '2026-11-01', '2026-11-22'],
  ['this-month', '2026-11-01', '2026-11-01', '2026-11-01'],
  ['last-month', '2026-11-22', '2026-10-01', '2026-10-31'],
  ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['last-month', '2024-03-01', '2024-02-01', '2024-02-29'],
  ['last-month', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['own', '2026-11-22', own.from, own.to],
])('a report on "%s" made on %s goes from %s to %s', (preset, today, from, to) => {
  expect(periodOf(preset, today, own)).toEqual({ from, to })
})

test.each([
  [{ from: '2026-01-01', to: '2026-01-01' }, true],
  [{ from: '2026-01-02', to: '2026-01-01' }, false],
  [{ from: '', to: '2026-01-01' }, false],
])('%j goes forwards: %s', (period, forwards) => {
  expect(isForwards(period)).toBe(forwards)
})
