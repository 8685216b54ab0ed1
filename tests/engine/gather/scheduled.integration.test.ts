import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEngine } from '../../../src-main/engine/engine.ts'
import { standingClock } from '../../../src-main/engine/clock.ts'
import { type FeedServer, rssFeed, startFeedServer } from '../../support/feed-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testHost } from '../../support/test-engine.ts'

let server: FeedServer
let engine: ReturnType<typeof startEngine>
let moveClockTo: (time: string) => void
const nobody = { signal: new AbortController().signal, progress: () => undefined }

beforeEach(async () => {
  server = await startFeedServer()
  const { clock, set } = standingClock(Date.parse('2026-03-10T09:00:00Z'))
  moveClockTo = (time) => set(Date.parse(time))
  engine = startEngine({
    folder: temporaryFolder(),
    gathering: 'scheduled',
    host: { ...testHost([]), clock },
  })
})

afterEach(async () => {
  await engine.close()
  await server.close()
})

const call = (method: string, input: unknown) => engine.call(method, input, nobody)
const heard = (kind: string) =>
  new Promise<unknown>((resolve) => {
    const stop = engine.on((event) => {
      if (event.kind !== kind) return
      stop()
      resolve(event)
    })
  })

test('it gathers by itself when a source is due, sleeps in between, and resumes when it is online again', async () => {
  await call('brands.create', { name: 'Café Luna' })
  server.route('/feed', { body: rssFeed([{ id: '1', title: 'Luna', text: 'x' }]) })
  const first = heard('gathered')
  await call('sources.add', { brandId: 'b1', url: server.url('/feed'), brings: 'everything' })
  expect(await first).toMatchObject({ added: 1 })
  expect(server.log).toHaveLength(1)

  moveClockTo('2026-03-10T10:30:00Z')
  server.route('/feed', { body: rssFeed([{ id: '2', title: 'Luna', text: 'y' }]) })
  const second = heard('gathered')
  engine.told('awake')
  expect(await second).toMatchObject({ added: 1 })
  expect(server.log).toHaveLength(2)

  engine.told('system-offline')
  expect(await call('gather.status', {})).toMatchObject({ offline: { by: 'system' } })
  moveClockTo('2026-03-10T12:30:00Z')
  server.route('/feed', { body: rssFeed([{ id: '3', title: 'Luna', text: 'z' }]) })
  engine.told('awake')
  const third = heard('gathered')
  engine.told('system-online')
  expect(await third).toMatchObject({ added: 1 })
  expect(server.log).toHaveLength(3)
  expect(await call('gather.status', {})).toMatchObject({ offline: null, lastAt: '2026-03-10T12:30:00.000Z' })
})

/** Resolves when the run that is on its way, or comes next, is over. */
const runOver = () =>
  new Promise<unknown>((resolve) => {
    const stop = engine.on((event) => {
      if (event.kind !== 'gathering' || event.running) return
      stop()
      resolve(event)
    })
  })

test('a clock that jumps ten years costs a source one request, forth and back', async () => {
  await call('brands.create', { name: 'Café Luna' })
  server.route('/feed', { body: rssFeed([{ id: '1', title: 'Luna', text: 'x' }]) })
  const added = runOver()
  await call('sources.add', { brandId: 'b1', url: server.url('/feed'), brings: 'everything' })
  await added
  for (const time of ['2036-03-10T09:00:00Z', '2026-03-10T09:30:00Z']) {
    const over = runOver()
    moveClockTo(time)
    engine.told('awake')
    await over
    engine.told('awake')
  }
  expect(server.log).toHaveLength(3)
})
