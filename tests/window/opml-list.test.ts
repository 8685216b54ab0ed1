import { expect, test } from 'vitest'
import { brandsIn, isOpml, previewOf } from '../../src-renderer/imports/opml-list.ts'

test.each([
  ['<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>', true],
  ['<OPML>', true],
  ['https://example.org/opml', false],
  ['<rss version="2.0"/>', false],
])('%j is a list of feeds: %s', (text, list) => {
  expect(isOpml(text)).toBe(list)
})

const feed = (name: string) =>
  `<outline type="rss" text="${name}" xmlUrl="https://${name}.example/rss?a=1&amp;b=2"/>`
const folder = (name: string, within: string) => `<outline text="${name}">${within}</outline>`
const list = (body: string, title = 'Mis fuentes') =>
  `<opml version="2.0"><head><title>${title}</title></head><body>${body}</body></opml>`

test('a list is shown by its folders, each with how many feeds lie in it', () => {
  const opml = list(feed('suelta') + folder('Prensa', feed('a') + feed('b') + folder('Local', feed('c'))))
  expect(previewOf(opml)).toEqual({
    title: 'Mis fuentes',
    feeds: 4,
    folders: [
      { path: [], feeds: 1 },
      { path: ['Prensa'], feeds: 2 },
      { path: ['Prensa', 'Local'], feeds: 1 },
    ],
  })
})

test('a feed that lies in two folders is one feed, shown in both', () => {
  const preview = previewOf(list(folder('Uno', feed('a')) + folder('Dos', feed('a') + feed('a'))))
  expect(preview.feeds).toBe(1)
  expect(preview.folders).toEqual([
    { path: ['Uno'], feeds: 1 },
    { path: ['Dos'], feeds: 1 },
  ])
})

test('as brands, a list makes one of each top folder, and what is loose goes to its title', () => {
  const opml = list(feed('suelta') + folder('Café', feed('a') + folder('Dentro', feed('b'))), 'Todo')
  expect(brandsIn(previewOf(opml))).toEqual([
    { name: 'Todo', feeds: 1 },
    { name: 'Café', feeds: 2 },
  ])
})

test.each(['', 'no es nada', '<opml', '<opml><body><outline xmlUrl=""/></body></opml>'])(
  '%j has no feed in it',
  (text) => {
    expect(previewOf(text).feeds).toBe(0)
  },
)
