import { expect, test } from 'vitest'
import { jsonFeed } from '../../../../src-main/engine/gather/formats/json-feed.ts'

const BASE = 'https://place.example/feed'
const FILLED = {
  author: null,
  rating: null,
  publishedAt: null,
  updatedAt: null,
  inReplyTo: null,
  kind: null,
  text: null,
}

const feed = (items: unknown[], more: object = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Diario',
    home_page_url: 'https://place.example/',
    items,
    ...more,
  })

test('a good item keeps id, words, link, author and dates', () => {
  expect(
    jsonFeed.parse(
      feed([
        {
          id: 7,
          url: '/7',
          title: 'a < b',
          content_html: '<p>x</p>',
          date_published: '2026-03-10T09:00:00+01:00',
          date_modified: '2026-03-10T10:00:00Z',
          authors: [{ name: 'Ana', url: 'https://place.example/ana' }],
        },
      ]),
      BASE,
    ),
  ).toEqual({
    title: 'Diario',
    homeUrl: 'https://place.example/',
    items: [
      {
        ...FILLED,
        externalId: '7',
        title: 'a &lt; b',
        markup: '<p>x</p>',
        url: 'https://place.example/7',
        author: { name: 'Ana', handle: null, url: 'https://place.example/ana' },
        publishedAt: Date.parse('2026-03-10T08:00:00Z'),
        updatedAt: Date.parse('2026-03-10T10:00:00Z'),
      },
    ],
  })
})

test('1.0 has one author, and plain text stays plain', () => {
  expect(
    jsonFeed.parse(
      feed([{ id: '1', content_text: 'a <b> c' }], {
        version: 'https://jsonfeed.org/version/1',
        author: { name: 'Pau' },
      }),
      BASE,
    ),
  ).toMatchObject({ items: [{ markup: null, text: 'a <b> c', author: { name: 'Pau' } }] })
})

test('an empty feed is no failure, a broken one says so, and wrong fields count as missing', () => {
  expect(jsonFeed.parse(feed([]), BASE)).toMatchObject({ items: [] })
  expect(() => jsonFeed.parse(feed([1]).slice(0, -3), BASE)).toThrow('cannot be read')
  expect(() => jsonFeed.parse('{"version":"https://jsonfeed.org/version/1"}', BASE)).toThrow(
    'no list of items',
  )
  expect(
    jsonFeed.parse(feed(['x', { id: '1', title: 5, date_published: 'soon', authors: 'me' }]), BASE),
  ).toMatchObject({ items: [{ externalId: '1', title: '', publishedAt: null, author: null }] })
})

test('repeated ids are given as they are', () => {
  expect(jsonFeed.parse(feed([{ id: '1' }, { id: '1' }]), BASE)).toMatchObject({
    items: [{ externalId: '1' }, { externalId: '1' }],
  })
})

test('a field that is empty counts as missing, and an id may be the address', async () => {
  const text = feed([
    { id: 'https://place.example/1', url: '', content_html: ' ', content_text: 'Todo', summary: 'En breve' },
    { id: '2', external_url: 'https://other.example/', summary: 'En breve', authors: [{}, { name: 'Ana' }] },
    { id: '3', date_published: 'ayer', date_modified: '2026-03-10T09:00:00Z' },
  ])
  expect((await jsonFeed.parse(text, BASE)).items).toMatchObject([
    { url: 'https://place.example/1', markup: null, text: 'Todo' },
    { url: 'https://other.example/', text: 'En breve', author: { name: 'Ana' } },
    { publishedAt: Date.parse('2026-03-10T09:00:00Z') },
  ])
})

test('one that forgets its version, or breaks its lines, is a feed all the same', async () => {
  const text = `{"title": "Diario", "home_page_url": "https://place.example/", "items": [{"id": "1", "content_text": "Uno\ndos"}]}`
  expect(jsonFeed.recognises(text, 'application/json')).toBe(true)
  expect(await jsonFeed.parse(text, BASE)).toMatchObject({ title: 'Diario', items: [{ text: 'Uno dos' }] })
})

test('JSON that is no feed is none', () => {
  expect(jsonFeed.recognises('{"items": [{"id": 1}]}', 'application/json')).toBe(false)
})
