import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let server: FeedServer

beforeEach(async () => {
  server = await startFeedServer()
})

afterEach(() => server.close())

const START = Date.parse('2026-03-10T09:00:00Z')
const after = (hours: number) => new Date(START + hours * 3_600_000).toISOString()
const item = (hours: number) => ({ id: `i${hours}`, title: `Dicho ${hours}`, text: 'x', date: after(hours) })
/** What a place lists that says something every hour: the last ten things. */
const hourly = (now: number) => rssFeed(Array.from({ length: 10 }, (_, index) => item(now - index)))

async function startWith(path = '/feed') {
  const engine = startTestEngine({ at: after(0) })
  const brandId = await engine.addBrand()
  const { sourceId } = await engine.call('sources.add', {
    brandId,
    url: server.url(path),
    brings: 'everything',
  })
  const listed = async () => {
    const [source] = (await engine.call('sources.list', { brandId })).items
    if (!source) throw new Error('The source is gone.')
    return source
  }
  const tries = async () => (await engine.call('sources.tries', { sourceId })).items
  return { ...engine, brandId, sourceId, listed, tries }
}

test('the log of a source says how each try went, the newest first, and no secret', async () => {
  server.route('/feed', { body: rssFeed([item(-1)]), etag: '"1"' })
  const { call, moveClockTo, tries } = await startWith('/feed?token=geheim')
  await call('gather.run', {})
  moveClockTo(after(1))
  await call('gather.run', {})
  moveClockTo(after(2))
  server.route('/feed', { status: 500 })
  await call('gather.run', {})
  const log = await tries()
  expect(log).toMatchObject([
    { at: after(2), outcome: 'failed', status: 500, bytes: null, failure: { kind: 'http-status' } },
    { at: after(1), outcome: 'unchanged', status: 304, bytes: null, added: 0, failure: null },
    {
      at: after(0),
      outcome: 'saved',
      status: 200,
      bytes: rssFeed([item(-1)]).length,
      added: 1,
      failure: null,
    },
  ])
  expect(JSON.stringify(log)).not.toContain('geheim')
})

test('the log keeps fifty tries', async () => {
  server.route('/feed', { body: rssFeed([item(-1)]), etag: '"1"' })
  const { call, moveClockTo, tries } = await startWith()
  for (let hour = 0; hour < 53; hour += 1) {
    moveClockTo(after(hour))
    await call('gather.run', {})
  }
  const log = await tries()
  expect([log.length, log[0]?.at, log.at(-1)?.at]).toEqual([50, after(52), after(3)])
})

test('a source that publishes is asked more often, and one that says nothing new ends at the user’s most', async () => {
  server.route('/feed', { body: hourly(0), etag: '"1"' })
  const { call, moveClockTo, listed } = await startWith()
  await call('gather.run', {})
  const every = []
  for (const hour of [0, 4, 12, 24, 100]) {
    moveClockTo(after(hour))
    await call('gather.run', {})
    every.push((await listed()).asksEveryMinutes)
  }
  expect(every).toEqual([30, 30, 90, 180, 240])
  server.route('/feed', { body: hourly(100), etag: '"2"' })
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ asksEveryMinutes: 30, newestAt: after(100) })
})

test('the user’s own interval, and the limits of the settings, are kept', async () => {
  server.route('/feed', { body: hourly(0) })
  const { call, sourceId, listed } = await startWith()
  await call('gather.run', {})
  await call('settings.set', { gatherLeastMinutes: 45 })
  expect(await listed()).toMatchObject({ asksEveryMinutes: 45, everyMinutes: null })
  await expect(call('settings.set', { gatherMostMinutes: 30 })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
  await call('sources.set', { sourceId, everyMinutes: 720 })
  expect(await listed()).toMatchObject({ asksEveryMinutes: 720, everyMinutes: 720, nextTryAt: after(12) })
  const [act] = (await call('acts.list', { limit: 1 })).items
  await call('acts.undo', { actId: act?.actId ?? '' })
  expect(await listed()).toMatchObject({ everyMinutes: null })
})

test('an answer that says how long it stays as it is, is not asked for before', async () => {
  server.route('/feed', { body: hourly(0), headers: { 'Cache-Control': 'max-age=10800' } })
  const { call, listed } = await startWith()
  await call('gather.run', {}) // what was fetched when it was added
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ nextTryAt: after(3), asksEveryMinutes: 30 })
})

test('a feed that says how long it stays as it is, is not asked for before, nor while its server says nothing new', async () => {
  const body = hourly(0).replace('<channel>', '<channel><ttl>180</ttl>')
  server.route('/feed', { body, etag: '"1"' })
  const { call, listed, moveClockTo } = await startWith()
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ nextTryAt: after(3), asksEveryMinutes: 30 })
  moveClockTo(after(3))
  await call('gather.run', {})
  expect(server.log.at(-1)?.headers).toMatchObject({ 'if-none-match': '"1"' })
  expect(await listed()).toMatchObject({ nextTryAt: after(6) })
})

