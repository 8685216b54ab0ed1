import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schemaOrg } from '../../../../src-main/engine/gather/formats/schema-org.ts'
import { parseLenient } from '../../../../src-main/engine/gather/formats/schema-org/lenient-json.ts'
import { readDocument } from '../../../../src-main/engine/gather/read/read-document.ts'

const PAGE = 'https://tienda.example/p/tetera'
const script = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`
const page = (inside: string) =>
  `<!doctype html><html><head><title>Tetera &amp; taza</title></head><body>${inside}</body></html>`
const read = async (inside: string) => (await schemaOrg.parse(page(inside), PAGE)).items

const pau = {
  '@type': 'Review',
  '@id': '#r1',
  author: { '@type': 'Person', name: 'Pau', url: '/u/pau' },
  datePublished: '2026-03-09',
  name: 'Gotea',
  reviewBody: 'Gotea "siempre" & quema <b>mucho</b>.',
  reviewRating: { '@type': 'Rating', ratingValue: '2', bestRating: 5, worstRating: 1 },
}

test('a review inside a product keeps who said what of which product, and when', async () => {
  expect(
    await read(script({ '@context': 'https://schema.org', '@type': 'Product', name: 'Tetera', review: pau })),
  ).toEqual([
    {
      externalId: `${PAGE}#r1`,
      title: 'Gotea',
      markup: null,
      text: 'Gotea "siempre" & quema <b>mucho</b>.',
      url: `${PAGE}#r1`,
      author: { name: 'Pau', handle: null, url: 'https://tienda.example/u/pau' },
      rating: { value: 2, worst: 1, best: 5 },
      publishedAt: Date.parse('2026-03-09'),
      updatedAt: null,
      inReplyTo: null,
      kind: 'review',
      details: { product: 'Tetera' },
    },
  ])
})

test.each<[string, unknown, readonly string[]]>([
  ['in a graph', { '@graph': [{ '@type': 'WebSite' }, pau] }, ['Gotea']],
  ['in a list', [pau, { ...pau, '@id': '#r2', name: 'Otra' }], ['Gotea', 'Otra']],
  ['of a place', { '@type': ['LocalBusiness', 'Store'], reviews: [pau] }, ['Gotea']],
  [
    'with the vocabulary spelled out',
    { '@type': 'https://schema.org/Review', 'schema:name': 'Gotea' },
    ['Gotea'],
  ],
  ['of a kind derived from it', { '@type': 'CriticReview', name: 'Gotea' }, ['Gotea']],
  [
    'without a type, where reviews stand',
    { '@type': 'Hotel', review: { name: 'Gotea', reviewBody: 'x' } },
    ['Gotea'],
  ],
  [
    'said once and named again',
    { '@graph': [pau, { '@type': 'Hotel', review: { '@type': 'Review', '@id': '#r1' } }] },
    ['Gotea'],
  ],
  ['that says nothing', { '@type': 'Review', author: 'Pau' }, []],
  ['only summed up', { '@type': 'AggregateRating', ratingValue: 4.4, reviewCount: 89 }, []],
])('reviews %s', async (_says, json, titles) => {
  expect((await read(script(json))).map(({ title }) => title)).toEqual(titles)
})

test.each<[string, unknown, unknown]>([
  ['a number on its own', 4, { value: 4, worst: 1, best: 5 }],
  ['a comma', { ratingValue: '4,5' }, { value: 4.5, worst: 1, best: 5 }],
  ['a share', { ratingValue: '4/5' }, { value: 4, worst: 1, best: 5 }],
  ['another scale', { ratingValue: 7.6, bestRating: '10' }, { value: 7.6, worst: 1, best: 10 }],
  ['a scale that is not said', { ratingValue: 85 }, { value: 85, worst: 0, best: 100 }],
  ['per cent', '90 %', { value: 90, worst: 0, best: 100 }],
  ['more than the best', { ratingValue: 9, bestRating: 5 }, null],
  ['words', { ratingValue: 'great' }, null],
])('a rating with %s', async (_says, reviewRating, rating) => {
  const [item] = await read(script({ ...pau, reviewRating }))
  expect(item?.rating).toEqual(rating)
})

