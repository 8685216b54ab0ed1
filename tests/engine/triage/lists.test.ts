import { expect, test } from 'vitest'
import type { MentionId } from '../../../src-main/contract/ids.ts'
import { mentionId } from '../../../src-main/engine/store/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

const minutesAgo = (now: number, minutes: number) => new Date(now - minutes * 60_000).toISOString()

/** Every page of a list, one after the other. */
async function readAll(engine: TestEngine, input: Parameters<typeof engine.call<'mentions.list'>>[1]) {
  const ids: MentionId[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof engine.call<'mentions.list'>>> = await engine.call(
      'mentions.list',
      {
        ...input,
        ...(cursor === null ? {} : { cursor }),
      },
    )
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

test('pages follow each other without a gap or a repetition, newest or oldest first', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const ids = Array.from({ length: 23 }, (_, index) =>
    engine.addMention(brandId, `mention ${index}`, {
      publishedAt: minutesAgo(engine.now(), 60 - (index >> 1)),
    }),
  )

  expect(await readAll(engine, { brandId, limit: 4 })).toEqual(ids.toReversed())
  expect(await readAll(engine, { brandId, limit: 4, order: 'oldest' })).toEqual(ids)
})

test('all brands are read as one list, in the order of time', async () => {
  const engine = startTestEngine()
  const brands = [
    await engine.addBrand({ name: 'Luna' }),
    await engine.addBrand({ name: 'Sol' }),
    await engine.addBrand({ name: 'Mar' }),
  ]
  const said = Array.from({ length: 30 }, (_, index) => {
    const brandId = brands[(index * 7) % 3]
    if (!brandId) throw new Error('no brand')
    // Several at the same second, in several brands.
    return {
      index,
      id: engine.addMention(brandId, `m${index}`, {
        publishedAt: minutesAgo(engine.now(), 30 - Math.floor(index / 4)),
      }),
    }
  })
  const minute = new Map(said.map(({ id, index }) => [id, Math.floor(index / 4)]))

  const all = await readAll(engine, { limit: 7 })
  expect(all.toSorted()).toEqual(said.map(({ id }) => id).toSorted())
  const minutes = all.map((id) => minute.get(id) ?? -1)
  expect(minutes).toEqual(minutes.toSorted((a, b) => b - a))
})

test('a page drawn before something arrived goes on as if it had not', async () => {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand()
  const old = [1, 2, 3].map((n) =>
    engine.addMention(brandId, `old ${n}`, { publishedAt: `2026-03-01T0${n}:00:00Z` }),
  )
  const first = await engine.call('mentions.list', { brandId, limit: 1 })

  engine.moveClockTo('2026-03-02T09:05:00Z')
  engine.addMention(brandId, 'late news of an early hour', { publishedAt: '2026-03-01T02:30:00Z' })
  const second = await engine.call('mentions.list', { brandId, limit: 5, cursor: first.nextCursor ?? '' })

  expect(second.items.map(({ id }) => id)).toEqual([old[1], old[0]])
  expect(second.asOf).toBe(first.asOf)
})

test('a cursor that no list gave is refused', async () => {
  const { call, addBrand } = startTestEngine()
  await addBrand()
  await expect(call('mentions.list', { limit: 5, cursor: 'next please' })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
})

test('a list can be of some sources only, however a mention arrived through them', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const blog = engine.addSource(brandId, { title: 'Blog' })
  const forum = engine.addSource(brandId, { title: 'Foro' })
  const both = engine.addMention(brandId, 'said in the blog, repeated in the forum', {
    sourceId: blog,
    seenIn: [forum],
  })
  engine.addMention(brandId, 'only in the blog', { sourceId: blog })

  const { items } = await engine.call('mentions.list', { sourceIds: [forum], limit: 10 })
  expect(items.map(({ id, seenIn }) => ({ id, seenIn }))).toEqual([{ id: both, seenIn: [blog, forum] }])
})

test('a person is asked for in their own brand, and is nobody in another', async () => {
  const engine = startTestEngine()
  const [luna, sol] = [await engine.addBrand({ name: 'Luna' }), await engine.addBrand({ name: 'Sol' })]
  const id = engine.addMention(luna, 'de Ana', { author: 'Ana' })
  engine.addMention(sol, 'de Berta', { author: 'Berta' })
  const { personId, sourceId } = await engine.call('mentions.get', { id })

  for (const where of [`person:${personId ?? ''}`, `source:${sourceId}`]) {
    const { items } = await engine.call('mentions.list', { where, limit: 10 })
    expect(items.map((mention) => mention.id)).toEqual([id])
  }
})

test('our own voice is in no list, count or search', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  engine.addMention(brandId, 'Gracias por escribirnos', { ourVoice: true, author: 'Café Luna' })

  expect(await engine.call('mentions.list', { brandId, limit: 10 })).toMatchObject({ items: [] })
  expect(await engine.call('mentions.count', { brandId })).toEqual({ count: 0 })
  expect(await engine.call('mentions.search', { brandId, query: 'gracias', limit: 10 })).toMatchObject({
    items: [],
  })
})

