import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type FeedServer, pageWithFeeds, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { openPublicWeb } from '../../../support/public-web.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let server: FeedServer

beforeEach(async () => {
  server = await startFeedServer()
})

afterEach(() => server.close())

const engine = async () => {
  const started = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  return { ...started, brandId: await started.addBrand({ words: ['Luna'] }) }
}
const ITEMS = [{ id: '1', title: 'Uno', text: 'El café de Luna.', date: '2026-03-09T10:00:00Z' }]
const asked = () => server.log.map(({ path }) => path)

describe('a pasted address that a recipe knows leads to its feed with one request', () => {
  test.each([
    ['/@ana', '/@ana.rss', 'mastodon-profile', 'feed'],
    ['/tags/luna', '/tags/luna.rss', 'mastodon-hashtag', 'feed'],
    ['/c/rain', '/feeds/c/rain.xml?sort=New', 'lemmy', 'feed'],
    ['/forum/t/it-drips/12/3', '/forum/t/it-drips/12.rss', 'discourse-topic', 'comments'],
    ['/c/help/7', '/c/help/7.rss', 'discourse-category', 'feed'],
    ['/questions/tagged/luna', '/feeds/tag?tagnames=luna&sort=newest', 'stack-exchange-tag', 'feed'],
    ['/questions/12/why', '/feeds/question/12', 'stack-exchange-question', 'comments'],
  ])('%s', async (path, feed, recipe, kind) => {
    const { call, brandId } = await engine()
    server.route(feed, { body: rssFeed(ITEMS, 'A place') })
    const { items } = await call('sources.find', { brandId, url: server.url(path) })
    expect(items).toMatchObject([
      { url: server.url(feed), title: 'A place', recipe, kind, country: null, found: 1 },
    ])
    expect(asked()).toEqual([feed])
  })

  test('what was found is added, gathered and not asked for again', async () => {
    const { call, brandId } = await engine()
    server.route('/@ana.rss', { body: rssFeed(ITEMS, 'Ana'), etag: '"1"' })
    const pasted = `@ana@${server.origin.slice('http://'.length)}`
    await call('sources.find', { brandId, url: pasted })
    expect(await call('sources.add', { brandId, url: pasted, brings: 'everything' })).toMatchObject({
      title: 'Ana',
      found: 1,
    })
    expect(await call('gather.run', {})).toMatchObject({ added: 1 })
    expect(asked()).toEqual(['/@ana.rss'])
  })
})

test('the latest of a forum is its topics, and everything said in them', async () => {
  const { call, brandId } = await engine()
  server.route('/latest.rss', { body: rssFeed(ITEMS, 'Topics') })
  server.route('/posts.rss', { body: rssFeed(ITEMS, 'Posts') })
  const { items } = await call('sources.find', { brandId, url: server.url('/latest') })
  expect(items.map(({ title }) => title)).toEqual(['Topics', 'Posts'])
  expect(asked().toSorted()).toEqual(['/latest.rss', '/posts.rss'])
})

