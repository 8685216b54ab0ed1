import { describe, expect, test } from 'vitest'
import { atom } from '../../../../src-main/engine/gather/formats/atom.ts'
import { jsonFeed } from '../../../../src-main/engine/gather/formats/json-feed.ts'
import { jsonl } from '../../../../src-main/engine/gather/formats/jsonl.ts'
import { rss } from '../../../../src-main/engine/gather/formats/rss.ts'

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

describe('rss', () => {
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
      items: [
        {
          externalId: 'r-1',
          title: 'Lento & frío',
          markup: '<p>Tardó <b>una hora</b>.</p>',
          text: null,
          url: 'https://place.example/r/1?utm_source=rss',
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
    expect((await rss.parse(cut, BASE)).items.map(({ title }) => title).slice(0, 1)).toEqual(['Uno'])
  })

  test('what cannot be mended says so in words', async () => {
    await expect(rss.parse('<rss version="2.0"></rss>', BASE)).rejects.toMatchObject({
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
})

describe('atom', () => {
  const feed = (entries: string, attributes = '') =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" ${attributes}><title>Foro</title><link href="/"/>${entries}</feed>`

  test('a good entry keeps id, words, link, author with profile, dates and what it answers', async () => {
    const text = feed(
      `<entry><id>tag:place.example,2026:7</id><title type="text">I &lt;3 café</title><link rel="edit" href="/e/7"/><link href="/7"/>
       <author><name>Pau</name><uri>/u/pau</uri></author><published>2026-03-10T09:00:00Z</published><updated>2026-03-10T10:00:00Z</updated>
       <thr:in-reply-to ref="tag:place.example,2026:6"/>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Uno <b>dos</b> tres</div></content></entry>`,
    )
    expect((await atom.parse(text, BASE)).items).toEqual([
      {
        ...FILLED,
        externalId: 'tag:place.example,2026:7',
        title: 'I &lt;3 café',
        markup: '<div xmlns="http://www.w3.org/1999/xhtml">Uno <b>dos</b> tres</div>',
        baseUrl: BASE,
        url: 'https://place.example/7',
        author: { name: 'Pau', handle: null, url: 'https://place.example/u/pau' },
        publishedAt: Date.parse('2026-03-10T09:00:00Z'),
        updatedAt: Date.parse('2026-03-10T10:00:00Z'),
        inReplyTo: 'tag:place.example,2026:6',
        kind: 'comment',
      },
    ])
  })

  test('an empty feed is no failure', async () => {
    expect(await atom.parse(feed(''), BASE)).toEqual({
      title: 'Foro',
      homeUrl: 'https://place.example/',
      items: [],
    })
  })

  test('one bad date, or a link without an address, costs no entry', async () => {
    const { items } = await atom.parse(
      feed(
        '<entry><title>A</title><published>soon</published><link/></entry><entry><title>B</title><updated>2026-03-10</updated></entry>',
      ),
      BASE,
    )
    expect(items).toMatchObject([
      { title: 'A', publishedAt: null, url: null },
      { title: 'B', publishedAt: Date.parse('2026-03-10') },
    ])
  })

  test('relative links start from the base the document gives', async () => {
    const { items } = await atom.parse(
      feed(
        '<entry xml:base="posts/"><title>A</title><link href="1"/></entry>',
        'xml:base="https://other.example/blog/"',
      ),
      BASE,
    )
    expect(items).toMatchObject([
      { url: 'https://other.example/blog/posts/1', baseUrl: 'https://other.example/blog/posts/' },
    ])
  })

  test('entries without an author are by the feed’s author, under any prefix', async () => {
    const text = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:author><a:name>Ana</a:name></a:author><a:entry><a:id>1</a:id><a:title>A</a:title></a:entry></a:feed>`
    expect((await atom.parse(text, BASE)).items).toMatchObject([
      { externalId: '1', title: 'A', author: { name: 'Ana' } },
    ])
  })

  test('repeated ids are given as they are', async () => {
    const { items } = await atom.parse(
      feed('<entry><id>1</id><title>A</title></entry><entry><id>1</id><title>B</title></entry>'),
      BASE,
    )
    expect(items).toHaveLength(2)
  })

  test('a broken one says so', async () => {
    await expect(atom.parse('<feed', BASE)).rejects.toMatchObject({ failure: { kind: 'broken-document' } })
  })
})

describe('json-feed', () => {
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
})

describe('jsonl', () => {
  const line = (fields: object) => JSON.stringify(fields)

  test('a line has the contract’s field names', () => {
    const text = line({
      externalId: 'a1',
      title: 'T',
      text: 'x',
      url: 'https://place.example/1',
      author: { name: 'Ana', handle: '@ana', url: null },
      rating: { value: 3, worst: 0, best: 10 },
      publishedAt: '2026-03-10T09:00:00Z',
      updatedAt: null,
      inReplyTo: 'a0',
      kind: 'review',
    })
    expect(jsonl.parse(text, null)).toEqual({
      title: '',
      homeUrl: null,
      rejected: [],
      items: [
        {
          externalId: 'a1',
          title: 'T',
          markup: null,
          text: 'x',
          url: 'https://place.example/1',
          author: { name: 'Ana', handle: '@ana', url: null },
          rating: { value: 3, worst: 0, best: 10 },
          publishedAt: Date.parse('2026-03-10T09:00:00Z'),
          updatedAt: null,
          inReplyTo: 'a0',
          kind: 'review',
        },
      ],
    })
  })

  test('a bad line is said with its number and why, and the rest goes on', () => {
    const text = [
      line({ text: 'uno' }),
      '{broken',
      '',
      line({ text: 'dos', publishedAt: 'someday' }),
      line({ url: 'https://x.example/' }),
      '[1]',
      line({ text: 'tres', author: 'Ana', rating: 4 }),
    ].join('\r\n')
    const parsed = jsonl.parse(text, null)
    expect(parsed).toMatchObject({
      items: [
        { text: 'uno' },
        { text: 'tres', author: { name: 'Ana' }, rating: { value: 4, worst: 1, best: 5 }, kind: 'review' },
      ],
    })
    expect('rejected' in parsed && parsed.rejected?.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '2: this line is not JSON',
      '4: publishedAt: not a date',
      '5: nothing is said in it: no title, text, html or rating',
      '6: Invalid input: expected object, received array',
    ])
  })

  test('an empty file is no failure, and repeated ids are given as they are', () => {
    expect(jsonl.parse('\n\n', null)).toMatchObject({ items: [], rejected: [] })
    expect(
      jsonl.parse(`${line({ externalId: 1, text: 'a' })}\n${line({ externalId: 1, text: 'b' })}`, null),
    ).toMatchObject({ items: [{ externalId: '1' }, { externalId: '1' }] })
  })
})
