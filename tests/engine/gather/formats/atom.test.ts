import { expect, test } from 'vitest'
import { atom } from '../../../../src-main/engine/gather/formats/atom.ts'
import { sourceFormats } from '../../../../src-main/engine/gather/formats/index.ts'

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

test('a feed of reviews that borrows the stars of Apple keeps who answers whom', async () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss"
    xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Reseñas</title>
    <entry><id>r2</id><title>Lovely</title><updated>2026-03-01T10:00:00Z</updated><im:rating>5</im:rating></entry>
    <entry><id>r3</id><title>Re: Lovely</title><updated>2026-03-02T10:00:00Z</updated><thr:in-reply-to ref="r2"/></entry></feed>`
  const format = sourceFormats.find((one) => one.recognises(text, null))
  const { items } = (await format?.parse(text, null)) ?? { items: [] }
  expect(
    items.map(({ externalId, inReplyTo, rating }) => [externalId, inReplyTo, rating?.value ?? null]),
  ).toEqual([
    ['r2', null, 5],
    ['r3', 'r2', null],
  ])
})