describe('a place that is another than it looked', () => {
  test('is asked for its page, which names its feeds', async () => {
    const { call, brandId } = await engine()
    server.route('/tags/luna', { body: pageWithFeeds([{ href: '/blog.xml', title: 'A blog' }]) })
    server.route('/blog.xml', { body: rssFeed(ITEMS, '') })
    const { items } = await call('sources.find', { brandId, url: server.url('/tags/luna') })
    expect(items).toMatchObject([{ title: 'A blog', recipe: null }])
    expect(asked()).toEqual(['/tags/luna.rss', '/tags/luna', '/blog.xml'])
  })

  test('is taken as the next program that has such addresses', async () => {
    const { call, brandId } = await engine()
    server.route('/u/ana/activity.rss', { body: rssFeed(ITEMS, 'Ana') })
    const { items } = await call('sources.find', { brandId, url: server.url('/u/ana') })
    expect(items).toMatchObject([{ title: 'Ana', recipe: 'discourse-user' }])
  })

  test('when it sends a page instead of the feed is asked for its own page, too', async () => {
    const { call, brandId } = await engine()
    server.route('/@ana.rss', { body: '<!doctype html><html><title>Not here</title></html>' })
    server.route('/@ana', { body: '<!doctype html><html><title>Ana</title></html>' })
    server.route('/feed', { body: rssFeed(ITEMS, 'All of it') })
    const { items } = await call('sources.find', { brandId, url: server.url('/@ana') })
    expect(items).toMatchObject([{ title: 'All of it', recipe: null }])
  })

  test('and asks to come back later is not asked anything else', async () => {
    const { call, brandId } = await engine()
    server.route('/@ana.rss', { status: 429, headers: { 'Retry-After': '60' } })
    await expect(call('sources.find', { brandId, url: server.url('/@ana') })).rejects.toMatchObject({
      failure: { kind: 'throttled', facts: { retryAfterSeconds: 60 } },
    })
    expect(asked()).toEqual(['/@ana.rss'])
  })

  test('and has no feed at all says what may do instead', async () => {
    const { call, brandId } = await engine()
    server.route('/@ana', { body: '<!doctype html><html><title>Ana</title></html>' })
    await expect(call('sources.find', { brandId, url: server.url('/@ana') })).rejects.toMatchObject({
      failure: {
        kind: 'no-feed-found',
        facts: { alternatives: ['alerts-feed', 'csv-import', 'mail-import', 'by-hand'] },
      },
    })
  })
})

test('a site of WordPress shows the comments of all its posts beside what its page names', async () => {
  const { call, brandId } = await engine()
  server.route('/blog/post/', {
    body: `<!doctype html><html><head><title>A post</title>
      <link rel="alternate" type="application/rss+xml" href="/blog/feed/">
      <link rel="https://api.w.org/" href="${server.url('/blog/wp-json/')}" />
      <link rel='shortlink' href='${server.url('/blog/?p=12')}' /></head></html>`,
  })
  server.route('/blog/feed/', { body: rssFeed(ITEMS, 'Posts') })
  server.route('/blog/comments/feed/', { body: rssFeed(ITEMS, 'Comments for A blog') })
  server.route('/blog/post/feed/', { body: rssFeed([], 'Comments on: A post') })
  const { items } = await call('sources.find', { brandId, url: server.url('/blog/post/') })
  expect(items.map(({ title, kind, recipe }) => [title, kind, recipe])).toEqual([
    ['Posts', 'feed', null],
    ['Comments for A blog', 'comments', 'wordpress-comments'],
    ['Comments on: A post', 'comments', 'wordpress-post'],
  ])
})

test('a page that holds reviews itself is shown with the feeds it names, and asked for once', async () => {
  const { call, brandId } = await engine()
  const review = (author: string, stars: number) => ({
    '@type': 'Review',
    author: { '@type': 'Person', name: author },
    reviewBody: `Cinco estrellas menos ${5 - stars}.`,
    reviewRating: { '@type': 'Rating', ratingValue: stars },
    datePublished: '2026-03-01',
  })
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Luna',
    review: [review('Ana', 4), review('Pau', 2)],
  }
  server.route('/luna', {
    body: pageWithFeeds([{ href: '/comments/feed/', title: 'Comments' }]).replace(
      '</head>',
      `<script type="application/ld+json">${JSON.stringify(product)}</script></head>`,
    ),
  })
  server.route('/comments/feed/', { body: rssFeed(ITEMS, '') })
  const { items } = await call('sources.find', { brandId, url: server.url('/luna') })
  expect(items.map(({ url, kind, format, found }) => [url, kind, format, found])).toEqual([
    [server.url('/luna'), 'reviews', 'schema-org', 2],
    [server.url('/comments/feed/'), 'comments', 'rss', 1],
  ])
  await call('sources.add', { brandId, url: server.url('/luna') })
  expect(await call('gather.run', {})).toMatchObject({ added: 2 })
  expect(asked()).toEqual(['/luna', '/comments/feed/'])
})

