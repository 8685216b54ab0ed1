import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpml, readOpml } from '../../../../src-main/engine/gather/opml/opml.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

const opml = (body: string, title = '') =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>${title}</title></head><body>${body}</body></opml>`
const feed = (url: string, text = '') => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`
const folder = (name: string, body: string) => `<outline text="${name}">${body}</outline>`

test('a list keeps its title and every folder a feed lies in', () => {
  const list = opml(
    `${feed('https://a.example/', 'A')}${folder(
      'Shop',
      `${folder('Late', feed('https://b.example/', 'B'))}${feed('https://a.example/', 'A again')}`,
    )}<outline>${feed('https://c.example/', 'C')}</outline>`,
    'My\n feeds &amp; more',
  )
  expect(readOpml(list)).toEqual({
    title: 'My feeds & more',
    feeds: [
      { url: 'https://a.example/', title: 'A', homeUrl: null, folders: [['Shop']], ours: {} },
      { url: 'https://b.example/', title: 'B', homeUrl: null, folders: [['Shop', 'Late']], ours: {} },
      { url: 'https://c.example/', title: 'C', homeUrl: null, folders: [], ours: {} },
    ],
  })
})

test('only our own attributes are ours, whatever they are prefixed with', () => {
  const list = `<opml version="2.0" xmlns:q="urn:ventanilla:sources" xmlns:z="urn:other"><body>
    <outline xmlUrl="https://a.example/" htmlUrl="https://a.example/home" q:kind="reviews" z:kind="x" kind="y"/></body></opml>`
  expect(readOpml(list).feeds).toMatchObject([
    { homeUrl: 'https://a.example/home', ours: { kind: 'reviews' } },
  ])
})

test.each([
  ['cut off in the middle', opml(feed('https://a.example/')).slice(0, -10)],
  ['with a mark at its beginning', `\ufeff${opml(feed('https://a.example/'))}`],
  ['in capitals', opml(feed('https://a.example/')).replace('outline', 'OUTLINE').replace('xmlUrl', 'XMLURL')],
])('a list %s is read as far as it goes', (_, list) => {
  expect(isOpml(list)).toBe(true)
  expect(readOpml(list).feeds.map(({ url }) => url)).toEqual(['https://a.example/'])
})

const LIST = opml(
  [
    folder(
      'Café Luna',
      `${feed('https://luna.example/a', 'A')}${folder('Late', feed('https://luna.example/b', 'B'))}`,
    ),
    folder('Sol', `${feed('https://sol.example/', 'S')}${feed('ftp://sol.example/', 'odd')}`),
    feed('https://alone.example/', 'Alone'),
  ].join(''),
)

describe('a list becomes brands', () => {
  test('one for each top folder; a brand of that name is added to, feeds without a folder are refused by name', async () => {
    const { call, addBrand, events } = startTestEngine()
    const luna = await addBrand({ name: 'CAFE LUNA' })
    const result = await call('brands.fromOpml', { opml: LIST })
    expect(result).toMatchObject({
      brands: [
        { brandId: luna, name: 'CAFE LUNA', was: 'there', already: 0, rejected: [] },
        { name: 'Sol', was: 'created', rejected: [{ kind: 'bad-address', url: 'ftp://sol.example/' }] },
      ],
      rejected: [{ kind: 'bad-row', url: 'https://alone.example/' }],
    })
    expect(result.brands.map(({ added }) => added.map(({ title }) => title))).toEqual([['A', 'B'], ['S']])
    expect((await call('brands.list', {})).items.map(({ name, words }) => [name, words])).toEqual([
      ['CAFE LUNA', ['CAFE LUNA']],
      ['Sol', ['Sol']],
    ])
    expect(events).toContainEqual({ kind: 'changed', subject: 'brands', brandId: result.brands[1]?.brandId })
  })

  test('the list’s title is the brand of what lies in no folder; a second time nothing is added twice', async () => {
    const { call } = startTestEngine()
    const list = LIST.replace('<title></title>', '<title>Lo demás</title>')
    await call('brands.fromOpml', { opml: list })
    const again = await call('brands.fromOpml', { opml: list })
    expect(again.brands.map(({ name, was, added, already }) => [name, was, added.length, already])).toEqual([
      ['Café Luna', 'there', 0, 2],
      ['Sol', 'there', 0, 1],
      ['Lo demás', 'there', 0, 1],
    ])
    expect(again.rejected).toEqual([])
  })

  test('a feed in the folders of two brands is a source of both', async () => {
    const { call } = startTestEngine()
    const list = opml(['Luna', 'Sol'].map((name) => folder(name, feed('https://both.example/'))).join(''))
    await call('brands.fromOpml', { opml: list })
    const { items } = await call('sources.list', {})
    expect(items.map(({ url }) => url)).toEqual(['https://both.example/', 'https://both.example/'])
    expect(new Set(items.map(({ brandId }) => brandId)).size).toBe(2)
  })

  test('what is no list makes no brand', async () => {
    const { call } = startTestEngine()
    await expect(call('brands.fromOpml', { opml: '<rss/>' })).rejects.toMatchObject({
      failure: { kind: 'unknown-format' },
    })
    expect((await call('brands.list', {})).items).toEqual([])
  })
})

test('folders become tags when they are asked to, nested and several to a feed', async () => {
  const { call, addBrand } = startTestEngine()
  const list = opml(
    `${folder('Shop', `${folder('Late', feed('https://b.example/'))}${folder('Wet', feed('https://b.example/'))}`)}${feed('https://c.example/')}${folder('a//b', feed('https://d.example/'))}`,
  )
  const brandId = await addBrand()
  await call('sources.addMany', { brandId, opml: list, folders: 'tags' })
  expect((await call('sources.list', { brandId })).items.map(({ tags }) => tags)).toEqual([
    ['Shop/Late', 'Shop/Wet'],
    [],
    [],
  ])
  const other = await addBrand()
  await call('sources.addMany', { brandId: other, opml: list })
  expect((await call('sources.list', { brandId: other })).items.flatMap(({ tags }) => tags)).toEqual([])
})

