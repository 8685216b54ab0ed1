import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, pageWithFeeds, rssFeed, startFeedServer } from '../../../support/feed-server.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

let server: FeedServer

beforeEach(async () => {
  server = await startFeedServer()
})

afterEach(() => server.close())

const engineWith = async (fields: { words?: string[]; handles?: string[] } = {}) => {
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  return { ...engine, brandId: await engine.addBrand(fields) }
}
const ITEMS = [
  { id: '1', title: 'Uno', text: 'El café de Luna.', date: '2026-03-09T10:00:00Z', author: 'pau' },
  { id: '2', title: 'Dos', text: 'Otra cosa.', date: '2026-03-10T08:00:00Z', author: 'ana' },
]

test('behind a page the feeds it names are found, and each is asked for once', async () => {
  const { call, brandId } = await engineWith({ words: ['Luna'] })
  server.route('/', {
    body: pageWithFeeds([
      { href: '/posts.xml', title: 'Posts' },
      { href: '/comments.xml', title: 'Comments' },
    ]),
  })
  server.route('/posts.xml', { body: rssFeed(ITEMS, 'Posts of all') })
  server.route('/comments.xml', { body: rssFeed([], '') })
  const { items } = await call('sources.find', { brandId, url: server.origin.slice('http://'.length) })
  expect(items).toMatchObject([
    {
      url: server.url('/posts.xml'),
      title: 'Posts of all',
      kind: 'feed',
      format: 'rss',
      found: 2,
      items: [{ title: 'Dos' }, { title: 'Uno', publishedAt: '2026-03-09T10:00:00.000Z', author: 'pau' }],
      guess: {
        brings: 'what-names-us',
        because: 'names-few',
        naming: 1,
        answersFrom: '2026-02-24T09:00:00.000Z',
      },
    },
    { title: 'Comments', found: 0 },
  ])
  expect(server.log.map(({ path }) => path)).toEqual(['/', '/posts.xml', '/comments.xml'])
})

