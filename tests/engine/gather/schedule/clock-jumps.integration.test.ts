import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../../../../src-main/contract/client.ts'
import { standingClock } from '../../../../src-main/engine/clock.ts'
import { startEngine } from '../../../../src-main/engine/engine.ts'
import { answer } from '../../../../src-main/engine/serve.ts'
import { openPlaces, type Place, type Places } from '../../../support/places.ts'
import { liveThrough, type Scheduled } from '../../../support/simulated-time.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { testHost } from '../../../support/test-engine.ts'

const START = Date.parse('2026-03-28T12:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SOURCES = 20

let engine: ReturnType<typeof startEngine>
let places: Places
let scheduled: Scheduled

beforeEach(async () => {
  const { clock, set } = standingClock(START)
  const paths = Array.from({ length: SOURCES }, (_, index) => `/place-${index}`)
  // Half of them fail: what waits longer between its tries is not asked more often for it.
  const place = (path: string, index: number): Place => ({
    path,
    everyMs: 12 * HOUR_MS,
    ...(index % 2 === 0 ? {} : { manner: () => ({ status: 500 }) }),
  })
  places = await openPlaces(4, new Map(paths.map((path, index) => [path, place(path, index)])), clock.now)
  engine = startEngine({
    folder: temporaryFolder(),
    gathering: 'scheduled',
    host: { ...testHost([]), clock },
  })
  const scope = { signal: new AbortController().signal, progress: () => undefined }
  const call = createClient((method, input) => answer(engine, method, input, scope, () => undefined))
  scheduled = { call, moveClockTo: set, wake: () => engine.told('awake') }
  const { brandId } = await call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
  const outlines = paths.map(
    (path, index) => `<outline type="rss" xmlUrl="${places.origins[index % 4] ?? ''}${path}"/>`,
  )
  await call('sources.addMany', {
    brandId,
    opml: `<opml version="2.0"><body>${outlines.join('')}</body></opml>`,
  })
})

afterEach(async () => {
  await engine.close()
  await places.close()
})

/** How often each source was asked while the clock stood at, or went on from, a time. */
async function askedWhile(from: number, hours: number): Promise<number[]> {
  const before = places.visits.length
  await liveThrough(scheduled, { from, hours, stepMinutes: 5 })
  const visits = Map.groupBy(places.visits.slice(before), ({ path }) => path)
  return [...visits.values()].map((all) => all.length)
}

test.each([
  ['ten years ahead', 3652 * DAY_MS],
  ['ten years back', -3652 * DAY_MS],
  ['a day back', -DAY_MS],
  ['over the night in which summer time begins', 13 * HOUR_MS],
])('a clock that jumps %s costs a source one request at most', async (_, jump) => {
  await askedWhile(START, 2)
  const now = START + 2 * HOUR_MS + jump
  const asked = await askedWhile(now, 0)
  expect(Math.max(0, ...asked)).toBeLessThanOrEqual(1)
  expect(Math.max(0, ...(await askedWhile(now + 60_000, 0.2)))).toBe(0)
})

test('after a night asleep everything due is asked once, two at a time on a host', async () => {
  await askedWhile(START, 2)
  const asked = await askedWhile(START + 12 * HOUR_MS, 0)
  expect(asked.filter((times) => times !== 1)).toEqual([])
  expect(asked.length).toBeGreaterThan(SOURCES / 2)
  expect(places.mostAtOnce()).toBeLessThanOrEqual(2)
})
