import { expect, test } from 'vitest'
import { appStore } from '../../../../src-main/engine/gather/formats/app-store.ts'
import { sourceFormats } from '../../../../src-main/engine/gather/formats/index.ts'

const PAGE = 'https://itunes.apple.com/es/rss/customerreviews/page=2/id=7/sortby=mostrecent/xml'
const link = (rel: string, page: number) =>
  `<link rel="${rel}" href="https://itunes.apple.com/es/rss/customerreviews/page=${page}/id=7/sortby=mostrecent/xml"/>`
const xml = (inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom"><title>iTunes Store: reviews de clientes</title>${inside}</feed>`
const review = `<entry><updated>2026-03-09T06:09:33-07:00</updated><id>9001</id><title>No abre &lt;desde&gt; hoy</title>
  <content type="text">Se cierra "sola" &amp; ya. Con &lt;b&gt; y todo.</content><im:voteSum>3</im:voteSum><im:voteCount>4</im:voteCount>
  <im:rating>2</im:rating><im:version>4.2</im:version><author><name>M. &lt;script&gt;</name><uri>https://itunes.apple.com/es/reviews/id5</uri></author>
  <link rel="related" href="https://itunes.apple.com/es/review?id=7"/><content type="html">&lt;table&gt;&lt;/table&gt;</content></entry>`
const app = `<entry><id>7</id><title>Café Luna - Luna S.L.</title><im:name>Café Luna</im:name><im:price amount="0">Gratis</im:price></entry>`

const READ = {
  externalId: '9001',
  title: 'No abre &lt;desde&gt; hoy',
  markup: null,
  text: 'Se cierra "sola" & ya. Con <b> y todo.',
  url: 'https://itunes.apple.com/es/review?id=7',
  author: { name: 'M. &lt;script&gt;', handle: null, url: 'https://itunes.apple.com/es/reviews/id5' },
  rating: { value: 2, worst: 1, best: 5 },
  publishedAt: Date.parse('2026-03-09T13:09:33Z'),
  updatedAt: Date.parse('2026-03-09T13:09:33Z'),
  inReplyTo: null,
  kind: 'review',
}

test('a review keeps its stars, version and votes, and the app itself is no review', async () => {
  const read = await appStore.parse(xml(link('self', 2) + link('next', 3) + app + review), PAGE)
  expect(read).toEqual({
    title: 'Café Luna',
    homeUrl: null,
    items: [{ ...READ, details: { version: '4.2', votes: 3, product: 'Café Luna' } }],
    nextUrl: 'https://itunes.apple.com/es/rss/customerreviews/page=3/id=7/sortby=mostrecent/xml',
  })
})

test('the same as JSON reads alike, and a review without a date costs nothing', async () => {
  const label = (text: string) => ({ label: text })
  const entry = {
    author: { name: label('M. <script>'), uri: label('https://itunes.apple.com/es/reviews/id5'), label: '' },
    'im:rating': label('2'),
    'im:version': label('4.2'),
    'im:voteSum': label('3'),
    id: label('9001'),
    title: label('No abre <desde> hoy'),
    content: { label: 'Se cierra "sola" & ya. Con <b> y todo.', attributes: { type: 'text' } },
    link: { attributes: { rel: 'related', href: 'https://itunes.apple.com/es/review?id=7' } },
  }
  const feed = {
    title: label('Reviews'),
    link: [{ attributes: { rel: 'next', href: PAGE } }],
    entry: [{ 'im:name': label('Café Luna'), id: label('7') }, entry],
  }
  expect(await appStore.parse(JSON.stringify({ feed }), null)).toEqual({
    title: 'Café Luna',
    homeUrl: null,
    items: [
      {
        ...READ,
        publishedAt: null,
        updatedAt: null,
        details: { version: '4.2', votes: 3, product: 'Café Luna' },
      },
    ],
    nextUrl: PAGE,
  })
  const alone = await appStore.parse(JSON.stringify({ feed: { ...feed, entry } }), null)
  expect(alone.items).toHaveLength(1)
})

test.each([
  ['the last page names itself as the next', link('self', 2) + link('next', 2) + review],
  ['there are ten pages', link('self', 10) + link('next', 11) + review],
  ['an empty page has no next', link('self', 3) + link('next', 4)],
])('%s: then it ends', async (_says, inside) => {
  expect((await appStore.parse(xml(inside), null)).nextUrl).toBeNull()
})

test('a country without reviews is no failure', async () => {
  expect((await appStore.parse(xml(''), null)).items).toEqual([])
  expect((await appStore.parse('{"feed":{"title":{"label":"customerreviews"}}}', null)).items).toEqual([])
})

test('what was cut off is said to be broken', async () => {
  await expect(appStore.parse('{"feed":{"entry":[{"im:rating":{"label":"5"', null)).rejects.toMatchObject({
    failure: { kind: 'broken-document' },
  })
})

test('Apple’s reviews are told from other Atom, and from Apple’s charts', () => {
  const formatOf = (text: string) => sourceFormats.find((one) => one.recognises(text, null))?.name
  expect(formatOf(xml(review))).toBe('app-store')
  expect(formatOf(xml(app))).toBe('atom')
  expect(formatOf('<feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toBe('atom')
  expect(formatOf('{"feed":{"entry":[{"im:rating":{"label":"5"}}]}}')).toBe('app-store')
})

test('who writes Apple’s elements into another feed keeps its HTML and its dates', async () => {
  const entry = `<entry><id>1</id><title>Bien</title><im:rating>4</im:rating><published>2026-03-01T09:00:00Z</published>
    <updated>2026-03-02T09:00:00Z</updated><content type="html">&lt;p&gt;Muy &lt;b&gt;bien&lt;/b&gt;&lt;/p&gt;</content></entry>`
  expect((await appStore.parse(xml(entry), null)).items).toMatchObject([
    {
      markup: '<p>Muy <b>bien</b></p>',
      text: null,
      publishedAt: Date.parse('2026-03-01T09:00:00Z'),
      updatedAt: Date.parse('2026-03-02T09:00:00Z'),
    },
  ])
})