test('a page that names no feed is asked where sites usually keep one', async () => {
  const { call, brandId } = await engineWith()
  server.route('/blog', { body: '<!doctype html><html><title>Blog</title></html>' })
  server.route('/atom.xml', { body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Here</title></feed>' })
  expect(await call('sources.add', { brandId, url: server.url('/blog') })).toMatchObject({
    title: 'Here',
    found: 0,
  })
})

test('where there is no feed it says so, and what else may do', async () => {
  const { call, brandId } = await engineWith()
  server.route('/blog', { body: '<!doctype html><html><title>Blog</title></html>' })
  await expect(call('sources.add', { brandId, url: server.url('/blog') })).rejects.toMatchObject({
    failure: { kind: 'no-feed-found', hint: expect.stringContaining('imported file') },
  })
  expect((await call('sources.list', {})).items).toEqual([])
})

test.each([
  ['nothing a person would paste', 'hello', 'bad-address'],
  ['a mail address', 'mailto:x@example.com', 'bad-address'],
  ['a file', 'file:///etc/passwd', 'bad-address'],
  ['a script', 'javascript:alert(1)', 'bad-address'],
])('%s is no address', async (_, url, kind) => {
  const { call, brandId } = await engineWith()
  await expect(call('sources.add', { brandId, url })).rejects.toMatchObject({ failure: { kind } })
})

test('a feed that a page names on another private address is never asked for', async () => {
  const canary = await startFeedServer()
  const { call, brandId } = await engineWith()
  server.route('/', { body: pageWithFeeds([{ href: canary.url('/feed') }]) })
  await expect(call('sources.add', { brandId, url: server.origin })).rejects.toMatchObject({
    failure: { kind: 'no-feed-found' },
  })
  expect(canary.log).toEqual([])
  await canary.close()
})

test('the same feed is not added twice, and the failure names it', async () => {
  const { call, brandId } = await engineWith()
  server.route('/feed', { body: rssFeed(ITEMS) })
  await call('sources.add', { brandId, url: server.url('/feed') })
  await expect(call('sources.add', { brandId, url: server.url('/feed') })).rejects.toMatchObject({
    failure: { kind: 'conflict', message: 'What people say is there already.' },
  })
  expect(server.log).toHaveLength(1)
})

test('a secret in an address is used to ask, and shown to nobody', async () => {
  const { call, brandId, log, events } = await engineWith()
  server.route('/feed', { body: rssFeed(ITEMS) })
  await call('sources.add', {
    brandId,
    url: `${server.url('/feed')}?token=s3cr3t-word`,
    brings: 'everything',
  })
  await call('gather.run', {})
  server.route('/feed', { status: 500 })
  const result = await call('gather.run', {})
  expect(server.log.at(-1)?.path).toBe('/feed?token=s3cr3t-word')
  const shown = JSON.stringify([result, await call('sources.list', {}), log, events])
  expect(shown).toContain('token=…')
  expect(shown).not.toContain('s3cr3t-word')
})

test('a list of feeds is added without asking anybody, folders and all; what cannot be is said', async () => {
  const { call, brandId } = await engineWith()
  server.route('/a', { body: rssFeed(ITEMS, 'The A feed') })
  const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Folder"><outline text="" xmlUrl="${server.url('/a')}"/>
    <outline title="B &amp; co" xmlURL="https://b.example/feed?x=1&amp;y=2"/></outline><outline text="again" xmlUrl="${server.url('/a')}"/><outline text="odd" xmlUrl="ftp://c.example/"/></body></opml>`
  expect(await call('sources.addMany', { brandId, opml })).toMatchObject({
    added: [{ url: server.url('/a') }, { title: 'B & co', url: 'https://b.example/feed?x=1&y=2' }],
    already: 0,
    rejected: [{ kind: 'bad-address' }],
  })
  expect(await call('sources.addMany', { brandId, opml })).toMatchObject({ added: [], already: 2 })
  expect(server.log).toEqual([])
  const [first] = (await call('sources.list', {})).items
  if (first)
    expect(await call('gather.run', { sourceIds: [first.sourceId] })).toMatchObject({ sources: 1, added: 2 })
  expect((await call('sources.list', {})).items[0]).toMatchObject({
    title: 'The A feed',
    format: 'rss',
    mentions: 2,
  })
  await expect(call('sources.addMany', { brandId, opml: 'hello' })).rejects.toMatchObject({
    failure: { kind: 'unknown-format' },
  })
})

test('what a feed brings gets the folder it lay in as its tag, and goes out in that folder again', async () => {
  const { call, brandId } = await engineWith()
  server.route('/a', { body: rssFeed(ITEMS, 'The A feed') })
  const opml = `<opml version="2.0"><body><outline text="Shop"><outline text="Late"><outline text="A" xmlUrl="${server.url('/a')}"/></outline></outline></body></opml>`
  await call('sources.addMany', { brandId, opml, folders: 'tags' })
  await call('gather.run', {})
  expect(await call('mentions.list', { brandId, limit: 10 })).toMatchObject({
    items: [{ tags: ['Shop/Late'] }, { tags: ['Shop/Late'] }],
  })
  const again = await call('sources.opml', { brandId })
  expect(again.opml).toMatch(
    /<outline text="Shop"[^/]*>\s*<outline text="Late"[^/]*>\s*<outline type="rss" text="A"/,
  )
})

test('a source that is taken off the list keeps its mentions, and goes on where it stopped when it is added again', async () => {
  const { call, brandId } = await engineWith()
  server.route('/feed', { body: rssFeed(ITEMS) })
  const { sourceId } = await call('sources.add', { brandId, url: server.url('/feed'), brings: 'everything' })
  await call('gather.run', {})
  await call('sources.remove', { sourceId })
  expect((await call('sources.list', {})).items).toEqual([])
  expect(await call('gather.run', {})).toMatchObject({ sources: 0 })
  expect(await call('mentions.count', { brandId })).toEqual({ count: 2 })
  server.route('/feed', { body: rssFeed([{ ...ITEMS[0], text: 'Editado.' }]) })
  await call('sources.add', { brandId, url: server.url('/feed'), brings: 'everything' })
  expect(await call('gather.run', {})).toMatchObject({ added: 0, revised: 1 })
})

test('a paused source is left alone, and a change can be undone', async () => {
  const { call, brandId } = await engineWith()
  server.route('/feed', { body: rssFeed(ITEMS) })
  const { sourceId } = await call('sources.add', { brandId, url: server.url('/feed'), brings: 'everything' })
  expect(
    await call('sources.set', { sourceId, paused: true, title: 'Mi foro', answersFrom: '2026-03-01' }),
  ).toMatchObject({
    paused: true,
    title: 'Mi foro',
    answersFrom: '2026-02-28T23:00:00.000Z',
  })
  expect(await call('gather.run', {})).toMatchObject({ sources: 0 })
})

test('a source that starts to bring everything brings what it had passed over', async () => {
  const { call, brandId } = await engineWith({ words: ['Luna'] })
  server.route('/feed', { body: rssFeed(ITEMS), etag: '"1"' })
  const { sourceId } = await call('sources.add', {
    brandId,
    url: server.url('/feed'),
    brings: 'what-names-us',
  })
  expect(await call('gather.run', {})).toMatchObject({ added: 1 })
  await call('sources.set', { sourceId, brings: 'everything' })
  expect(await call('gather.run', {})).toMatchObject({ added: 1, duplicates: 1 })
})

test('what the brand’s handles wrote is our voice: shown in the conversation, answering it, never counted', async () => {
  const { call, brandId } = await engineWith({ handles: ['@cafeluna'] })
  server.route('/feed', {
    body: rssFeed([
      { id: '1', title: 'Pregunta', text: '¿Abrís hoy?', author: '@pau', date: '2026-03-09T10:00:00Z' },
      {
        id: '2',
        title: 'Respuesta',
        text: 'Hasta las ocho.',
        author: '@cafeluna',
        date: '2026-03-09T11:00:00Z',
        inReplyTo: '1',
      },
    ]),
  })
  await call('sources.add', { brandId, url: server.url('/feed'), brings: 'everything' })
  await call('gather.run', {})
  const { items } = await call('mentions.list', { brandId, limit: 10 })
  expect(items).toMatchObject([
    { title: 'Pregunta', status: 'resolved', reason: 'answered', unanswered: false },
  ])
  const whole = await call('mentions.get', { id: items[0]?.id ?? '' })
  expect(whole.conversation.map(({ kind }) => kind)).toEqual(['mention', 'our-voice'])
})

test('handles that are named later make our voice of what was gathered before', async () => {
  const { call, brandId } = await engineWith()
  server.route('/feed', {
    body: rssFeed([
      { id: '1', title: 'Pregunta', text: '¿Abrís hoy?', author: '@pau', date: '2026-03-09T10:00:00Z' },
      {
        id: '2',
        title: 'Respuesta',
        text: 'Hasta las ocho.',
        author: '@cafeluna',
        date: '2026-03-09T11:00:00Z',
        inReplyTo: '1',
      },
    ]),
  })
  await call('sources.add', { brandId, url: server.url('/feed'), brings: 'everything' })
  await call('gather.run', {})
  expect((await call('brands.list', {})).items).toMatchObject([{ mentions: 2, unanswered: 2 }])
  await call('brands.set', { brandId, handles: ['@cafeluna'] })
  expect((await call('brands.list', {})).items).toMatchObject([{ mentions: 1, unanswered: 0 }])
  await call('brands.set', { brandId, handles: [] })
  expect((await call('brands.list', {})).items).toMatchObject([{ mentions: 2 }])
})
