import { expect, test } from 'vitest'
import { version } from 'uuid'
import { createUids } from '../../../src-main/engine/store/uid.ts'

test('ten thousand names given in one millisecond are all different, and in order', () => {
  const newUid = createUids(() => 1_790_000_000_000)
  const uids = Array.from({ length: 10_000 }, () => newUid())
  expect(new Set(uids).size).toBe(10_000)
  expect(uids.toSorted()).toEqual(uids)
  expect(uids.every((uid) => version(uid) === 7)).toBe(true)
})

test('a clock set back does not put later names before earlier ones', () => {
  let now = 1_790_000_000_000
  const newUid = createUids(() => now)
  const first = newUid()
  now -= 3_600_000
  expect(newUid() > first).toBe(true)
})
