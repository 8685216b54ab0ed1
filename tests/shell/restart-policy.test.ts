import { expect, test } from 'vitest'
import { afterCrash } from '../../src-main/shell/restart-policy.ts'

test('an engine that dies is started again, later each time, and three times in a minute it waits for the user', () => {
  const first = afterCrash([], 1_000)
  const second = afterCrash(first.history, 5_000)
  expect([first, second]).toMatchObject([
    { kind: 'restart', waitMs: 250 },
    { kind: 'restart', waitMs: 1000 },
  ])
  expect(afterCrash(second.history, 9_000)).toMatchObject({ kind: 'give-up' })
})

test('crashes an hour apart are each the first', () => {
  expect(afterCrash([0, 3_600_000], 7_200_000)).toMatchObject({ kind: 'restart', waitMs: 250 })
})
