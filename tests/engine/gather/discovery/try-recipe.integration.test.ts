import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAgents } from '../../../../src-main/engine/gather/fetch/agents.ts'
import { LIMITS } from '../../../../src-main/engine/gather/fetch/fetch-document.ts'
import { createWaitBook } from '../../../../src-main/engine/gather/health/wait-book.ts'
import { createLanes } from '../../../../src-main/engine/gather/schedule/lanes.ts'
import type { Look } from '../../../../src-main/engine/gather/discovery/look.ts'
import { startReader } from '../../../../src-main/engine/gather/read/start-reader.ts'
import type { FeedRecipe, MatchedFeed } from '../../../../src-main/engine/gather/recipes/recipe.ts'
import { mayNameOthers, tryRecipe } from '../../../../src-main/engine/gather/discovery/try-recipe.ts'
import { type FeedServer, pageWithFeeds, rssFeed, startFeedServer } from '../../../support/feed-server.ts'

// Recipes of places at one address lead to that address alone: here the same steps are taken on the loopback.
const readerCode = new URL('../../../../src-main/engine/gather/read/reader-worker.ts', import.meta.url).href
let server: FeedServer
let look: Look

beforeEach(async () => {
  server = await startFeedServer()
  look = {
    network: {
      agents: createAgents(),
      proxyFor: async () => 'DIRECT',
      now: () => Date.parse('2026-03-10T09:00:00Z'),
      limits: LIMITS,
    },
    reader: startReader(readerCode, () => undefined),
    hosts: createLanes({ total: 8, perHost: 2 }),
    waits: createWaitBook(),
    consentedOrigin: server.origin,
    signal: new AbortController().signal,
  }
})

afterEach(async () => {
  await Promise.all([look.reader.close(), look.network.agents.close(), server.close()])
})

const recipe: FeedRecipe = {
  kind: 'feeds',
  name: 'shop',
  place: 'A shop',
  pattern: /./,
  feeds: [],
  yields: 'reviews',
}
const feed = (path: string, country: string | null = null): MatchedFeed => ({
  url: server.url(path),
  title: country === null ? null : `Luna · ${country}`,
  country,
})
const ONE = rssFeed([{ id: '1', title: 'Bien', text: 'Bien.' }], 'Customer reviews')

test('an app is shown for each country where somebody said something, and for its own; six are asked, two at a time', async () => {
  const countries = ['es', 'mx', 'ar', 'co', 'cl', 'pe', 'us']
  for (const country of countries)
    server.route(`/${country}`, { body: country === 'mx' || country === 'pe' ? ONE : rssFeed([]) })
  const found = await tryRecipe(look, {
    recipe,
    feeds: countries.map((country) => feed(`/${country}`, country)),
  })
  expect(found.map(({ country, document }) => [country, document.title, document.kind])).toEqual([
    ['es', 'Luna · es', 'reviews'],
    ['mx', 'Luna · mx', 'reviews'],
    ['pe', 'Luna · pe', 'reviews'],
  ])
  expect(server.log.map(({ path }) => path).toSorted()).toEqual(['/ar', '/cl', '/co', '/es', '/mx', '/pe'])
  expect(server.mostAtOnce()).toBeLessThanOrEqual(2)
})

test('a feed that the recipe’s page names is found by way of that page', async () => {
  server.route('/channel', { body: pageWithFeeds([{ href: '/videos.xml' }]) })
  server.route('/videos.xml', { body: ONE })
  const found = await tryRecipe(look, { recipe, feeds: [feed('/channel')] })
  expect(found).toMatchObject([{ url: server.url('/videos.xml'), recipe: 'shop' }])
  expect(server.log).toHaveLength(2)
})

test('pages that name pages lead nowhere, and not for long', async () => {
  for (const path of ['/a', '/b'])
    server.route(path, { body: pageWithFeeds([{ href: path === '/a' ? '/b' : '/a' }]) })
  expect(await tryRecipe(look, { recipe, feeds: [feed('/a')] })).toEqual([])
  expect(server.log).toHaveLength(2)
})

test('where one thing has several addresses, the first that answers will do', async () => {
  server.route('/closed', { status: 403 })
  server.route('/open', { body: ONE })
  server.route('/never', { body: ONE })
  const feeds = ['/closed', '/open', '/never'].map((path) => feed(path))
  const found = await tryRecipe(look, { recipe: { ...recipe, which: 'first' }, feeds })
  expect(found).toMatchObject([{ url: server.url('/open') }])
  expect(server.log.map(({ path }) => path)).toEqual(['/closed', '/open'])
})

test.each([
  ['http-status', 'https://place.example/x.rss', true],
  ['not-a-feed', 'https://place.example/x.rss', true],
  ['needs-login', 'https://place.example/x.rss', true],
  ['needs-login', 'https://api.example/x', false],
  ['throttled', 'https://place.example/x.rss', false],
  ['timeout', 'https://place.example/x.rss', false],
  ['needs-consent', 'https://place.example/x.rss', false],
  ['http-status', 'https://www.reddit.com/r/x/new/.rss', false],
] as const)('after %s from %s, the page that was pasted is asked: %s', (kind, url, may) => {
  expect(mayNameOthers('https://place.example', kind, [url])).toBe(may)
})

test('when nobody answers there, nobody else is asked', async () => {
  const gone = server.url('/feed')
  await server.close()
  await expect(tryRecipe(look, { recipe, feeds: [{ ...feed('/feed'), url: gone }] })).rejects.toMatchObject({
    failure: { kind: 'unreachable' },
  })
})

test('a look that is cancelled says so', async () => {
  const controller = new AbortController()
  controller.abort()
  await expect(
    tryRecipe({ ...look, signal: controller.signal }, { recipe, feeds: [feed('/feed')] }),
  ).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
})
