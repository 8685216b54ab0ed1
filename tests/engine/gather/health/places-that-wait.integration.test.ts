import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { openPublicWeb, type PublicWeb } from '../../../support/public-web.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let server: FeedServer
let web: PublicWeb

beforeEach(async () => {
  server = await startFeedServer()
  web = await openPublicWeb(server)
})

afterEach(async () => {
  await web.close()
  await server.close()
})

const ITEM = { id: '1', title: 'Llegó frío', text: 'x', date: '2026-03-09T10:00:00Z' }
const opmlOf = (urls: readonly string[]) =>
  `<opml version="2.0"><body>${urls.map((url) => `<outline type="rss" xmlUrl="${url}"/>`).join('')}</body></opml>`

async function startWith(urls: readonly string[], folder?: string) {
  const engine = startTestEngine({
    at: '2026-03-10T09:00:00Z',
    host: { proxyFor: web.proxyFor },
    ...(folder === undefined ? {} : { folder }),
  })
  const brandId = await engine.addBrand()
  await engine.call('sources.addMany', { brandId, opml: opmlOf(urls) })
  return { ...engine, brandId }
}

test('when a public host asks to wait, every source on it waits, in every brand and after a restart', async () => {
  server.route('/a', { status: 429, headers: { 'Retry-After': '7200' } })
  server.route('/b', { body: rssFeed([ITEM]) })
  server.route('/c', { body: rssFeed([ITEM]) })
  const { call, addBrand, folder, close } = await startWith(['http://blog.example.org/a'])
  expect(await call('gather.run', {})).toMatchObject({ failed: 1, waiting: 0 })

  const other = await addBrand({ name: 'Otra' })
  const urls = ['http://blog.example.org/b', 'http://foro.example.org/c']
  await call('sources.addMany', { brandId: other, opml: opmlOf(urls) })
  expect(await call('gather.run', { brandId: other })).toMatchObject({ sources: 1, added: 1, waiting: 1 })
  expect((await call('sources.list', { brandId: other })).items).toMatchObject([
    { state: 'waiting', waitsUntil: '2026-03-10T11:00:00.000Z', waitsFor: 'retry-after', error: null },
    { state: 'fine', waitsUntil: null, viaProxy: true },
  ])
  await close()

  const again = startTestEngine({ at: '2026-03-10T10:59:00Z', folder, host: { proxyFor: web.proxyFor } })
  expect(await again.call('gather.run', {})).toMatchObject({ failed: 1, waiting: 1, sources: 2 })
  expect(server.log.filter(({ path }) => path !== '/c').map(({ path }) => path)).toEqual(['/a'])
  again.moveClockTo('2026-03-10T11:00:01Z')
  server.route('/a', { body: rssFeed([ITEM]) })
  expect(await again.call('gather.run', {})).toMatchObject({ failed: 0, waiting: 0, sources: 3 })
})

test('on a private host only the source that was told waits', async () => {
  server.route('/a', { status: 503, headers: { 'Retry-After': 'Tue, 10 Mar 2026 11:00:00 GMT' } })
  server.route('/b', { body: rssFeed([ITEM]) })
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand()
  await call('sources.addMany', { brandId, opml: opmlOf([server.url('/a'), server.url('/b')]) })
  expect(await call('gather.run', {})).toMatchObject({ failed: 1, added: 1, waiting: 0 })
  expect((await call('sources.list', { brandId })).items).toMatchObject([
    { state: 'waiting', waitsUntil: '2026-03-10T11:00:00.000Z' },
    { state: 'fine', waitsUntil: null },
  ])
  await call('gather.run', {})
  expect(server.log.map(({ path }) => path).toSorted()).toEqual(['/a', '/b', '/b'])
})

test('a wait that is odd or huge is kept for a day at most', async () => {
  server.route('/huge', { status: 429, headers: { 'Retry-After': '999999999999' } })
  server.route('/odd', { status: 429, headers: { 'Retry-After': 'when I say so' } })
  const { call, brandId } = await startWith(['http://uno.example.org/huge', 'http://dos.example.org/odd'])
  await call('gather.run', {})
  expect((await call('sources.list', { brandId })).items.map(({ waitsUntil }) => waitsUntil)).toEqual([
    '2026-03-11T09:00:00.000Z',
    '2026-03-10T09:15:00.000Z',
  ])
})

const subreddits = ['uno', 'dos', 'tres'].map((name) => `https://www.reddit.com/r/${name}/.rss`)

test('subreddits are asked one at a time and 61 seconds apart, and each says when it is next', async () => {
  for (const url of subreddits) server.route(new URL(url).pathname, { body: rssFeed([{ ...ITEM, id: url }]) })
  const urls = subreddits.map((url) => url.replace('https:', 'http:'))
  const { call, brandId, moveClockTo } = await startWith(urls)
  const waits = async () =>
    (await call('sources.list', { brandId })).items.map(({ waitsUntil }) => waitsUntil)

  expect(await call('gather.run', {})).toMatchObject({ sources: 1, added: 1, failed: 0, waiting: 2 })
  expect((await waits()).slice(1)).toEqual(['2026-03-10T09:01:01.000Z', '2026-03-10T09:02:02.000Z'])
  expect((await call('sources.list', { brandId })).items[1]).toMatchObject({
    waitsFor: 'turn',
    state: 'never-tried',
  })

  moveClockTo('2026-03-10T09:01:00Z')
  expect(await call('gather.run', {})).toMatchObject({ sources: 0, waiting: 3 })
  expect(server.log).toHaveLength(1)
  moveClockTo('2026-03-10T09:01:02Z')
  expect(await call('gather.run', {})).toMatchObject({ sources: 1, waiting: 2 })
  expect(server.log.map(({ path }) => path)).toEqual(['/r/uno/.rss', '/r/dos/.rss'])
})

test('the turns are kept after a restart', async () => {
  for (const url of subreddits) server.route(new URL(url).pathname, { body: rssFeed([{ ...ITEM, id: url }]) })
  const urls = subreddits.map((url) => url.replace('https:', 'http:'))
  const { call, close, folder } = await startWith(urls)
  await call('gather.run', {})
  await close()
  const again = startTestEngine({ at: '2026-03-10T09:00:30Z', folder, host: { proxyFor: web.proxyFor } })
  expect(await again.call('gather.run', {})).toMatchObject({ sources: 0, waiting: 3 })
  expect(server.log).toHaveLength(1)
})

test('one that was added a moment ago needs no turn: what was fetched then is its first gathering', async () => {
  for (const url of subreddits) server.route(new URL(url).pathname, { body: rssFeed([{ ...ITEM, id: url }]) })
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z', host: { proxyFor: web.proxyFor } })
  const brandId = await engine.addBrand()
  const url = subreddits[0]?.replace('https:', 'http:') ?? ''
  await engine.call('sources.add', { brandId, url, brings: 'everything' })
  expect(await engine.call('gather.run', {})).toMatchObject({ sources: 1, added: 1, waiting: 0 })
  expect(server.log).toHaveLength(1)
})
