import { expect, test } from 'vitest'
import { hackerNews } from '../../../../src-main/engine/gather/formats/hacker-news.ts'
import { sourceFormats } from '../../../../src-main/engine/gather/formats/index.ts'

const SEARCH = 'https://hn.algolia.com/api/v1/search_by_date'
const comment = (more: object = {}) => ({
  objectID: '41000002',
  author: 'ana',
  comment_text: 'It doesn&#x27;t hold in the wind.<p>Twice!',
  created_at: '2026-03-09T10:00:00Z',
  created_at_i: 1,
  parent_id: 41000001,
  story_id: 41000000,
  story_title: 'Umbrellas <3',
  story_url: 'https://aurora.example/',
  points: null,
  _tags: ['comment', 'author_ana', 'story_41000000'],
  ...more,
})
const story = (more: object = {}) => ({
  objectID: '41000000',
  author: 'pau',
  title: 'Umbrellas <3',
  url: 'https://aurora.example/?a=1&b="2"',
  story_text: '',
  created_at: '2026-03-09T09:00:00Z',
  points: 12,
  num_comments: 1,
  _tags: ['story', 'author_pau', 'story_41000000'],
  ...more,
})
const answer = (hits: unknown[], query = '') =>
  JSON.stringify({
    exhaustiveNbHits: true,
    hits,
    hitsPerPage: 100,
    nbHits: hits.length,
    nbPages: 1,
    page: 0,
    query,
  })

test('stories and comments keep their words, author, time and thread', () => {
  expect(hackerNews.parse(answer([comment(), story()], 'aurora'), `${SEARCH}?query=aurora`)).toEqual({
    title: 'Hacker News: aurora',
    homeUrl: 'https://news.ycombinator.com',
    items: [
      {
        externalId: '41000002',
        title: 'Umbrellas &lt;3',
        markup: 'It doesn&#x27;t hold in the wind.<p>Twice!',
        text: null,
        url: 'https://news.ycombinator.com/item?id=41000002',
        author: { name: 'ana', handle: 'ana', url: 'https://news.ycombinator.com/user?id=ana' },
        rating: null,
        publishedAt: Date.parse('2026-03-09T10:00:00Z'),
        updatedAt: null,
        inReplyTo: '41000001',
        kind: 'comment',
        details: {},
      },
      {
        externalId: '41000000',
        title: 'Umbrellas &lt;3',
        markup:
          '<p><a href="https://aurora.example/?a=1&amp;b=&quot;2&quot;">https://aurora.example/?a=1&amp;b=&quot;2&quot;</a></p>',
        text: null,
        url: 'https://news.ycombinator.com/item?id=41000000',
        author: { name: 'pau', handle: 'pau', url: 'https://news.ycombinator.com/user?id=pau' },
        rating: null,
        publishedAt: Date.parse('2026-03-09T09:00:00Z'),
        updatedAt: null,
        inReplyTo: null,
        kind: 'post',
        details: { votes: 12 },
      },
    ],
  })
})

test.each([
  ['?tags=author_ana', 'Hacker News: ana'],
  ['?tags=comment,story_41000000', 'Hacker News: Umbrellas &lt;3'],
  ['?tags=front_page', 'Hacker News'],
])('a source of %s is called %s', async (search, title) => {
  expect((await hackerNews.parse(answer([comment()]), `${SEARCH}${search}`)).title).toBe(title)
})

test('a question asked there says what it says', async () => {
  const { items } = await hackerNews.parse(answer([story({ story_text: 'Which one?', url: null })]), SEARCH)
  expect(items[0]?.markup).toBe('Which one?')
})

test('what is no hit is left out; ids that come twice are two items, told apart later', async () => {
  const { items } = await hackerNews.parse(answer([null, {}, { objectID: '' }, comment(), comment()]), SEARCH)
  expect(items.map(({ externalId }) => externalId)).toEqual(['41000002', '41000002'])
})

test('a search that found nothing is a search all the same; what was cut off says so', async () => {
  expect(hackerNews.recognises(answer([]), 'application/json')).toBe(true)
  expect((await hackerNews.parse(answer([]), SEARCH)).items).toEqual([])
  expect(() => hackerNews.parse(answer([comment()]).slice(0, -9), SEARCH)).toThrow(/cut off/)
})

test('it is known among all the formats by what it says', () => {
  const first = (text: string) => sourceFormats.find((one) => one.recognises(text, 'application/json'))?.name
  expect(first(answer([comment(), story()]))).toBe('hacker-news')
  expect(first('{"hits":[{"id":1}],"total":1}')).toBeUndefined()
})
