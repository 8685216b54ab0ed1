import { expect, test } from 'vitest'
import { readDocument } from '../../../../src-main/engine/gather/read/read-document.ts'
import { pageWithFeeds, rssFeed } from '../../../support/feed-server.ts'

const read = (text: string, contentType: string | null = null, url = 'https://place.example/feed') =>
  readDocument({ body: Buffer.from(text), contentType, url })

test('a document is known by what it holds, whatever it is called', async () => {
  expect(await read(rssFeed([]), 'text/html')).toMatchObject({ kind: 'feed', document: { format: 'rss' } })
  expect(await read('<feed xmlns="http://www.w3.org/2005/Atom"/>', 'text/plain')).toMatchObject({
    kind: 'feed',
    document: { format: 'atom' },
  })
  expect(await read('{"version":"https://jsonfeed.org/version/1","items":[]}', 'text/html')).toMatchObject({
    kind: 'feed',
    document: { format: 'json-feed' },
  })
  expect(await read('{"text":"Hola"}\n{"text":"Adiós"}')).toMatchObject({
    kind: 'feed',
    document: { format: 'jsonl', items: [{ text: 'Hola' }, { text: 'Adiós' }] },
  })
})

test('a page tells the feeds it names, absolute and each once', async () => {
  const page = pageWithFeeds([
    { href: '/a', title: 'A' },
    { href: 'b.json', type: 'application/feed+json' },
    { href: '/a' },
    { href: '/style', type: 'text/css' },
    { href: '/wp-json/wp/v2/posts/1', type: 'application/json' },
  ])
  expect(await read(page, 'text/html', 'https://place.example/x/')).toEqual({
    kind: 'page',
    page: {
      title: 'A place',
      feeds: [
        { url: 'https://place.example/a', title: 'A', recipe: null },
        { url: 'https://place.example/x/b.json', title: '', recipe: null },
      ],
    },
  })
})

test('what is neither feed nor page says so', async () => {
  expect(await read('')).toMatchObject({
    kind: 'failed',
    failure: { kind: 'not-a-feed', message: 'The source sent an empty document.' },
  })
  expect(await read('hello')).toMatchObject({ kind: 'failed', failure: { kind: 'not-a-feed' } })
})

test('a list of feeds is known as one', async () => {
  const opml =
    '<?xml version="1.0"?>\n<opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>'
  expect(await read(opml)).toEqual({ kind: 'list', opml })
})

test('a feed says for how long it stays as it is', async () => {
  const feed = (ttl: string) => `<rss version="2.0"><channel><title>A</title>${ttl}</channel></rss>`
  expect(await read(feed('<ttl>60</ttl>'))).toMatchObject({ document: { ttlSeconds: 3600 } })
  expect(await read(feed('<ttl>soon</ttl>'))).toMatchObject({ document: { ttlSeconds: null } })
  expect(await read(feed(''))).toMatchObject({ document: { ttlSeconds: null } })
})

test('no more is kept than anyone would read: 5,000 items, 1,000 characters of title', async () => {
  const many = await read(rssFeed(Array.from({ length: 5010 }, (_, n) => ({ id: String(n), title: 'x' }))))
  expect(many.kind === 'feed' && many.document.items.length).toBe(5000)
  const long = await read(rssFeed([{ title: 'a'.repeat(50_000), text: 'b'.repeat(1_100_000) }]))
  const [item] = long.kind === 'feed' ? long.document.items : []
  expect([
    item?.title.length,
    item?.title.endsWith('…'),
    item?.text.length,
    item?.text.endsWith('…'),
  ]).toEqual([1000, true, 1_000_000, true])
})

test('nothing outside the document is ever read or expanded', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&b;</title><description>&x;</description></item></channel></rss>`
  const document = await read(laughs)
  expect(document).toMatchObject({ kind: 'feed', document: { items: [{ title: '&b;', text: '&x;' }] } })
})

test('elements nested deeper than anyone writes are refused', async () => {
  expect(
    await read(`<rss version="2.0"><channel>${'<a>'.repeat(600)}${'</a>'.repeat(600)}</channel></rss>`),
  ).toMatchObject({ kind: 'failed', failure: { kind: 'broken-document' } })
})

test('reviews and comments are told apart from posts', async () => {
  expect(await read(rssFeed([{ id: '1', title: 'x', rating: 4 }]))).toMatchObject({
    document: { kind: 'reviews', items: [{ kind: 'review', rating: { value: 4, worst: 1, best: 5 } }] },
  })
  expect(await read(rssFeed([{ id: '1', title: 'x', inReplyTo: '0' }]))).toMatchObject({
    document: { kind: 'comments', items: [{ kind: 'comment', inReplyTo: '0' }] },
  })
  expect(
    await read(rssFeed([{ id: '1', title: 'x' }]), null, 'https://place.example/comments/feed/'),
  ).toMatchObject({ document: { kind: 'comments' } })
})

test.each([
  [
    'a page that shows a feed',
    '<!DOCTYPE html><html><body><rss version="2.0"><channel></channel></rss></body></html>',
  ],
  [
    'JSON that quotes one',
    '{"answer": "<rss version=2.0><channel><item><title>x</title></item></channel></rss>"}',
  ],
  ['a book that mentions one', `${'palabra '.repeat(500)}<feed xmlns="http://www.w3.org/2005/Atom"></feed>`],
  [
    'XML of another kind',
    '<?xml version="1.0"?><urlset><url><loc>https://place.example/</loc></url></urlset>',
  ],
])('%s is no feed', async (_, text) => {
  expect((await read(text)).kind).not.toBe('feed')
})
