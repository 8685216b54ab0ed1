import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, rssFeed, startFeedServer } from '../../support/feed-server.ts'
import { startTestEngine } from '../../support/test-engine.ts'

let server: FeedServer

beforeEach(async () => {
  server = await startFeedServer()
})

afterEach(() => server.close())

test('a feed is added by its address with one request, and gathered without another', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await addBrand()
  server.route('/feed', {
    body: rssFeed([
      {
        id: '2',
        title: 'Llegó frío',
        text: 'Tercera vez que escribo y nadie contesta.',
        author: 'lucia_m',
        date: '2026-03-09T10:00:00Z',
      },
      {
        id: '1',
        title: 'Muy rico',
        text: 'El mejor café de la ciudad, sin duda.',
        author: 'pau',
        date: '2026-02-01T10:00:00Z',
      },
    ]),
  })

  const added = await call('sources.add', { brandId, url: server.url('/feed') })
  const result = await call('gather.run', {})

  expect(added).toMatchObject({ title: 'What people say', kind: 'feed', found: 2 })
  expect(result).toEqual({
    sources: 1,
    unchanged: 0,
    failed: 0,
    added: 2,
    revised: 0,
    duplicates: 0,
    errors: [],
  })
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
})