describe('the list of sources, written', () => {
  test('an address that holds a secret stays at home unless it is asked for', async () => {
    const { call, addBrand, addSource } = startTestEngine()
    const brandId = await addBrand({ name: 'Luna & co' })
    addSource(brandId, { url: 'https://open.example/feed', title: 'Open "one" <b>' })
    addSource(brandId, { url: 'https://closed.example/feed?token=s3cr3t-word', title: 'Closed' })
    addSource(brandId, { url: 'https://ana:pass@closed.example/', title: 'With a password' })
    addSource(brandId, { kind: 'file', title: 'imported.csv' })
    const written = await call('sources.opml', { brandId })
    expect(written).toMatchObject({ sources: 1, withheld: 2 })
    expect(written.opml).not.toMatch(/s3cr3t|pass@|imported/)
    expect(readOpml(written.opml)).toMatchObject({
      title: 'Luna & co',
      feeds: [{ url: 'https://open.example/feed', title: 'Open "one" <b>' }],
    })
    const whole = await call('sources.opml', { brandId, withSecrets: true })
    expect(whole).toMatchObject({ sources: 3, withheld: 0 })
    expect(whole.opml).toContain('token=s3cr3t-word')
  })

  test('a home page goes out and comes in again, unless its own address holds a secret', async () => {
    const { call, addBrand } = startTestEngine()
    const brandId = await addBrand()
    const list = [
      'https://luna.example/?token=s3cr3t-word',
      'https://sol.example/',
      'javascript:alert(1)',
    ].map((home, index) => `<outline xmlUrl="https://f${index}.example/" htmlUrl="${home}"/>`)
    await call('sources.addMany', { brandId, opml: opml(list.join('')) })
    const written = await call('sources.opml', { brandId })
    expect(written.sources).toBe(3)
    expect(readOpml(written.opml).feeds.map(({ homeUrl }) => homeUrl)).toEqual([
      null,
      'https://sol.example/',
      null,
    ])
    const whole = await call('sources.opml', { brandId, withSecrets: true })
    expect(whole.opml).toContain('s3cr3t-word')
    expect((await call('sources.list', { brandId })).items.map(({ homeUrl }) => homeUrl)).toEqual([
      'https://luna.example/?token=…',
      'https://sol.example/',
      null,
    ])
  })

  test('of all brands it has a folder for each; a brand without sources has none', async () => {
    const { call, addBrand, addSource } = startTestEngine()
    addSource(await addBrand({ name: 'Luna' }), { url: 'https://luna.example/' })
    await addBrand({ name: 'Nada' })
    addSource(await addBrand({ name: 'Sol' }), { url: 'https://sol.example/' })
    const { opml: written } = await call('sources.opml', {})
    expect(readOpml(written).feeds.map(({ url, folders }) => [url, folders])).toEqual([
      ['https://luna.example/', [['Luna']]],
      ['https://sol.example/', [['Sol']]],
    ])
  })

  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/[\s\p{C}/]+/gu, ' ').trim())
    .filter((text) => text !== '')
  const tag = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
  const source = fc.record({
    path: fc.webPath(),
    title: name,
    kind: fc.constantFrom('feed' as const, 'comments' as const, 'reviews' as const),
    brings: fc.constantFrom('everything' as const, 'what-names-us' as const),
    paused: fc.boolean(),
    everyMinutes: fc.option(fc.integer({ min: 15, max: 1440 })),
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
  })

  test('what is written and read again is the same sources, in one brand and in all of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(source, { minLength: 1, maxLength: 6, selector: ({ path }) => path }),
        async (sources) => {
          const from = startTestEngine()
          const brandId = await from.addBrand({ name: 'Café «Luna» & <co>' })
          for (const { path, title, kind, ...rest } of sources) {
            const sourceId = from.addSource(brandId, { url: `https://luna.example/s${path}`, title, kind })
            await from.call('sources.set', { sourceId, ...rest })
          }
          const shown = (list: { items: readonly object[] }) =>
            list.items
              .map((one) =>
                Object.fromEntries(
                  Object.entries(one)
                    .filter(([key]) =>
                      ['url', 'title', 'kind', 'brings', 'paused', 'everyMinutes', 'tags'].includes(key),
                    )
                    .map(([key, value]) => [key, Array.isArray(value) ? value.toSorted() : value]),
                ),
              )
              .toSorted((a, b) => (String(a['url']) < String(b['url']) ? -1 : 1))
          const before = shown(await from.call('sources.list', {}))

          const one = startTestEngine()
          const there = await one.addBrand()
          const ofBrand = await from.call('sources.opml', { brandId, withSecrets: true })
          await one.call('sources.addMany', { brandId: there, opml: ofBrand.opml, folders: 'tags' })
          expect(shown(await one.call('sources.list', {}))).toEqual(before)

          const all = startTestEngine()
          const ofAll = await from.call('sources.opml', { withSecrets: true })
          await all.call('brands.fromOpml', { opml: ofAll.opml, folders: 'tags' })
          expect(shown(await all.call('sources.list', {}))).toEqual(before)
          expect((await all.call('brands.list', {})).items.map((brand) => brand.name)).toEqual([
            'Café «Luna» & <co>',
          ])
          await Promise.all([from.close(), one.close(), all.close()])
        },
      ),
      { seed: 5, numRuns: 15 },
    )
  }, 60_000)
})
