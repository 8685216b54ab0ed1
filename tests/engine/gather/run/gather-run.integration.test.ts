import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let server: FeedServer

beforeEach(async () => {
  server = await startFeedServer()
})

afterEach(() => server.close())

const COLD = {
  id: '2',
  title: 'Llegó frío',
  text: 'Tercera vez que escribo y nadie contesta.',
  author: 'lucia_m',
  date: '2026-03-09T10:00:00Z',
}
const NICE = {
  id: '1',
  title: 'Muy rico',
  text: 'El mejor café de la ciudad, sin duda.',
  author: 'pau',
  date: '2026-02-01T10:00:00Z',
}
const NOTHING = {
  sources: 1,
  unchanged: 0,
  failed: 0,
  waiting: 0,
  added: 0,
  revised: 0,
  duplicates: 0,
  errors: [],
}

async function startWith(path = '/feed') {
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await engine.addBrand()
  const added = await engine.call('sources.add', { brandId, url: server.url(path), brings: 'everything' })
  return { ...engine, brandId, sourceId: added.sourceId, added }
}

test('a feed is added by its address with one request, and gathered without another', async () => {
  server.route('/feed', { body: rssFeed([COLD, NICE]) })
  const { call, brandId, added, events } = await startWith()
  const result = await call('gather.run', {})

  expect(added).toMatchObject({ title: 'What people say', kind: 'feed', found: 2 })
  expect(result).toEqual({ ...NOTHING, added: 2 })
  expect((await call('mentions.list', { brandId, limit: 10 })).items).toMatchObject([
    { title: 'Llegó frío', author: { name: 'lucia_m' }, status: 'new', unanswered: true, language: 'es' },
    {
      title: 'Muy rico',
      author: { name: 'pau' },
      status: 'resolved',
      reason: 'before-our-time',
      unanswered: false,
    },
  ])
  expect(server.log.map(({ path }) => path)).toEqual(['/feed'])
  expect(events).toContainEqual({ kind: 'gathered', brandId, sourceId: added.sourceId, added: 2 })
  expect(events).toContainEqual({ kind: 'changed', subject: 'mentions', brandId })
  expect(events.findLast(({ kind }) => kind === 'gathering')).toMatchObject({ running: false })
})

test('what was looked at is not asked for again when it is added', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand()
  const { items } = await call('sources.find', { brandId, url: server.url('/feed') })
  await call('sources.add', { brandId, url: items[0]?.url ?? '', brings: 'everything' })
  expect(await call('gather.run', {})).toEqual({ ...NOTHING, added: 1 })
  expect(server.log).toHaveLength(1)
})

test('a source that says nothing has changed is believed for eight days, and then asked for everything again', async () => {
  server.route('/feed', {
    body: rssFeed([COLD]),
    etag: '"v1"',
    lastModified: 'Tue, 10 Mar 2026 08:00:00 GMT',
  })
  const { call, moveClockTo } = await startWith()
  await call('gather.run', {})
  expect(await call('gather.run', {})).toEqual({ ...NOTHING, unchanged: 1 })
  expect(server.log.at(-1)?.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': 'Tue, 10 Mar 2026 08:00:00 GMT',
  })
  moveClockTo('2026-03-19T09:00:00Z')
  expect(await call('gather.run', {})).toEqual({ ...NOTHING, unchanged: 1 })
  expect(server.log.at(-1)?.headers).not.toHaveProperty('if-none-match')
})

test('a source without validators that sends the same bytes is unchanged, too', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call } = await startWith()
  await call('gather.run', {})
  expect(await call('gather.run', {})).toEqual({ ...NOTHING, unchanged: 1 })
})

test('an edited item becomes a revision and a new one is added; what vanished stays', async () => {
  server.route('/feed', { body: rssFeed([COLD, NICE]) })
  const { call, brandId } = await startWith()
  await call('gather.run', {})
  server.route('/feed', {
    body: rssFeed([
      { ...COLD, text: 'Ya me contestaron, gracias.' },
      { id: '3', title: 'Nueva', text: 'Hola.', date: '2026-03-10T08:00:00Z' },
    ]),
  })
  expect(await call('gather.run', {})).toEqual({ ...NOTHING, added: 1, revised: 1 })
  const { items } = await call('mentions.list', { brandId, limit: 10 })
  expect(items.map(({ title, revisions }) => ({ title, revisions }))).toEqual([
    { title: 'Nueva', revisions: 0 },
    { title: 'Llegó frío', revisions: 1 },
    { title: 'Muy rico', revisions: 0 },
  ])
})

