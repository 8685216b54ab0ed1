import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEngine } from '../../../../src-main/engine/engine.ts'
import { standingClock } from '../../../../src-main/engine/clock.ts'
import { type FeedServer, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { testHost } from '../../../support/test-engine.ts'

let server: FeedServer
let folder: string
let engine: ReturnType<typeof startEngine>
let moveClockTo: (time: string) => void
const nobody = { signal: new AbortController().signal, progress: () => undefined }

beforeEach(async () => {
  server = await startFeedServer()
  const { clock, set } = standingClock(Date.parse('2026-03-10T09:00:00Z'))
  moveClockTo = (time) => set(Date.parse(time))
  folder = temporaryFolder()
  engine = startEngine({
    folder,
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

  await call('settings.set', { offline: true })
  expect(await call('gather.status', {})).toMatchObject({ offline: { by: 'user' } })
  moveClockTo('2026-03-10T12:30:00Z')
  server.route('/feed', { body: rssFeed([{ id: '3', title: 'Luna', text: 'z' }]) })
  engine.told('awake')
  const third = heard('gathered')
  await call('settings.set', { offline: false })
  expect(await third).toMatchObject({ added: 1 })
  expect(server.log).toHaveLength(3)
  expect(await call('gather.status', {})).toMatchObject({ offline: null, lastAt: '2026-03-10T12:30:00.000Z' })
})

test('where the system has no network, what listens on this machine is gathered all the same, and nothing else is asked', async () => {
  await call('brands.create', { name: 'Café Luna' })
  server.route('/feed', { body: rssFeed([{ id: '1', title: 'Luna', text: 'x' }]) })
  engine.told('system-offline')
  const elsewhere =
    '<opml version="2.0"><body><outline type="rss" xmlUrl="https://lejos.example/feed"/></body></opml>'
  await call('sources.addMany', { brandId: 'b1', opml: elsewhere })
  const first = heard('gathered')
  await call('sources.add', { brandId: 'b1', url: server.url('/feed'), brings: 'everything' })
  expect(await first).toMatchObject({ added: 1 })
  expect(await call('sources.list', { brandId: 'b1' })).toMatchObject({
    items: [
      { sourceId: 'b1.s1', lastTryAt: null },
      { sourceId: 'b1.s2', lastTryAt: '2026-03-10T09:00:00.000Z' },
    ],
  })
  await expect(call('gather.run', { sourceIds: ['b1.s1'] })).rejects.toMatchObject({
    failure: { kind: 'offline' },
  })
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

test('a gathering that the schedule began can be stopped, and what it did not reach keeps its place', async () => {
  await call('brands.create', { name: 'Café Luna' })
  server.route('/slow', { body: rssFeed([{ id: '1', title: 'Luna', text: 'x' }]), hang: 'no-answer' })
  const opml = `<opml version="2.0"><body><outline type="rss" xmlUrl="${server.url('/slow')}"/></body></opml>`
  await call('sources.addMany', { brandId: 'b1', opml })
  await expect.poll(() => server.log.length, { timeout: 20_000 }).toBe(1)
  await expect.poll(() => call('gather.status', {})).toMatchObject({ running: true, done: 0, total: 1 })

  const over = runOver()
  expect(await call('gather.stop', {})).toEqual({ stopped: true })
  await over

  expect(await call('gather.status', {})).toMatchObject({ running: false })
  expect(await call('sources.list', { brandId: 'b1' })).toMatchObject({ items: [{ error: null }] })
})

test('a source whose health cannot be written is not asked again and again for that', async () => {
  await call('brands.create', { name: 'Café Luna' })
  await call('brands.create', { name: 'Otra' })
  const [file = ''] = readdirSync(join(folder, 'brands')).filter((name) => name.endsWith('.sqlite'))
  const db = new Sqlite(join(folder, 'brands', file))
  db.exec("CREATE TRIGGER full BEFORE UPDATE ON source_health BEGIN SELECT RAISE(ABORT, 'full'); END")
  const brandId = db.prepare('SELECT name FROM brand').pluck().get() === 'Otra' ? 'b2' : 'b1'
  const other = brandId === 'b1' ? 'b2' : 'b1'
  server.route('/full', { body: rssFeed([{ id: '1', title: 'Luna', text: 'x' }]) })
  const opml = `<opml version="2.0"><body><outline type="rss" xmlUrl="${server.url('/full')}"/></body></opml>`
  const first = runOver()
  await call('sources.addMany', { brandId, opml })
  await first
  for (const path of ['/1', '/2', '/3']) {
    server.route(path, { body: rssFeed([{ id: path, title: 'Luna', text: 'x' }]) })
    const next = heard('gathered')
    await call('sources.add', { brandId: other, url: server.url(path), brings: 'everything' })
    await next
  }
  db.close()
  expect(server.log.filter(({ path }) => path === '/full')).toHaveLength(1)
})
