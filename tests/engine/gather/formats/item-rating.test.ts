import { expect, test } from 'vitest'
import { atom } from '../../../../src-main/engine/gather/formats/atom.ts'
import { rss } from '../../../../src-main/engine/gather/formats/rss.ts'

const SPACES =
  'xmlns:g="http://base.google.com/ns/1.0" xmlns:gd="http://schemas.google.com/g/2005" xmlns:review="http://review.example/ns" xmlns:content="http://purl.org/rss/1.0/modules/content/"'

async function first(inside: string) {
  const feed = `<rss version="2.0" ${SPACES}><channel><title>Tienda</title><item>${inside}</item></channel></rss>`
  return (await rss.parse(feed, null)).items[0]
}

const html = (markup: string) => `<content:encoded><![CDATA[${markup}]]></content:encoded>`

test.each([
  ['an element of its own', '<title>Bien</title><rating>4</rating>', 4, 5],
  ['an element of a review module', '<review:rating max="10">8</review:rating>', 8, 10],
  ['Google’s element', '<g:rating>4.5</g:rating>', 4.5, 5],
  ['attributes', '<gd:rating value="3" min="1" max="5"/>', 3, 5],
  ['elements inside another', '<ratings><overall min="1" max="5">2</overall></ratings>', 2, 5],
  ['stars in the title', '<title>★★★★☆ Muy bien</title>', 4, 5],
  ['words of the title', '<title>Tetera — Rating: 4 out of 5</title>', 4, 5],
  ['a shop’s markup', html('<p>Rated <strong>2</strong> out of 5</p><p>Gotea.</p>'), 2, 5],
  ['its last line', html(`<p>${'Gotea. '.repeat(80)}</p><p>Valoración: 1/5</p>`), 1, 5],
  [
    'hReview',
    html('<div class="hreview"><span class="rating">3</span> <p class="description">Así así</p></div>'),
    3,
    5,
  ],
  [
    'hReview in an abbreviation',
    html('<div class="hreview"><abbr class="rating" title="5">lots</abbr></div>'),
    5,
    5,
  ],
])('a review’s rating is found in %s', async (_says, inside, value, best) => {
  expect(await first(inside)).toMatchObject({ kind: 'review', rating: { value, best } })
})

test.each([
  ['a post that is open 24/7', '<title>Open 24/7, all 10 of us</title>'],
  ['a number of people', '<title>Nueva tienda</title><rating>57</rating>'],
  [
    'a rating somebody tells of',
    html(`<p>${'Noticias. '.repeat(80)} They gave it 4 out of 5 stars. ${'Más. '.repeat(200)}</p>`),
  ],
  ['a PICS label', '<rating>(PICS-1.1 "http://www.classify.org/")</rating>'],
])('%s is no review', async (_says, inside) => {
  expect(await first(inside)).toMatchObject({ kind: null, rating: null })
})

test('an entry of Atom says its rating alike', async () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tienda</title><entry><id>1</id><title>Bien (4/5)</title></entry></feed>`
  expect((await atom.parse(feed, null)).items).toMatchObject([
    { kind: 'review', rating: { value: 4, worst: 1, best: 5 } },
  ])
})