test('a place that speaks every hour and then says nothing for long, though it answers, is said to be silent', async () => {
  server.route('/feed', { body: hourly(0), etag: '"1"' })
  const { call, brandId, moveClockTo, listed } = await startWith()
  await call('gather.run', {})
  moveClockTo(after(23))
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ silentSince: null, state: 'fine' })
  moveClockTo(after(25))
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ silentSince: after(0), state: 'silent' })
  expect(await call('sources.health', { brandId })).toMatchObject({
    fine: 0,
    silent: 1,
    items: [{ state: 'silent' }],
  })
  server.route('/feed', { body: hourly(25), etag: '"2"' })
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ silentSince: null, state: 'fine' })
})

test('while a source fails nothing is heard of it; what was listed all along closes the gap', async () => {
  server.route('/feed', { body: hourly(0) })
  const { call, moveClockTo, listed } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { status: 500 })
  moveClockTo(after(3))
  await call('gather.run', {})
  expect(await listed()).toMatchObject({
    state: 'failing',
    gaps: [{ since: after(0), until: null, why: 'failing' }],
  })
  server.route('/feed', { body: hourly(6) })
  moveClockTo(after(6))
  await call('gather.run', {})
  expect(await listed()).toMatchObject({ state: 'fine', gaps: [] })
})

test('what a source said meanwhile and lists no more is a gap that stays', async () => {
  server.route('/feed', { body: hourly(0) })
  const { call, moveClockTo, listed } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { body: hourly(48) })
  moveClockTo(after(48))
  await call('gather.run', {})
  const missed = { since: after(0), until: after(48), why: 'missed' }
  expect((await listed()).gaps).toEqual([missed])
  server.route('/feed', { body: hourly(49) })
  moveClockTo(after(49))
  await call('gather.run', {})
  expect((await listed()).gaps).toEqual([missed])
})

test('a report says what of its period was not gathered, and nothing of another period', async () => {
  server.route('/feed', { body: hourly(0) })
  const { call, brandId, moveClockTo } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { body: hourly(48) })
  moveClockTo(after(48))
  await call('gather.run', {})
  const gapsOf = async (from: string, to: string) =>
    (await call('reports.make', { brandId, from, to })).coverage.map(({ gaps }) => gaps)
  const missed = { since: after(0), until: after(48), why: 'missed' }
  expect(await gapsOf('2026-03-11', '2026-03-11')).toEqual([[missed]])
  expect(await gapsOf('2026-03-01', '2026-03-09')).toEqual([[]])
  expect(await gapsOf('2026-03-13', '2026-03-20')).toEqual([[]])
})

test('everything new from a source gets its tags, but what was there before does not', async () => {
  server.route('/feed', { body: rssFeed([item(-2)]) })
  const { call, brandId, sourceId } = await startWith()
  await call('gather.run', {})
  await call('sources.set', { sourceId, tags: ['foros/Vecinos', 'FOROS / vecinos', 'prensa'] })
  server.route('/feed', { body: rssFeed([item(-2), item(-1)]) })
  await call('gather.run', {})
  expect((await call('sources.list', { brandId })).items).toMatchObject([
    { tags: ['foros/Vecinos', 'prensa'] },
  ])
  const { items } = await call('mentions.list', { brandId, limit: 10 })
  expect(items.map(({ title, tags }) => ({ title, tags }))).toEqual([
    { title: 'Dicho -1', tags: ['foros/Vecinos', 'prensa'] },
    { title: 'Dicho -2', tags: [] },
  ])
  expect((await call('tags.list', { brandId })).items).toMatchObject([
    { tag: 'foros/Vecinos', count: 1 },
    { tag: 'prensa', count: 1 },
  ])
})

test('a failing source is in the summary whatever else is fine', async () => {
  server.route('/feed', { body: hourly(0) })
  server.route('/other', { body: hourly(0) })
  const { call, brandId } = await startWith()
  await call('sources.add', { brandId, url: server.url('/other'), brings: 'everything' })
  await call('gather.run', {})
  server.route('/other', { status: 404 })
  await call('gather.run', {})
  expect(await call('sources.health', {})).toMatchObject({
    fine: 1,
    failing: 1,
    items: [{ url: server.url('/other'), error: { kind: 'http-status' } }],
  })
})

test.each([
  [301, '/new'],
  [308, '/new'],
  [302, '/feed'],
  [307, '/feed'],
])('after two redirects with status %i the source lives at %s', async (status, path) => {
  server.route('/feed', { body: rssFeed([item(-1)]) })
  const { call, listed } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { redirect: '/new', status })
  server.route('/new', { body: rssFeed([item(-1), item(0)]) })
  await call('gather.run', {})
  expect((await listed()).url).toBe(server.url('/feed'))
  await call('gather.run', {})
  expect((await listed()).url).toBe(server.url(path))
})
