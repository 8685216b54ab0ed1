import { expect, test } from 'vitest'
import { rss } from '../../../../src-main/engine/gather/formats/rss.ts'

const BASE = 'https://place.example/feed'

const channel = (items: string, attributes = 'version="2.0"') =>
  `<rss ${attributes}><channel><title>Reseñas</title><link>https://place.example/</link>${items}</channel></rss>`

test('a good feed keeps id, words, link, author, date, rating and what it answers', async () => {
  const text = channel(
    `<item><guid isPermaLink="false">r-1</guid><title>Lento &amp; frío</title><link>/r/1?utm_source=rss</link><description>corto</description>
     <content:encoded><![CDATA[<p>Tardó <b>una hora</b>.</p>]]></content:encoded><dc:creator>Lucía (@lucia_m)</dc:creator>
     <pubDate>Tue, 10 Mar 2026 09:00:00 GMT</pubDate><im:rating>2</im:rating><thr:in-reply-to ref="r-0"/></item>`,
    'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:im="http://itunes.apple.com/rss" xmlns:thr="http://purl.org/syndication/thread/1.0"',
  )
  expect(await rss.parse(text, BASE)).toEqual({
    title: 'Reseñas',
    homeUrl: 'https://place.example/',
    ttlSeconds: null,
    items: [
      {
        externalId: 'r-1',
        title: 'Lento & frío',
        markup: '<p>Tardó <b>una hora</b>.</p>',
        text: null,
        baseUrl: null,
        url: 'https://place.example/r/1?utm_source=rss',
        originalUrl: null,
        author: { name: 'Lucía', handle: '@lucia_m', url: null },
        rating: { value: 2, worst: 1, best: 5 },
        publishedAt: Date.parse('2026-03-10T09:00:00Z'),
        updatedAt: null,
        inReplyTo: 'r-0',
        kind: 'review',
      },
    ],
  })
})

test('an empty feed is no failure', async () => {
  expect(await rss.parse(channel(''), BASE)).toMatchObject({ title: 'Reseñas', items: [] })
})

test('a feed that was cut off gives what came whole', async () => {
  const cut = channel(
    '<item><guid>1</guid><title>Uno</title></item><item><guid>2</guid><title>Dos</tit',
  ).replace(/<\/channel>.*$/, '')
  expect((await rss.parse(cut, BASE)).items.map(({ title }) => title)).toEqual(['Uno'])
})

test.each([
  ['a feed that was cut off before anything was said', '<rss version="2.0"><channel><title>Reseñas</title>'],
  ['RDF about something else', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'],
  ['a word that only looks like a feed', '<rss'],
])('%s is refused in words', async (_, text) => {
  await expect(rss.parse(text, BASE)).rejects.toMatchObject({
    failure: { kind: 'broken-document', message: expect.stringContaining('cannot be read') },
  })
})

test('repeated ids are given as they are; telling them apart is the saving’s task', async () => {
  const { items } = await rss.parse(
    channel('<item><guid>1</guid><title>A</title></item><item><guid>1</guid><title>B</title></item>'),
    BASE,
  )
  expect(items.map(({ externalId, title }) => `${externalId ?? ''} ${title}`)).toEqual(['1 A', '1 B'])
})

test.each([
  ['blanks and a mark before the XML', (text: string) => `\ufeff\n  ${text}`],
  ['a bare ampersand', (text: string) => text.replace('Uno', 'Uno & dos')],
  ['an undeclared entity', (text: string) => text.replace('Uno', 'Uno&nbsp;&mdash;&hellip;')],
  ['a number that is no character', (text: string) => text.replace('Uno', 'Uno &#0; &#xFFFFF9;')],
  ['controls', (text: string) => text.replace('Uno', 'Uno\u0000\u0008')],
  ['an element that is never closed', (text: string) => text.replace('<link>', '<br><link>')],
  ['no version', (text: string) => text.replace(' version="2.0"', '')],
  ['an old version', (text: string) => text.replace('2.0', '0.91')],
])('%s does not cost the feed', async (_, spoil) => {
  const { items } = await rss.parse(spoil(channel('<item><title>Uno</title></item>')), BASE)
  expect(items[0]?.title).toMatch(/^Uno/)
})

test('RSS 1.0 and 0.90 keep their items, and what they are about as id', async () => {
  const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
    <channel><title>Viejo</title></channel><item rdf:about="https://place.example/1"><title>Uno</title><link>https://place.example/1</link><d:date>2026-03-10T09:00:00Z</d:date><d:creator>pau</d:creator></item></rdf:RDF>`
  expect(rss.recognises(rdf, null)).toBe(true)
  expect((await rss.parse(rdf, BASE)).items).toMatchObject([
    {
      externalId: 'https://place.example/1',
      title: 'Uno',
      publishedAt: Date.parse('2026-03-10T09:00:00Z'),
      author: { name: 'pau' },
    },
  ])
})

test('one bad date costs that date and nothing else', async () => {
  const { items } = await rss.parse(
    channel('<item><title>A</title><pubDate>sometime</pubDate></item><item><title>B</title></item>'),
    BASE,
  )
  expect(items).toMatchObject([{ title: 'A', publishedAt: null }, { title: 'B' }])
})

test('what one pass refuses, rss-parser may read: a text of line breaks that nobody closed', async () => {
  const text = channel(`<item><title>Uno</title><description>${'línea<br>'.repeat(700)}</description></item>`)
  const { items } = await rss.parse(text, BASE)
  expect(items).toMatchObject([{ title: 'Uno', markup: 'línea<br>'.repeat(700) }])
})
