import { expect, test } from 'vitest'
import { paceBesideUser, untilTimeIsUp } from '../../../../src-main/engine/gather/save/pace.ts'
import { newWriteTurn } from '../../../../src-main/engine/store/user-act.ts'

const ALONE = { ms: 60_000, rows: 3 }

test('a transaction takes on so many rows and no more', () => {
  const isTimeUp = untilTimeIsUp(newWriteTurn(), ALONE)
  expect([isTimeUp(), isTimeUp(), isTimeUp()]).toEqual([false, false, true])
})

test('a transaction ends as soon as the user waits to write', () => {
  const turn = newWriteTurn()
  const isTimeUp = untilTimeIsUp(turn, ALONE)
  expect(isTimeUp()).toBe(false)
  Atomics.add(new Int32Array(turn.shared), 0, 1)
  expect(isTimeUp()).toBe(true)
})

test('while the user is at work less is taken on than while nobody is', () => {
  const turn = newWriteTurn()
  const pace = paceBesideUser(turn, { ms: 60_000, rows: 20_000 })
  pace.letUserWrite()
  expect(pace.portion().rows).toBe(20_000)
  Atomics.add(new Int32Array(turn.shared), 0, 1)
  pace.letUserWrite()
  expect(pace.portion().rows).toBeLessThan(1000)
  expect(pace.portion().ms).toBeLessThan(250)
})
