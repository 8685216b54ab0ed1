import { expect, test } from 'vitest'
import { createLanes } from '../../../../src-main/engine/gather/schedule/lanes.ts'

/** Time that passes when the test says so. */
function handTime() {
  let now = 0
  let sleepers: { readonly at: number; readonly wake: () => void }[] = []
  return {
    time: {
      now: () => now,
      wakeAfter: (ms: number, wake: () => void) => void sleepers.push({ at: now + ms, wake }),
    },
    passTo: async (at: number) => {
      while (now < at) {
        now = Math.min(at, ...sleepers.map((one) => one.at).filter((one) => one > now))
        const due = sleepers.filter((one) => one.at <= now)
        sleepers = sleepers.filter((one) => one.at > now)
        due.forEach(({ wake }) => wake())
        await new Promise(setImmediate)
      }
    },
  }
}

test('requests to one public host begin half a second apart, and disturb no other host', async () => {
  const { time, passTo } = handTime()
  const lanes = createLanes({ total: 8, perHost: 2 }, time)
  const began: string[] = []
  const ask = (host: string, apart: number) =>
    lanes.enter(host, async () => void began.push(`${host} ${time.now()}`), apart)
  const all = [ask('a', 500), ask('a', 500), ask('a', 500), ask('private', 0), ask('private', 0)]
  await passTo(3000)
  await Promise.all(all)
  expect(began).toEqual(['a 0', 'private 0', 'private 0', 'a 500', 'a 1000'])
  await ask('a', 500)
  expect(began.at(-1)).toBe('a 3000')
})

test('no more than two at a time, however slow the host', async () => {
  const { time, passTo } = handTime()
  const lanes = createLanes({ total: 8, perHost: 2 }, time)
  let running = 0
  let most = 0
  const slow = () =>
    lanes.enter(
      'slow',
      async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise<void>((done) => time.wakeAfter(5000, done))
        running -= 1
      },
      500,
    )
  const all = Promise.all([slow(), slow(), slow(), slow(), slow()])
  await passTo(20_000)
  await all
  expect(most).toBe(2)
})

test('a task that fails makes room for the next', async () => {
  const lanes = createLanes({ total: 1, perHost: 1 })
  await expect(lanes.enter('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await lanes.enter('a', async () => 'yes')).toBe('yes')
})

test('hosts that do not answer hold up nobody else, and are asked no more often than any other', async () => {
  const { time, passTo } = handTime()
  const lanes = createLanes({ total: 2, perHost: 1, patienceMs: 3000 }, time)
  const began: string[] = []
  const ask = (host: string, takesMs: number) =>
    lanes.enter(host, async () => {
      began.push(`${host} ${time.now()}`)
      await new Promise<void>((done) => time.wakeAfter(takesMs, done))
    })
  const all = Promise.all([
    ask('silent', 30_000),
    ask('mute', 30_000),
    ask('silent', 30_000),
    ask('quick', 100),
    ask('brisk', 100),
    ask('swift', 100),
  ])
  await passTo(70_000)
  await all
  expect(began).toEqual(['silent 0', 'mute 0', 'quick 3000', 'brisk 3000', 'swift 3100', 'silent 30000'])
})