test('a search folds accents and lists the newest first', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const older = engine.addMention(brandId, 'El envío tardó', { publishedAt: '2026-02-01T10:00:00Z' })
  const newer = engine.addMention(brandId, 'ENVIO perdido', { publishedAt: '2026-02-20T10:00:00Z' })

  const { items } = await engine.call('mentions.search', { brandId, query: 'envio', limit: 10 })
  expect(items.map(({ id }) => id)).toEqual([newer, older])
})

test('the best match comes first when the user asks for it, page by page', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const filler = 'una frase larga que habla de otras muchas cosas y apenas nombra '
  const best = engine.addMention(brandId, 'envío envío envío', { publishedAt: '2026-01-01T10:00:00Z' })
  const rest = Array.from({ length: 5 }, (_, index) =>
    engine.addMention(brandId, `${filler.repeat(index + 1)} envío`, {
      publishedAt: `2026-02-0${index + 1}T10:00:00Z`,
    }),
  )
  const input = { brandId, query: 'envio', order: 'best' as const, limit: 4 }
  const first = await engine.call('mentions.search', input)
  const second = await engine.call('mentions.search', { ...input, cursor: first.nextCursor ?? '' })

  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([best, ...rest])
  expect(second.nextCursor).toBeNull()
})

test('a mention carries everything a person needs to see about it', async () => {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand()
  const sourceId = engine.addSource(brandId, { title: 'Opina' })
  const id = engine.addMention(brandId, 'Llegó tarde', {
    sourceId,
    title: 'Mal',
    url: 'https://opina.example/1',
    externalId: 'r-1',
    author: 'Ana',
    handle: 'ana',
    rating: { value: 3, worst: 0, best: 10 },
    language: 'es',
    names: ['luna'],
    publishedAt: '2026-03-01T10:00:00.500Z',
  })
  await engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag: 'envío/tarde' } })

  const { items } = await engine.call('mentions.list', { brandId, limit: 1 })
  expect(items[0]).toEqual({
    id,
    uid: items[0]?.uid,
    brandId,
    sourceId,
    sourceTitle: 'Opina',
    seenIn: [sourceId],
    kind: 'review',
    title: 'Mal',
    text: 'Llegó tarde',
    html: '<p>Llegó tarde</p>',
    images: 0,
    url: 'https://opina.example/1',
    externalId: 'r-1',
    author: { name: 'Ana', handle: 'ana', url: null },
    personId: `${brandId}.p1`,
    rating: { value: 3, worst: 0, best: 10 },
    ratingShare: 0.3,
    details: {},
    language: 'es',
    feeling: 'negative',
    felt: { likely: 'negative', confidence: 0.95, strength: 3, by: 'stars' },
    care: null,
    publishedAt: '2026-03-01T10:00:00.500Z',
    updatedAt: null,
    gatheredAt: '2026-03-02T09:00:00.000Z',
    at: '2026-03-01T10:00:00.000Z',
    status: 'new',
    reason: null,
    snoozedUntil: null,
    cameBackAt: null,
    ourVoice: false,
    unanswered: true,
    answerWaits: false,
    hasDraft: false,
    members: 1,
    revisions: 0,
    names: ['luna'],
    tags: ['envío/tarde'],
  })
})