test('one broken source is said in words, tried less and less, and never disturbs another', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  server.route('/broken', { body: rssFeed([NICE]) })
  const { call, brandId, moveClockTo } = await startWith()
  const broken = await call('sources.add', { brandId, url: server.url('/broken'), brings: 'everything' })
  await call('gather.run', {})
  server.route('/broken', { status: 500 })
  server.route('/feed', { body: rssFeed([COLD, NICE]) })

  const result = await call('gather.run', {})
  expect(result).toMatchObject({
    sources: 2,
    failed: 1,
    added: 0,
    duplicates: 2,
    errors: [{ sourceId: broken.sourceId, kind: 'http-status', facts: { status: 500 } }],
  })
  expect(result.errors[0]?.message).toMatch(/answered with an error \(500\)\./)
  const waits = []
  for (const time of ['2026-03-10T10:00:00Z', '2026-03-10T12:00:00Z', '2026-03-10T16:00:00Z']) {
    moveClockTo(time)
    await call('gather.run', { sourceIds: [broken.sourceId] })
    const listed = (await call('sources.list', { brandId })).items[1]
    expect(listed?.error).toMatchObject({ kind: 'http-status', since: '2026-03-10T09:00:00.000Z' })
    waits.push(Math.round((Date.parse(listed?.nextTryAt ?? '') - Date.parse(time)) / 60_000))
  }
  const [second = 0, third = 0, fourth = 0] = waits
  expect([second >= 27 && second <= 33, third >= 54 && third <= 66, fourth >= 108 && fourth <= 132]).toEqual([
    true,
    true,
    true,
  ])

  server.route('/broken', { body: rssFeed([NICE, { ...NICE, id: '9', title: 'Otra vez' }]) })
  await call('gather.run', {})
  expect((await call('sources.list', { brandId })).items[1]).toMatchObject({ error: null })
})

test('a source that is gone for good is stopped with a note, and not asked again until the user says so', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call, sourceId } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { status: 410 })
  expect(await call('gather.run', {})).toMatchObject({ failed: 1, errors: [{ kind: 'gone' }] })
  expect((await call('sources.list', {})).items).toMatchObject([
    { stopped: expect.stringContaining('gone for good') },
  ])
  const before = server.log.length
  expect(await call('gather.run', {})).toMatchObject({ sources: 0 })
  expect(server.log).toHaveLength(before)
  await call('sources.set', { sourceId, paused: false })
  await call('gather.run', {})
  expect(server.log).toHaveLength(before + 1)
})

test('a source that asks to come back later is left alone until then, whoever asks', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call, moveClockTo } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { status: 429, headers: { 'Retry-After': '7200' } })
  expect(await call('gather.run', {})).toMatchObject({ failed: 1, errors: [{ kind: 'throttled' }] })
  const before = server.log.length
  moveClockTo('2026-03-10T10:59:00Z')
  expect(await call('gather.run', {})).toMatchObject({ failed: 1, errors: [{ kind: 'throttled' }] })
  expect(server.log).toHaveLength(before)
  moveClockTo('2026-03-10T11:01:00Z')
  server.route('/feed', { body: rssFeed([COLD, NICE]) })
  expect(await call('gather.run', {})).toMatchObject({ failed: 0, added: 1 })
})

test('a feed that moved for good is followed at once, and its address changes the second time', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { redirect: '/new', status: 301 })
  server.route('/new', { body: rssFeed([COLD, NICE]) })
  await call('gather.run', {})
  expect((await call('sources.list', {})).items).toMatchObject([{ url: server.url('/feed') }])
  await call('gather.run', {})
  expect((await call('sources.list', {})).items).toMatchObject([{ url: server.url('/new') }])
})

