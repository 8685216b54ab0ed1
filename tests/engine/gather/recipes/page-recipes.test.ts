import { expect, test } from 'vitest'
import { readPageLinks } from '../../../../src-main/engine/gather/read/page-links.ts'
import { readDocument } from '../../../../src-main/engine/gather/read/read-document.ts'

const OWN = 'UC1234567890abcdefghijkl'
const OTHER = 'UCzzzzzzzzzzzzzzzzzzzzzz'
const feedOf = (id: string) => `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`

test.each([
  [
    'its canonical address',
    `<script>{"channelId":"${OTHER}"}</script><link rel="canonical" href="https://www.youtube.com/channel/${OWN}">`,
  ],
  ['what it says of itself', `<script>{"channelId":"${OTHER}"},{"externalId":"${OWN}"}</script>`],
  ['its identifier', `<meta itemprop="identifier" content="${OWN}">`],
  ['the first channel it names, where nothing else says it', `<script>{"channelId":"${OWN}"}</script>`],
])('the page of a YouTube channel leads to its feed by %s', (_, html) => {
  const { feeds } = readPageLinks(
    `<!doctype html><title>Lluvia</title>${html}`,
    'https://www.youtube.com/@lluvia',
  )
  expect(feeds).toEqual([{ url: feedOf(OWN), title: '', recipe: 'youtube-channel' }])
})

test('a feed that the page names itself is listed once, as the page’s own', () => {
  const html = `<link rel="alternate" type="application/rss+xml" title="RSS" href="${feedOf(OWN)}"><script>{"externalId":"${OWN}"}</script>`
  expect(readPageLinks(html, 'https://www.youtube.com/@lluvia').feeds).toEqual([
    { url: feedOf(OWN), title: 'RSS', recipe: null },
  ])
})

test('what looks like a channel on another host is none', () => {
  expect(
    readPageLinks(`<script>{"channelId":"${OWN}"}</script>`, 'https://place.example/@lluvia').feeds,
  ).toEqual([])
})

test('a site of WordPress has the comments of all its posts, and of the post that was pasted', () => {
  const html = `<!doctype html><html><head>
    <link rel="alternate" type="application/rss+xml" title="Lluvia" href="https://lluvia.example/blog/feed/" />
    <link rel="https://api.w.org/" href="https://lluvia.example/blog/wp-json/" />
    <link rel='shortlink' href='https://lluvia.example/blog/?p=12' /></head></html>`
  expect(readPageLinks(html, 'https://lluvia.example/blog/2026/gotas/?utm_source=x').feeds).toEqual([
    { url: 'https://lluvia.example/blog/feed/', title: 'Lluvia', recipe: null },
    { url: 'https://lluvia.example/blog/comments/feed/', title: '', recipe: 'wordpress-comments' },
    { url: 'https://lluvia.example/blog/2026/gotas/feed/', title: '', recipe: 'wordpress-post' },
  ])
})

const read = (body: string, url: string, contentType: string | null = null) =>
  readDocument({ body: Buffer.from(body), contentType, url })

test.each([
  ['{"resultCount":1,"results":[{"kind":"podcast","feedUrl":"https://feeds.example/lluvia?a=1"}]}'],
  ['{ "results": [ {"feedUrl" : "https:\\/\\/feeds.example\\/lluvia?a=1"} ] }'],
])('the look-up of a podcast names its feed: %s', async (body) => {
  const result = await read(body, 'https://itunes.apple.com/lookup?id=1&entity=podcast', 'text/javascript')
  expect(result).toMatchObject({
    kind: 'page',
    page: { feeds: [{ url: 'https://feeds.example/lluvia?a=1', recipe: 'apple-podcast' }] },
  })
})

test('a look-up that knows no podcast is no feed, and neither is such an answer of another host', async () => {
  const empty = await read('{"resultCount":0,"results":[]}', 'https://itunes.apple.com/lookup?id=1')
  const other = await read('{"feedUrl":"https://feeds.example/lluvia"}', 'https://place.example/lookup?id=1')
  expect([empty.kind, other.kind]).toEqual(['failed', 'failed'])
})

test.each(['https://[', 'https:', 'https://feeds.example:99999/'])('a feed at %s is none', async (feed) => {
  const result = await read(`{"feedUrl":"${feed}"}`, 'https://itunes.apple.com/lookup?id=1')
  expect(result.kind).toBe('failed')
})
