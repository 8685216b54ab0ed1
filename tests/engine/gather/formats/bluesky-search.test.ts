import { expect, test } from 'vitest'
import { blueskySearch } from '../../../../src-main/engine/gather/formats/bluesky-search.ts'
import { sourceFormats } from '../../../../src-main/engine/gather/formats/index.ts'

const ASKED =
  'https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts?sort=latest&limit=100&q=caf%C3%A9%20%3C3'
const author = { did: 'did:plc:ana', handle: 'ana.bsky.social', displayName: 'Ana ☂', labels: [] }
const post = (more: object = {}) => ({
  uri: 'at://did:plc:ana/app.bsky.feed.post/3kabc',
  cid: 'bafy',
  author,
  record: {
    $type: 'app.bsky.feed.post',
    text: 'Se rompió <otra> vez',
    createdAt: '2026-03-09T10:00:00.000Z',
  },
  replyCount: 0,
  indexedAt: '2026-03-09T10:00:01.000Z',
  ...more,
})
const answer = (...posts: unknown[]) => JSON.stringify({ posts, cursor: '25', hitsTotal: posts.length })

test('a post keeps its words, its author and its address, and says what it answers', () => {
  const reply = {
    ...post().record,
    reply: { root: { uri: 'at://x/1' }, parent: { uri: 'at://x/2', cid: 'y' } },
  }
  expect(
    blueskySearch.parse(
      answer(post(), post({ uri: 'at://did:plc:ana/app.bsky.feed.post/3kd', record: reply })),
      ASKED,
    ),
  ).toEqual({
    title: 'Bluesky: café &lt;3',
    homeUrl: 'https://bsky.app/search?q=caf%C3%A9%20%3C3',
    items: [
      {
        externalId: 'at://did:plc:ana/app.bsky.feed.post/3kabc',
        title: '',
        markup: null,
        text: 'Se rompió <otra> vez',
        url: 'https://bsky.app/profile/ana.bsky.social/post/3kabc',
        author: { name: 'Ana ☂', handle: 'ana.bsky.social', url: 'https://bsky.app/profile/ana.bsky.social' },
        rating: null,
        publishedAt: Date.parse('2026-03-09T10:00:00Z'),
        updatedAt: null,
        inReplyTo: null,
        kind: 'post',
      },
      expect.objectContaining({ inReplyTo: 'at://x/2', kind: 'comment' }),
    ],
  })
})

test('an account whose handle is lost is found by its id', () => {
  const lost = { did: 'did:plc:ana', handle: 'handle.invalid' }
  expect(blueskySearch.parse(answer(post({ author: lost })), ASKED)).toMatchObject({
    items: [
      {
        url: 'https://bsky.app/profile/did:plc:ana/post/3kabc',
        author: { handle: 'did:plc:ana', url: 'https://bsky.app/profile/did:plc:ana' },
      },
    ],
  })
})

test.each([
  ['2031-01-01T00:00:00Z', '2026-03-09T10:00:01.000Z', '2026-03-09T10:00:01.000Z'],
  ['nonsense', '2026-03-09T10:00:01.000Z', '2026-03-09T10:00:01.000Z'],
  ['2026-03-01T00:00:00Z', 'nonsense', '2026-03-01T00:00:00.000Z'],
])('a post dated %s and indexed %s is of %s', async (createdAt, indexedAt, at) => {
  const record = { ...post().record, createdAt }
  const { items } = await blueskySearch.parse(answer(post({ record, indexedAt })), ASKED)
  expect(items[0]?.publishedAt).toBe(Date.parse(at))
})

test('what is no post is left out, and the others stay', async () => {
  const { items } = await blueskySearch.parse(answer({ uri: 'at://x' }, null, 'x', post()), ASKED)
  expect(items).toHaveLength(1)
})

test('a search that found nothing is a search all the same', async () => {
  const nothing = '{"posts":[],"hitsTotal":0}'
  expect(blueskySearch.recognises(nothing, 'application/json')).toBe(true)
  expect((await blueskySearch.parse(nothing, ASKED)).items).toEqual([])
})

test('what was cut off says so', () => {
  expect(() => blueskySearch.parse(answer(post()).slice(0, -9), ASKED)).toThrow(/cut off/)
})

test('it is known among all the formats by what it says', () => {
  const first = (text: string) => sourceFormats.find((one) => one.recognises(text, 'application/json'))?.name
  expect(first(answer(post()))).toBe('bluesky-search')
  expect(first('{"posts":[{"id":1,"title":"another program’s posts"}]}')).not.toBe('bluesky-search')
  expect(first('{"error":"Forbidden","message":"no"}')).toBeUndefined()
})
