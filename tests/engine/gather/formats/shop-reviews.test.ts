import { expect, test } from 'vitest'
import { shopReviews } from '../../../../src-main/engine/gather/formats/shop-reviews.ts'

const item = (fields: object) => ({
  externalId: '22',
  title: '',
  markup: null,
  text: null,
  url: null,
  author: { name: 'Ana P', handle: null, url: null },
  rating: { value: 2, worst: 1, best: 5 },
  publishedAt: Date.UTC(2026, 4, 14, 20, 29),
  updatedAt: null,
  inReplyTo: null,
  kind: 'review',
  details: {},
  ...fields,
})

test.each([
  [
    'WooCommerce',
    [
      {
        id: 22,
        date_created: '2026-05-14T22:29:00',
        date_created_gmt: '2026-05-14T20:29:00',
        product_name: 'Orvallo',
        reviewer: 'Ana P',
        review: '<p>Llegó roto</p>',
        rating: 2,
      },
    ],
    item({ markup: '<p>Llegó roto</p>', details: { product: 'Orvallo' } }),
  ],
  [
    'Judge.me',
    {
      current_page: 1,
      reviews: [
        {
          id: 22,
          title: 'Roto & tarde',
          body: 'Llegó roto',
          rating: 2,
          reviewer: { id: 7, name: 'Ana P' },
          created_at: '2026-05-14T22:29:00+02:00',
        },
      ],
    },
    item({ title: 'Roto &amp; tarde', text: 'Llegó roto' }),
  ],
  [
    'Yotpo',
    {
      response: {
        reviews: [
          {
            id: 22,
            score: 2,
            content: 'Llegó roto',
            user: { display_name: 'Ana P' },
            created_at: '2026-05-14T20:29:00Z',
          },
        ],
      },
    },
    item({ text: 'Llegó roto' }),
  ],
  [
    'WordPress',
    [
      {
        id: 22,
        parent: 21,
        author_name: 'Ana P',
        author_url: 'https://ana.example/',
        date_gmt: '2026-05-14T20:29:00',
        content: { rendered: '<p>Llegó roto</p>' },
        link: 'https://t.example/a/#comment-22',
      },
    ],
    item({
      markup: '<p>Llegó roto</p>',
      url: 'https://t.example/a/#comment-22',
      author: { name: 'Ana P', handle: null, url: 'https://ana.example/' },
      rating: null,
      inReplyTo: '21',
      kind: 'comment',
    }),
  ],
])('what %s answers is read', async (_, answer, expected) => {
  const document = JSON.stringify(answer)
  expect(shopReviews.recognises(document, 'application/json')).toBe(true)
  expect((await shopReviews.parse(document, null)).items).toEqual([expected])
})

test.each([
  ['an empty list', '[]'],
  ['a list of products', '[{"id":1,"title":"Orvallo","rating":4.5,"review_count":3}]'],
  [
    'a page’s description of itself',
    '{"@context":"https://schema.org","reviews":[{"author":"Ana","rating":1}]}',
  ],
  ['JSON that was cut off', '[{"id":1,"reviewer":"Ana","review":"Lleg'],
  ['a feed', '<rss><channel/></rss>'],
])('%s is no list of reviews', (_, document) => {
  expect(shopReviews.recognises(document, null)).toBe(false)
})

test('two reviews under one id are two, and stars that nobody gave are none', async () => {
  const review = { id: 1, reviewer: 'Ana', review: 'Bien' }
  const document = JSON.stringify([
    { ...review, rating: 5 },
    { ...review, rating: 4 },
    { ...review, rating: 0 },
  ])
  const { items } = await shopReviews.parse(document, null)
  expect(items.map(({ rating }) => rating?.value)).toEqual([5, 4])
})