const onTheWeb = async () => {
  const web = await openPublicWeb(server)
  onTestFinished(web.close)
  const started = startTestEngine({ at: '2026-03-10T09:00:00Z', host: { proxyFor: web.proxyFor } })
  return { ...started, brandId: await started.addBrand() }
}

test('a place that asks for cookies first is not searched for feeds, and nothing is agreed to', async () => {
  const { call, brandId } = await onTheWeb()
  server.route('/channel', { redirect: 'http://consent.videos.example.org/m?continue=x' })
  server.route('/m', { body: '<!doctype html><html><title>Before you continue</title></html>' })
  await expect(
    call('sources.find', { brandId, url: 'http://www.videos.example.org/channel' }),
  ).rejects.toMatchObject({
    failure: { kind: 'needs-consent', facts: { host: 'www.videos.example.org' } },
  })
  expect(asked()).toEqual(['/channel', '/m?continue=x'])
  expect(server.log.every(({ headers }) => headers.cookie === undefined)).toBe(true)
})

describe('a public place that wants to be left alone', () => {
  test('is asked in turns when somebody looks, too: a second subreddit within the minute has to wait', async () => {
    const { call, brandId, moveClockTo } = await onTheWeb()
    for (const path of ['/r/uno/.rss', '/r/dos/.rss']) server.route(path, { body: rssFeed(ITEMS) })
    await call('sources.find', { brandId, url: 'http://www.reddit.com/r/uno/.rss' })
    moveClockTo('2026-03-10T09:00:21Z')
    const failure = { kind: 'throttled', facts: { host: 'www.reddit.com', retryAfterSeconds: 40 } }
    for (const url of ['r/dos', 'http://www.reddit.com/r/dos/.rss'])
      await expect(call('sources.find', { brandId, url })).rejects.toMatchObject({ failure })
    expect(asked()).toEqual(['/r/uno/.rss'])
    moveClockTo('2026-03-10T09:01:01Z')
    expect(
      (await call('sources.find', { brandId, url: 'http://www.reddit.com/r/dos/.rss' })).items,
    ).toHaveLength(1)
  })

  test('is believed when it says so to somebody who looks', async () => {
    const { call, brandId } = await onTheWeb()
    server.route('/', { status: 429, headers: { 'Retry-After': '120' } })
    const failure = { kind: 'throttled', facts: { retryAfterSeconds: 120 } }
    for (const url of ['http://blog.example.org/', 'http://blog.example.org/other'])
      await expect(call('sources.find', { brandId, url })).rejects.toMatchObject({ failure })
    expect(asked()).toEqual(['/'])
  })
})

describe('a place known to have no feed', () => {
  test.each([
    [
      'https://www.trustpilot.com/review/luna.example',
      'Trustpilot',
      ['csv-import', 'mail-import', 'by-hand', 'alerts-feed'],
    ],
    [
      'https://play.google.com/store/apps/details?id=com.luna',
      'Google Play',
      ['csv-import', 'mail-import', 'alerts-feed'],
    ],
    ['https://www.instagram.com/cafeluna/', 'Instagram', ['mail-import', 'by-hand', 'alerts-feed']],
    ['https://www.google.com/alerts', 'Google Alerts', ['alerts-feed', 'mail-import']],
  ])('%s is not even asked, and says what may do instead', async (url, place, alternatives) => {
    const { call, brandId } = await engine()
    const failure = { kind: 'no-feed', message: `${place} offers no feed.`, facts: { place, alternatives } }
    await expect(call('sources.find', { brandId, url })).rejects.toMatchObject({ failure })
    await expect(call('sources.add', { brandId, url })).rejects.toMatchObject({ failure })
  })
})
