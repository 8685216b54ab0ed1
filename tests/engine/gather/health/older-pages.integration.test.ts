import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, type Route, startFeedServer } from '../../../support/feed-server.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let server: FeedServer

beforeEach(async () => {
  server = await startFeedServer()
})

afterEach(() => server.close())

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-03-10T09:00:00Z')

/** The path of a page of reviews, as the App Store names it. */
const pathOf = (page: number) => `/es/rss/customerreviews/page=${page}/id=7/sortby=mostrecent/xml`

/** A page with one review, its number its age in days, and a link to the next. */
function page(
  number: number,
  reviews: readonly number[],
  next: string | null = server.url(pathOf(number + 1)),
): Route {
  const entries = reviews.map(
    (
      age,
    ) => `<entry><id>${9000 - age}</id><title>Reseña ${age}</title><updated>${new Date(NOW - age * DAY_MS).toISOString()}</updated>
      <content type="text">Hace ${age} días.</content><im:rating>3</im:rating><author><name>Pau</name></author></entry>`,
  )
  const link = next === null ? '' : `<link rel="next" href="${next}"/>`
  return {
    type: 'application/atom+xml',
    etag: `"${reviews.join()}"`,
    body: `<?xml version="1.0" encoding="utf-8"?><feed xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom"><title>Reseñas</title>${link}${entries.join('')}</feed>`,
  }
}

async function start() {
  const engine = startTestEngine({ at: new Date(NOW).toISOString() })
  const brandId = await engine.addBrand()
  const opml = `<opml version="2.0"><body><outline type="rss" xmlUrl="${server.url(pathOf(1))}"/></body></opml>`
  await engine.call('sources.addMany', { brandId, opml })
  const gather = () => engine.call('gather.run', {})
  return { gather }
}

test('the first gathering takes all pages, ten at most; later ones only until a page brings nothing new', async () => {
  for (let number = 1; number <= 12; number += 1) server.route(pathOf(number), page(number, [number]))
  const { gather } = await start()
  expect(await gather()).toMatchObject({ sources: 1, added: 10, failed: 0 })
  expect(server.log.map(({ path }) => path)).toEqual(
    Array.from({ length: 10 }, (_, index) => pathOf(index + 1)),
  )

  server.route(pathOf(1), page(1, [0]))
  server.route(pathOf(2), page(2, [1]))
  expect(await gather()).toMatchObject({ added: 1, duplicates: 1 })
  expect(server.log.slice(10).map(({ path }) => path)).toEqual([pathOf(1), pathOf(2)])
  expect(await gather()).toMatchObject({ unchanged: 1 })
  expect(server.log).toHaveLength(13)
})

test('a page that fails costs no other, and is asked for again', async () => {
  for (let number = 1; number <= 3; number += 1)
    server.route(pathOf(number), page(number, [number], number === 3 ? null : undefined))
  server.route(pathOf(2), { status: 500 })
  const { gather } = await start()
  expect(await gather()).toMatchObject({ added: 1, failed: 0 })
  server.route(pathOf(2), page(2, [2]))
  expect(await gather()).toMatchObject({ added: 2, duplicates: 1, failed: 0 })
  expect(await gather()).toMatchObject({ unchanged: 1 })
})

test('a page that is named and not there is the end', async () => {
  server.route(pathOf(1), page(1, [1]))
  const { gather } = await start()
  expect(await gather()).toMatchObject({ added: 1, failed: 0 })
  expect(await gather()).toMatchObject({ unchanged: 1 })
})

test('a page at another place is not followed, nor is a circle walked twice', async () => {
  const other = await startFeedServer()
  other.route('/2', page(2, [2]))
  server.route(pathOf(1), page(1, [1], other.url('/2')))
  const { gather } = await start()
  expect(await gather()).toMatchObject({ added: 1 })
  expect(other.log).toEqual([])
  await other.close()

  server.route(pathOf(1), page(1, [0], server.url(pathOf(2))))
  server.route(pathOf(2), page(2, [2], server.url(pathOf(1))))
  const before = server.log.length
  expect(await gather()).toMatchObject({ added: 2 })
  expect(server.log.length - before).toBe(2)
})