test.each<[string, unknown, string | null]>([
  ['a text', 'Pau', 'Pau'],
  ['several people', [{ name: 'Pau' }, { name: 'Ana' }], 'Pau, Ana'],
  ['someone described elsewhere', { '@id': '#pau' }, 'Pau & Co'],
  ['a name with a tag in it', { name: 'M. <script>' }, 'M. &lt;script&gt;'],
  ['a name escaped twice', { name: 'O&#39;Brien' }, "O'Brien"],
  ['nobody', '', null],
])('an author given as %s', async (_says, author, name) => {
  const people = { '@type': 'Person', '@id': '#pau', name: 'Pau & Co' }
  const [item] = await read(script({ '@graph': [{ ...pau, author }, people] }))
  expect(item?.author?.name ?? null).toBe(name === 'Pau & Co' ? 'Pau &amp; Co' : name)
})

test('a broken block is passed over, and the next one read', async () => {
  const items = await read(`${script('{"@type":"Review","name":"cut')}${script(pau)}`)
  expect(items.map(({ title }) => title)).toEqual(['Gotea'])
})

test.each([
  ['comments', '// of today\n{"@type": "Review", /* all */ "name": "Gotea"}'],
  ['commas too many', '{"@type": "Review", "name": "Gotea",}'],
  ['lines broken inside a text', '{"@type": "Review", "name": "Gotea",\n"reviewBody": "uno\ndos\ttres"}'],
  ['quotes as references', '{&quot;@type&quot;: &quot;Review&quot;, &quot;name&quot;: &quot;Gotea&quot;}'],
  ['a wrapping of old', '<!--\n{"@type": "Review", "name": "Gotea"}\n-->'],
  ['another wrapping of old', '//<![CDATA[\n{"@type": "Review", "name": "Gotea"}\n//]]>'],
])('%s do not cost a review', async (_says, block) => {
  expect((await read(script(block))).map(({ title }) => title)).toEqual(['Gotea'])
})

test('what is valid JSON is read as it stands', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(parseLenient(json)).toEqual({ kind: 'valid', value: JSON.parse(json) })
    }),
  )
})

test('what ends too early stays broken, wherever it ends', () => {
  const whole = JSON.stringify({ a: ['x', { b: 'y, z' }], c: 1 })
  for (let end = 1; end < whole.length; end += 1)
    expect(parseLenient(whole.slice(0, end)).kind).toBe('broken')
})

const MARKED = `<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">Tetera</span>
  <div itemprop="review" itemscope itemtype="http://schema.org/Review" itemref="more">
    <h3 itemprop="name">Gotea</h3> by <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Pau</span></span>
    <meta itemprop="datePublished" content="2026-03-09"><a itemprop="url" href="/r/1">link</a>
    <span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="worstRating" content="1"><b itemprop="ratingValue">2</b>/<b itemprop="bestRating">5</b></span>
  </div></div><div id="more"><p itemprop="reviewBody">Gotea
  siempre.<br>Y quema.</p></div>`

test('a page that marks its reviews up where it shows them is read as well', async () => {
  expect(await read(MARKED)).toMatchObject([
    {
      title: 'Gotea',
      text: 'Gotea siempre.\nY quema.',
      author: { name: 'Pau' },
      rating: { value: 2, worst: 1, best: 5 },
      publishedAt: Date.parse('2026-03-09'),
      url: 'https://tienda.example/r/1',
      details: { product: 'Tetera' },
    },
  ])
})

test('a page that says a review twice has said it once', async () => {
  const same = { ...pau, reviewBody: 'Gotea siempre. Y quema.' }
  expect(await read(MARKED + script(same))).toHaveLength(1)
})

test('a page with reviews is a source of reviews; one without stays a page', async () => {
  const document = (inside: string) =>
    readDocument({ body: Buffer.from(page(inside)), contentType: 'text/html', url: PAGE })
  expect(await document(script(pau))).toMatchObject({
    kind: 'feed',
    document: { format: 'schema-org', kind: 'reviews', title: 'Tetera & taza', items: [{ title: 'Gotea' }] },
  })
  expect(await document(script({ '@type': 'Product', name: 'Review of nothing' }))).toMatchObject({
    kind: 'page',
  })
})