test('a web page where the feed was says so, and nothing is lost', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call } = await startWith()
  await call('gather.run', {})
  server.route('/feed', { body: '<!doctype html><html><body>Sign in</body></html>', type: 'text/html' })
  expect(await call('gather.run', {})).toMatchObject({ failed: 1, errors: [{ kind: 'web-page' }] })
})

test('at most two requests at a time go to one host', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand()
  const outlines = Array.from({ length: 6 }, (_, n) => {
    server.route(`/f${n}`, {
      body: rssFeed([{ id: String(n), title: `M ${n}`, text: 'x' }]),
      hang: 'until-let-go',
    })
    return `<outline text="F${n}" xmlUrl="${server.url(`/f${n}`)}"/>`
  })
  const many = await call('sources.addMany', {
    brandId,
    opml: `<opml version="2.0"><body><outline text="folder">${outlines.join('')}</outline></body></opml>`,
  })
  expect(many.added).toHaveLength(6)
  const run = call('gather.run', {})
  for (const n of [1, 2, 3]) {
    while (server.log.length < n * 2) await new Promise(setImmediate)
    server.letGo()
  }
  expect(await run).toMatchObject({ sources: 6, added: 6, failed: 0 })
  expect(server.mostAtOnce()).toBe(2)
})

test('a run can be cancelled, and what was saved before stays', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  server.route('/slow', { body: rssFeed([NICE]) })
  const engine = await startWith()
  await engine.call('sources.add', {
    brandId: engine.brandId,
    url: server.url('/slow'),
    brings: 'everything',
  })
  await engine.call('gather.run', {})
  server.route('/feed', { body: rssFeed([COLD, { id: '5', title: 'Nueva', text: 'Hola.' }]) })
  server.route('/slow', { hang: 'no-answer' })
  const run = engine.callAs('run-1')('gather.run', {})
  await server.asked('/slow', 2)
  while (!engine.progress.get('run-1')?.some(({ done }) => done === 1)) await new Promise(setImmediate)
  engine.cancel('run-1')
  expect(await run).toMatchObject({ sources: 1, added: 1, failed: 0 })
  expect((await engine.call('sources.list', {})).items[1]).toMatchObject({ error: null })
})

test('offline nothing is asked of the network, and it says by whose word', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  const { call } = await startWith()
  await call('settings.set', { offline: true })
  await expect(call('gather.run', {})).rejects.toMatchObject({ failure: { kind: 'offline' } })
  expect(await call('gather.status', {})).toMatchObject({
    running: false,
    offline: { by: 'user', since: '2026-03-10T09:00:00.000Z' },
  })
  await call('settings.set', { offline: false })
  expect(await call('gather.run', {})).toMatchObject({ added: 1 })
})

test('a new word of the brand looks again at what the source still lists', async () => {
  server.route('/feed', { body: rssFeed([COLD, { ...NICE, date: '2026-03-09T11:00:00Z' }]), etag: '"v1"' })
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand({ words: ['Luna'] })
  await call('sources.add', { brandId, url: server.url('/feed'), brings: 'what-names-us' })
  expect(await call('gather.run', {})).toMatchObject({ added: 0 })
  await call('brands.set', { brandId, words: ['Luna', 'cafe'] })
  expect(await call('gather.run', {})).toMatchObject({ added: 1 })
  expect((await call('mentions.list', { brandId, limit: 10 })).items).toMatchObject([
    { title: 'Muy rico', names: ['cafe'] },
  ])
})

test('a document that hangs the reader costs that source, and the others are gathered', async () => {
  server.route('/feed', { body: rssFeed([COLD]) })
  server.route('/deep', { body: rssFeed([NICE]) })
  const { call, brandId } = await startWith()
  await call('sources.add', { brandId, url: server.url('/deep'), brings: 'everything' })
  await call('gather.run', {})
  server.route('/deep', {
    body: `<rss version="2.0"><channel>${'<a>'.repeat(600)}${'</a>'.repeat(600)}</channel></rss>`,
  })
  server.route('/feed', { body: rssFeed([COLD, { id: '7', title: 'Sigue', text: 'x' }]) })
  expect(await call('gather.run', {})).toMatchObject({
    added: 1,
    failed: 1,
    errors: [{ kind: 'broken-document' }],
  })
})
