import { afterEach, expect, test } from 'vitest'
import { type Reader, startReader } from '../../../../src-main/engine/gather/read/start-reader.ts'
import { rssFeed } from '../../../support/feed-server.ts'

const code = new URL('../../../../src-main/engine/gather/read/reader-worker.ts', import.meta.url).href
const documentOf = (text: string) => ({
  body: Buffer.from(text),
  contentType: null,
  url: 'https://place.example/feed',
})
let reader: Reader

afterEach(() => reader.close())

test('a document that takes too long costs a reader and fails alone; the next one is read by a new reader', async () => {
  reader = startReader(code, () => undefined, 250)
  const long = rssFeed(
    Array.from({ length: 5000 }, (_, n) => ({ id: String(n), text: `<p>${'palabra '.repeat(200)}</p>` })),
  )
  const [slow, quick] = await Promise.all([
    reader.read(documentOf(long)),
    reader.read(documentOf(rssFeed([{ id: '1', title: 'Hola' }]))),
  ])
  expect(slow).toMatchObject({ kind: 'failed', failure: { kind: 'reader-overrun' } })
  expect(quick).toMatchObject({ kind: 'feed', document: { items: [{ title: 'Hola' }] } })
})

test('while much lies unread nothing more is asked for; what was read makes room', async () => {
  reader = startReader(code, () => undefined)
  const large = rssFeed([{ id: '1', text: 'palabra '.repeat(700_000) }])
  let isRoom = false
  const reading = [1, 2, 3, 4].map(() => reader.read(documentOf(large)))
  const room = reader.room().then(() => (isRoom = true))
  await Promise.resolve()
  expect(isRoom).toBe(false)
  await Promise.all([reading[3], room])
  expect(isRoom).toBe(true)
})

test('documents that lie ready are answered each with its own, in whatever order they are awaited', async () => {
  reader = startReader(code, () => undefined)
  const numbers = Array.from({ length: 60 }, (_, number) => number)
  const reading = numbers.map((n) => reader.read(documentOf(rssFeed([{ id: '1', title: `Número ${n}` }]))))
  const titles = (await Promise.all(reading)).map(
    (read) => read.kind === 'feed' && read.document.items[0]?.title,
  )
  expect(titles).toEqual(numbers.map((n) => `Número ${n}`))
})

test('what is read and needed no more is held once, and gone when it was read; what is only read stays', async () => {
  reader = startReader(code, () => undefined)
  const text = rssFeed([{ id: '1', title: 'Hola', text: 'palabra '.repeat(20_000) }])
  const documents = [1, 2, 3].map(() => documentOf(text))
  const kept = documentOf(text)
  const reads = await Promise.all([...documents.map(reader.take), reader.read(kept)])
  for (const read of reads)
    expect(read).toMatchObject({ kind: 'feed', document: { items: [{ title: 'Hola' }] } })
  expect(documents.map(({ body }) => body.byteLength)).toEqual([0, 0, 0])
  expect(kept.body.toString()).toBe(text)
})

test('a body that lies among others in one buffer takes none of them along', async () => {
  reader = startReader(code, () => undefined)
  const text = rssFeed([{ id: '1', title: 'Hola' }])
  const all = new Uint8Array(Buffer.from(text + text))
  const body = all.subarray(0, all.length / 2)
  expect(await reader.take({ ...documentOf(''), body })).toMatchObject({ kind: 'feed' })
  expect(Buffer.from(all).toString()).toBe(text + text)
})

test('when a reader ends, what lay ready is read whole by the next', async () => {
  reader = startReader(code, () => undefined, 250)
  const long = rssFeed(
    Array.from({ length: 5000 }, (_, n) => ({ id: String(n), text: `<p>${'palabra '.repeat(200)}</p>` })),
  )
  const ready = [1, 2, 3].map((n) => documentOf(rssFeed([{ id: '1', title: `Hola ${n}` }])))
  const [slow, ...quick] = await Promise.all([documentOf(long), ...ready].map(reader.take))
  expect(slow).toMatchObject({ failure: { kind: 'reader-overrun' } })
  expect(quick.map((read) => read.kind === 'feed' && read.document.items[0]?.title)).toEqual(
    ready.map((_, n) => `Hola ${n + 1}`),
  )
})

test.each([
  ['a million elements', `<rss version="2.0"><channel>${'<a b="1"/>'.repeat(1_500_000)}</channel></rss>`],
  [
    'a million objects',
    `{"version":"https://jsonfeed.org/version/1","items":[${'{},'.repeat(4_000_000)}{}]}`,
  ],
  ['a million lines', '{"text":"x"}\n'.repeat(1_000_000)],
])('%s are refused before they fill the memory', async (_, text) => {
  reader = startReader(code, () => undefined)
  expect(await reader.read(documentOf(text))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'broken-document', message: expect.stringContaining('250,000 parts') },
  })
})

test('a million items are cut to the first five thousand', async () => {
  reader = startReader(code, () => undefined)
  const many = `<rss version="2.0"><channel><title>T</title>${'<item><title>x</title></item>'.repeat(500_000)}</channel></rss>`
  const read = await reader.read(documentOf(many))
  expect(read.kind === 'feed' && read.document.items.length).toBe(5000)
})

test('an item of a million tags is cut where nobody writes on', async () => {
  reader = startReader(code, () => undefined)
  const read = await reader.read(documentOf(rssFeed([{ id: '1', text: '<b>x'.repeat(1_000_000) }])))
  expect(read).toMatchObject({ kind: 'feed', document: { items: [{ externalId: '1' }] } })
})
