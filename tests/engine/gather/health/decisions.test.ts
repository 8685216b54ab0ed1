import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksEvery, type Publishing } from '../../../../src-main/engine/gather/health/interval.ts'
import { rhythmOf, silentSince } from '../../../../src-main/engine/gather/health/rhythm.ts'
import { countStates, needsALook, stateOf } from '../../../../src-main/engine/gather/health/state.ts'
import { turnPlaceOf } from '../../../../src-main/engine/gather/health/turn-places.ts'
import { takeTurns } from '../../../../src-main/engine/gather/health/turns.ts'
import { toldToWait, waitOf, waitsOf } from '../../../../src-main/engine/gather/health/waits.ts'

const NOW = Date.parse('2026-03-10T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const LIMITS = { leastMinutes: 15, mostMinutes: 240 }
const source = (fields: Partial<Publishing> = {}): Publishing => ({
  every_minutes: null,
  publishes_every: null,
  newest_item_at: NOW,
  added_at: NOW - 30 * DAY,
  ...fields,
})

test.each([
  ['says something every ten minutes', source({ publishes_every: 10 * MINUTE }), 15],
  ['says something every two hours', source({ publishes_every: 2 * HOUR }), 60],
  ['says something every week', source({ publishes_every: 7 * DAY }), 240],
  [
    'said much and has been quiet for a day',
    source({ publishes_every: MINUTE, newest_item_at: NOW - DAY }),
    180,
  ],
  ['has been quiet for a month', source({ publishes_every: MINUTE, newest_item_at: NOW - 30 * DAY }), 240],
  ['gives no dates and brought something now', source(), 15],
  ['was added now and lists nothing', source({ newest_item_at: null, added_at: NOW }), 15],
  ['lists nothing and was added long ago', source({ newest_item_at: null }), 240],
  ['the user wants asked once a day', source({ every_minutes: 1440 }), 1440],
  ['dates its newest in the future', source({ newest_item_at: NOW + DAY }), 15],
])('a source that %s is asked every so many minutes', (_, publishing, minutes) => {
  expect(asksEvery(publishing, LIMITS, NOW)).toBe(minutes)
})

test('whatever a source publishes, it is asked within the user’s limits', () => {
  const time = fc.option(fc.integer({ min: 0, max: 1000 * DAY }))
  fc.assert(
    fc.property(
      time,
      time,
      fc.integer({ min: 15, max: 1440 }),
      fc.integer({ min: 0, max: 1425 }),
      (every, age, least, more) => {
        const publishing = source({ publishes_every: every, newest_item_at: age === null ? null : NOW - age })
        const limits = { leastMinutes: least, mostMinutes: Math.min(1440, least + more) }
        const minutes = asksEvery(publishing, limits, NOW)
        expect(minutes).toBeGreaterThanOrEqual(limits.leastMinutes)
        expect(minutes).toBeLessThanOrEqual(limits.mostMinutes)
      },
    ),
  )
})

const hourly = Array.from({ length: 30 }, (_, index) => NOW - index * HOUR)

test('the rhythm of a place is the middle gap of the newest twenty dates, whatever their order', () => {
  const longAgo = [NOW - 400 * DAY, null]
  expect(rhythmOf([...hourly.toReversed(), ...longAgo], NOW)).toEqual({
    publishesEvery: HOUR,
    newestAt: NOW,
    quietAfter: DAY,
  })
})

test('dates before 1995 and of the future say nothing of a rhythm, nor do too few', () => {
  expect(rhythmOf([0, NOW + HOUR, NOW - HOUR], NOW)).toEqual({
    publishesEvery: null,
    newestAt: NOW - HOUR,
    quietAfter: null,
  })
  expect(rhythmOf([], NOW)).toEqual({ publishesEvery: null, newestAt: null, quietAfter: null })
})

test.each([
  ['every hour', HOUR, DAY],
  ['every eight hours', 8 * HOUR, Math.round(Math.log(1000) * 8 * HOUR)],
])(
  'one that speaks %s is silent when that long a pause is less likely than one in a thousand',
  (_, gap, after) => {
    const dates = Array.from({ length: 21 }, (_each, index) => NOW - index * gap)
    const { newestAt, quietAfter } = rhythmOf(dates, NOW)
    expect(quietAfter).toBe(after)
    expect(silentSince(newestAt, quietAfter, NOW + after)).toBeNull()
    expect(silentSince(newestAt, quietAfter, NOW + after + 1)).toBe(NOW)
  },
)

test('a pause as long as one it made before is no silence, nor is one nobody could have heard the end of', () => {
  const weekdays = [...hourly.slice(0, 12), ...hourly.slice(0, 8).map((at) => at - 3 * DAY)]
  const { newestAt, quietAfter } = rhythmOf(weekdays, NOW)
  expect(silentSince(newestAt, quietAfter, NOW + 3 * DAY)).toBeNull()
  expect(silentSince(newestAt, quietAfter, null)).toBeNull()
})

const throttled = (url: string, seconds: number | null, at = NOW) => ({
  url,
  private_origin: null,
  last_try_at: at,
  next_try_at: null,
  failure: {
    kind: 'throttled' as const,
    message: '',
    hint: '',
    facts: { status: 429, ...(seconds === null ? {} : { retryAfterSeconds: seconds }) },
  },
})
const other = (url: string) => ({
  url,
  private_origin: null,
  last_try_at: null,
  next_try_at: null,
  failure: null,
})

test.each([
  ['a source of the same public host', 'https://blog.example/b', HOUR],
  ['a source of another host', 'https://foro.example/b', null],
  ['a source of another port', 'https://blog.example:8443/b', null],
])('when a place asks to wait, %s waits as it should', (_, url, after) => {
  const waits = waitsOf([throttled('https://blog.example/a', 3600)], NOW)
  const until = toldToWait(waits, other(url), NOW + MINUTE)
  expect(until).toBe(after === null ? null : NOW + after)
})

test('on a private host only the source that was told waits', () => {
  const origin = 'http://127.0.0.1:7311'
  const told = { ...throttled(`${origin}/a`, 3600), private_origin: origin }
  const waits = waitsOf([told], NOW)
  expect(toldToWait(waits, told, NOW + MINUTE)).toBe(NOW + HOUR)
  expect(toldToWait(waits, { ...other(`${origin}/b`), private_origin: origin }, NOW + MINUTE)).toBeNull()
})

test('a wait that is not said lasts a quarter of an hour, and none more than a day', () => {
  const until = (seconds: number | null) => {
    const told = throttled('https://blog.example/a', seconds)
    return (toldToWait(waitsOf([told], NOW), told, NOW) ?? 0) - NOW
  }
  expect([until(null), until(86_400), until(9_999_999)]).toEqual([15 * MINUTE, DAY, DAY])
})

test('a clock that was set back makes nobody wait for years', () => {
  const told = throttled('https://blog.example/a', 3600, NOW + 3650 * DAY)
  expect(toldToWait(waitsOf([told], NOW), told, NOW)).toBeNull()
  const asked = { ...other('https://www.reddit.com/r/a/.rss'), last_try_at: NOW + 3650 * DAY }
  expect(waitOf(waitsOf([asked], NOW), other('https://old.reddit.com/r/b/.rss'), NOW)).toBeNull()
})

test('a network that is asked in turns is known by its domain, and by nothing that only looks like it', () => {
  const known = ['https://www.reddit.com/r/cafe/.rss', 'https://reddit.com/', 'http://old.reddit.com/x']
  const unknown = ['https://notreddit.com/', 'https://reddit.com.evil.example/', 'nonsense']
  expect(known.map((url) => turnPlaceOf(url)?.domain)).toEqual(['reddit.com', 'reddit.com', 'reddit.com'])
  expect(unknown.map(turnPlaceOf)).toEqual([null, null, null])
})

test('of the sources of such a network one is asked, the one that waited longest, and the others a minute apart', () => {
  const reddit = (name: string, at: number | null) => ({
    url: `https://www.reddit.com/r/${name}/.rss`,
    last_try_at: at,
  })
  const [old, never, recent] = [reddit('old', NOW - DAY), reddit('never', null), reddit('recent', NOW - HOUR)]
  const blog = { url: 'https://blog.example/', last_try_at: null }
  const waits = waitsOf([], NOW)
  expect(takeTurns([recent, blog, old, never], (one) => one, waits, NOW)).toEqual({
    now: [blog, never],
    later: [
      { one: old, at: NOW + 61_000 },
      { one: recent, at: NOW + 122_000 },
    ],
  })
  const asked = waitsOf([{ ...other(old.url), last_try_at: NOW - 20_000 }], NOW)
  expect(takeTurns([old], (one) => one, asked, NOW)).toEqual({
    now: [],
    later: [{ one: old, at: NOW + 41_000 }],
  })
})

const fine = {
  kind: 'feed' as const,
  paused: false,
  stopped: null,
  error: null,
  silentSince: null,
  waitsFor: null,
  lastSuccessAt: '2026-03-10T09:00:00Z',
}
const failure = { kind: 'timeout' as const, message: '', hint: '', since: '2026-03-10T09:00:00Z' }

test.each([
  ['fine', fine, false],
  ['failing', { ...fine, error: failure, silentSince: '2026-03-10T09:00:00Z' }, true],
  ['waiting', { ...fine, error: { ...failure, kind: 'throttled' as const } }, true],
  ['waiting', { ...fine, waitsFor: 'retry-after' as const }, true],
  ['silent', { ...fine, silentSince: '2026-03-10T09:00:00Z' }, true],
  ['stopped', { ...fine, stopped: 'gone', error: failure }, true],
  ['paused', { ...fine, paused: true }, false],
  ['paused', { ...fine, paused: true, error: failure }, true],
  ['never-tried', { ...fine, lastSuccessAt: null }, false],
  ['file', { ...fine, kind: 'file' as const, lastSuccessAt: null }, false],
] as const)('a source is said to be %s', (state, told, look) => {
  expect(stateOf(told)).toBe(state)
  expect(needsALook({ state, error: told.error })).toBe(look)
})

test('each source is counted once', () => {
  const states = [
    'fine',
    'fine',
    'failing',
    'silent',
    'file',
    'never-tried',
    'paused',
    'waiting',
    'stopped',
  ] as const
  expect(countStates(states.map((state) => ({ state })))).toEqual({
    fine: 2,
    failing: 1,
    silent: 1,
    waiting: 1,
    paused: 1,
    stopped: 1,
    neverTried: 1,
  })
})
