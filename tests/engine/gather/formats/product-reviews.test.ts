import { expect, test } from 'vitest'
import { productReviews } from '../../../../src-main/engine/gather/formats/product-reviews.ts'

const feed = (reviews: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning"><version>2.3</version><publisher><name>Paraguas &amp; Cía</name></publisher>${reviews}</feed>`
const ANA = `<review><review_id>111</review_id><reviewer><name>Ana P</name></reviewer><review_timestamp>2026-05-14T22:29:00Z</review_timestamp><title>Llegó roto</title><content>Y nadie contesta.</content><review_url type="group">https://tienda.example/p/1</review_url><ratings><overall min="1" max="10">2</overall></ratings><products><product><product_name>Orvallo</product_name></product></products></review>`

test('the reviews a shop gives to Google come in with their stars, their scale and their product', async () => {
  const document = feed(`<reviews>${ANA}</reviews>`)
  expect(productReviews.recognises(document, null)).toBe(true)
  expect(await productReviews.parse(document, null)).toEqual({
    title: 'Paraguas &amp; Cía',
    homeUrl: null,
    items: [
      {
        externalId: '111',
        title: 'Llegó roto',
        markup: null,
        text: 'Y nadie contesta.',
        url: 'https://tienda.example/p/1',
        author: { name: 'Ana P', handle: null, url: null },
        rating: { value: 2, worst: 1, best: 10 },
        publishedAt: Date.UTC(2026, 4, 14, 22, 29),
        updatedAt: null,
        inReplyTo: null,
        kind: 'review',
        details: { product: 'Orvallo' },
      },
    ],
  })
})

test.each([
  ['no review', feed('<reviews/>'), 0],
  ['two under one id', feed(`<reviews>${ANA}${ANA}</reviews>`), 2],
  ['one that says nothing', feed(`<reviews><review><review_id>1</review_id></review>${ANA}</reviews>`), 1],
  ['one that was cut off', feed(`<reviews>${ANA}${ANA}`).slice(0, -300), 1],
])('of a list with %s what is whole comes in', async (_, document, items) => {
  expect((await productReviews.parse(document, null)).items).toHaveLength(items)
})

test('an Atom feed is none of these', () => {
  expect(productReviews.recognises('<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', null)).toBe(
    false,
  )
})