test('a mention is shown with its conversation, oldest first, and our voice in it', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const question = engine.addMention(brandId, '¿Abrís el lunes?', { publishedAt: '2026-03-01T10:00:00Z' })
  const answer = engine.addMention(brandId, 'Sí, a las nueve', {
    ourVoice: true,
    answers: question,
    author: 'Café Luna',
    publishedAt: '2026-03-01T11:00:00Z',
  })
  const thanks = engine.addMention(brandId, 'Gracias', {
    answers: question,
    publishedAt: '2026-03-01T12:00:00Z',
  })

  const whole = await engine.call('mentions.get', { id: thanks })
  const conversation = whole.conversation.map((entry) =>
    entry.kind === 'mention' || entry.kind === 'our-voice' ? [entry.kind, entry.mention.id] : [entry.kind],
  )
  expect(conversation).toEqual([
    ['mention', question],
    ['our-voice', answer],
    ['mention', thanks],
  ])
  expect(whole.person).toMatchObject({ name: 'Ana', mentions: 2 })
})

test('what an author wrote before is kept in the history', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const id = engine.addMention(brandId, 'Ahora bien')
  engine
    .fileOf(brandId)
    .prepare(
      `INSERT INTO revision (mention_id, title, body, html, rating_value, rating_worst, rating_best, replaced_at)
       SELECT id, '', 'Fatal', '<p>Fatal</p>', 1, 1, 5, 1772355600000 FROM mention`,
    )
    .run()
  expect(await engine.call('mentions.get', { id })).toMatchObject({
    revisions: 1,
    history: [
      { text: 'Fatal', rating: { value: 1, worst: 1, best: 5 }, replacedAt: '2026-03-01T09:00:00.000Z' },
    ],
  })
})

test('a mention that is not here is said to be not here', async () => {
  const { call, addBrand } = startTestEngine()
  const id = mentionId(await addBrand(), 99)
  await expect(call('mentions.get', { id })).rejects.toMatchObject({ failure: { kind: 'not-found' } })
})

test('the ready-made views say how many they hold, and each holds what its question finds', async () => {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand()
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((text) => engine.addMention(brandId, text))
  if (!a || !b || !c || !d || !e) throw new Error('no mentions')
  await engine.call('acts.do', { on: { ids: [a] }, act: { kind: 'read' } })
  await engine.call('acts.do', { on: { ids: [b] }, act: { kind: 'status', to: 'pending' } })
  await engine.call('acts.do', { on: { ids: [c] }, act: { kind: 'status', to: 'resolved', reason: 'spam' } })
  await engine.call('acts.do', { on: { ids: [d] }, act: { kind: 'snooze', until: '2026-03-03T09:00:00Z' } })

  const { items, outbox } = await engine.call('views.list', { brandId })
  const counts = Object.fromEntries(items.map(({ name, count }) => [name, count]))
  expect(counts).toEqual({
    inbox: 2,
    unread: 1,
    unanswered: 2,
    negative: 0,
    'promises-due': 0,
    'came-back': 0,
    snoozed: 1,
    drafts: 0,
    'please-read': 0,
    pending: 1,
    resolved: 1,
    'resolved-by-rules': 0,
    everything: 5,
  })
  expect(outbox).toBe(0)
  for (const { where, count } of items) {
    expect(await engine.call('mentions.count', { brandId, where })).toEqual({ count })
  }
})

test('a snoozed mention comes back by itself when its time is up', async () => {
  const { call, addBrand, addMention, moveClockTo } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand()
  const id = addMention(brandId, 'Refund never arrived')
  await call('acts.do', { on: { ids: [id] }, act: { kind: 'snooze', until: '2026-03-03T09:00:00Z' } })
  expect(await call('mentions.list', { where: 'is:unread', limit: 10 })).toMatchObject({ items: [] })

  moveClockTo('2026-03-03T09:00:01Z')
  expect(await call('mentions.list', { where: 'is:unread', limit: 10 })).toMatchObject({ items: [{ id }] })
})
