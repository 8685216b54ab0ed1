import { expect, test } from 'vitest'
import type { MentionId } from '../../../src-main/contract/ids.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const NEWS =
  'La cafetería de la plaza cerrará sus puertas a final de mes después de treinta años. Su dueña dice que el alquiler se ha duplicado y que no ha encontrado a nadie que quiera seguir con el negocio, pese a que la clientela no ha dejado de venir cada mañana a desayunar. El ayuntamiento asegura que estudia ayudas para el pequeño comercio del centro.'

/** One article in three feeds, gathered one after another; the third adds who it is by. */
async function startWithTwins() {
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await engine.addBrand()
  const sources = ['Diario', 'Gaceta', 'Correo'].map((title) =>
    engine.addSource(brandId, { title, url: `https://${title.toLowerCase()}.example/feed` }),
  )
  const [diario, gaceta, correo] = sources
  if (!diario || !gaceta || !correo) throw new Error('A source is missing.')
  const add = (sourceId: typeof diario, text = NEWS) =>
    engine.addMention(brandId, text, {
      sourceId,
      title: 'Cierra el café',
      publishedAt: '2026-03-09T10:00:00Z',
    })
  const head = add(diario)
  const twin = add(gaceta)
  const third = add(correo, `${NEWS} Agencia Cañizares.`)
  const list = async (where = '') => (await engine.call('mentions.list', { brandId, where, limit: 50 })).items
  const get = (id: MentionId) => engine.call('mentions.get', { id })
  const views = async () =>
    Object.fromEntries(
      (await engine.call('views.list', { brandId })).items.map(({ name, count }) => [name, count]),
    )
  const tag = (id: MentionId, name: string) =>
    engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag: name } })
  /** Everything that is kept of what was decided, as it lies in the file. */
  const kept = () =>
    ['mention_state', 'mention_twin', 'mention_apart', 'mention_tag', 'counter'].map((table) =>
      engine.fileOf(brandId).prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
    )
  return {
    ...engine,
    brandId,
    sources,
    diario,
    gaceta,
    correo,
    head,
    twin,
    third,
    list,
    get,
    views,
    tag,
    kept,
    add,
  }
}

test('an article in three feeds is listed and counted once, and says where else it was seen', async () => {
  const { call, brandId, list, get, views, head, twin, third, sources } = await startWithTwins()
  expect(await list()).toMatchObject([{ id: head, seenIn: sources, status: 'new' }])
  expect(await call('mentions.count', { brandId })).toEqual({ count: 1 })
  expect(await views()).toMatchObject({ inbox: 1, unread: 1, unanswered: 1, everything: 1 })
  expect((await get(head)).alsoSeen).toMatchObject([
    { id: twin, sourceTitle: 'Gaceta', why: 'same-text', at: '2026-03-09T10:00:00.000Z' },
    { id: third, sourceTitle: 'Correo', why: 'same-text' },
  ])
})

test('the very same mention through another source is named without an id', async () => {
  const { addMention, brandId, get, diario, gaceta } = await startWithTwins()
  const id = addMention(brandId, 'Muy bueno', {
    sourceId: diario,
    seenIn: [gaceta],
    url: 'https://diario.example/1',
  })
  expect((await get(id)).alsoSeen).toMatchObject([
    {
      id: null,
      sourceId: gaceta,
      sourceTitle: 'Gaceta',
      url: 'https://diario.example/1',
      why: 'same-mention',
    },
  ])
})

test('a twin that is opened shows what was decided about its head, and what is done to it is done to the head', async () => {
  const { call, get, list, tag, head, twin, sources } = await startWithTwins()
  await tag(head, 'prensa')
  await call('acts.do', {
    on: { ids: [twin] },
    act: { kind: 'status', to: 'resolved', reason: 'no-reply-needed' },
  })
  expect(await list()).toMatchObject([{ id: head, status: 'resolved', reason: 'no-reply-needed' }])
  const opened = await get(twin)
  expect(opened).toMatchObject({ status: 'resolved', reason: 'no-reply-needed', tags: ['prensa'] })
  expect(opened.alsoSeen.map(({ id }) => id)).toContain(head)
  expect([...opened.seenIn].toSorted()).toEqual([...sources].toSorted())
  expect(opened.conversation).toMatchObject([{ kind: 'mention', mention: { id: twin } }])
})

test('words that only a twin says find what it is shown as, and so does its source', async () => {
  const { call, brandId, list, head, correo, diario } = await startWithTwins()
  const found = await call('mentions.search', { brandId, query: 'Cañizares', limit: 10 })
  expect(found.items).toMatchObject([{ id: head }])
  expect(await list('Cañizares is:open')).toMatchObject([{ id: head }])
  expect(await list('Cañizares -tag:prensa plaza')).toMatchObject([{ id: head }])
  expect(await call('mentions.count', { brandId, where: 'Cañizares' })).toEqual({ count: 1 })
  expect(
    (await call('mentions.search', { brandId, query: 'cafetería', order: 'best', limit: 10 })).items,
  ).toMatchObject([{ id: head }])
  expect(await list('source:correo')).toMatchObject([{ id: head }])
  for (const sourceId of [correo, diario])
    expect((await call('mentions.list', { brandId, sourceIds: [sourceId], limit: 9 })).items).toMatchObject([
      { id: head },
    ])
  await call('acts.do', {
    on: { brandId, where: 'Cañizares', asOf: '2026-03-10T09:00:00Z' },
    act: { kind: 'tag', tag: 'agencia' },
  })
  expect(await list('tag:agencia')).toMatchObject([{ id: head }])
})

test('a report counts an article in three feeds once', async () => {
  const { call, brandId } = await startWithTwins()
  const report = await call('reports.make', { brandId, from: '2026-03-01', to: '2026-03-10' })
  expect(report.totals).toMatchObject({ mentions: 1 })
})

test('a twin that is taken apart has its own copy of what was decided, and undo puts it back', async () => {
  const { call, list, get, tag, kept, views, head, twin, third } = await startWithTwins()
  await tag(head, 'prensa')
  await call('acts.do', {
    on: { ids: [head] },
    act: { kind: 'status', to: 'resolved', reason: 'not-about-us' },
  })
  const before = kept()

  const { actId } = await call('mentions.takeApart', { id: twin })
  expect(await list()).toMatchObject([
    { id: twin, status: 'resolved', reason: 'not-about-us', tags: ['prensa'] },
    { id: head, status: 'resolved', reason: 'not-about-us', tags: ['prensa'] },
  ])
  expect((await get(twin)).alsoSeen).toEqual([])
  expect((await get(head)).alsoSeen).toMatchObject([{ id: third }])
  expect(await views()).toMatchObject({ everything: 2, resolved: 2 })

  expect(await call('acts.undo', { actId })).toEqual({ undone: 1, left: [] })
  expect(kept()).toEqual(before)
})

test('what was dealt with after it was taken apart is left as it is', async () => {
  const { call, twin, list, head } = await startWithTwins()
  const { actId } = await call('mentions.takeApart', { id: twin })
  await call('acts.do', { on: { ids: [twin] }, act: { kind: 'status', to: 'pending' } })
  expect(await call('acts.undo', { actId })).toEqual({
    undone: 0,
    left: [{ id: twin, field: 'together', holds: 'pending' }],
  })
  expect(await list()).toMatchObject([
    { id: twin, status: 'pending' },
    { id: head, status: 'new' },
  ])
})

test('a head lets one go, or all', async () => {
  const { call, get, list, kept, head, twin, third } = await startWithTwins()
  const before = kept()
  const one = await call('mentions.takeApart', { id: head, from: twin })
  expect((await get(head)).alsoSeen.map(({ id }) => id)).toEqual([third])
  await call('acts.undo', { actId: one.actId })
  const all = await call('mentions.takeApart', { id: head })
  expect(await list()).toHaveLength(3)
  expect(await call('acts.undo', { actId: all.actId })).toEqual({ undone: 2, left: [] })
  expect(kept()).toEqual(before)
})

test('what the user took apart is never brought together by another that says the same', async () => {
  const { call, list, addSource, brandId, add, get, head, twin } = await startWithTwins()
  await call('mentions.takeApart', { id: twin })
  add(addSource(brandId, { title: 'Última', url: 'https://ultima.example/feed' }))
  expect(await list()).toHaveLength(2)
  const seen = await Promise.all(
    [head, twin].map(async (id) => (await get(id)).alsoSeen.map(({ id: other }) => other)),
  )
  expect(seen[0]).not.toContain(twin)
  expect(seen[1]).not.toContain(head)
})

test('the user puts two together that no program would, with the tags of both, and undo takes it back', async () => {
  const { call, addMention, brandId, list, get, tag, views, kept, head, twin, third } = await startWithTwins()
  const post = addMention(brandId, 'Qué pena lo del café', { publishedAt: '2026-03-01T10:00:00Z' })
  await tag(head, 'prensa')
  await tag(post, 'redes')
  await tag(post, 'prensa')
  await call('acts.do', { on: { ids: [post] }, act: { kind: 'snooze', until: '2026-03-20T10:00:00Z' } })
  const before = kept()

  const { actId } = await call('mentions.putTogether', { ids: [post, twin] })
  expect(await list()).toHaveLength(1)
  expect(await views()).toMatchObject({ everything: 1 })
  const [shown] = await list()
  expect(shown?.tags).toEqual(['prensa', 'redes'])
  const whys = (await get(head)).alsoSeen.map(({ id, why }) => ({ id, why }))
  expect([...whys, { id: head, why: 'itself' }].map(({ id }) => id).toSorted()).toEqual(
    [head, twin, third, post].toSorted(),
  )
  expect(whys.map(({ why }) => why)).toContain('by-hand')

  expect(await call('acts.undo', { actId })).toEqual({ undone: 1, left: [] })
  expect(kept()).toEqual(before)
})

test('what has a draft stands for the others; two that have one are not put together', async () => {
  const { call, addMention, brandId, list, head } = await startWithTwins()
  const post = addMention(brandId, 'Qué pena lo del café', { publishedAt: '2026-03-01T10:00:00Z' })
  const other = addMention(brandId, '¿Es verdad que cierran?', { publishedAt: '2026-03-02T10:00:00Z' })
  await call('replies.saveDraft', { mentionId: post, body: 'Nos da mucha pena.' })
  await call('mentions.putTogether', { ids: [head, post] })
  expect((await list('has:draft')).map(({ id }) => id)).toEqual([post])
  await call('replies.saveDraft', { mentionId: other, body: 'Sí.' })
  await expect(call('mentions.putTogether', { ids: [post, other] })).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })
})

test('two brands’ mentions are not put together, nor what is together already, nor what is not there', async () => {
  const { call, addBrand, addMention, head, twin } = await startWithTwins()
  const elsewhere = addMention(await addBrand({ name: 'Otra' }), 'Hola')
  const conflict = { failure: { kind: 'conflict' } }
  await expect(call('mentions.putTogether', { ids: [head, elsewhere] })).rejects.toMatchObject(conflict)
  await expect(call('mentions.putTogether', { ids: [head, twin] })).rejects.toMatchObject(conflict)
  await expect(call('mentions.takeApart', { id: elsewhere })).rejects.toMatchObject(conflict)
  await expect(call('mentions.takeApart', { id: twin, from: twin })).rejects.toMatchObject(conflict)
})

test('when the brand says that a head is its own voice, the others stand for themselves as it was decided', async () => {
  const engine = await startWithTwins()
  const { call, brandId, addMention, list, gaceta, diario } = engine
  const text = NEWS.replaceAll('cafetería', 'heladería')
    .replaceAll('treinta', 'cuarenta')
    .split(' ')
    .reverse()
    .join(' ')
  const ours = addMention(brandId, text, { sourceId: diario, author: 'Luna', handle: 'luna' })
  const theirs = addMention(brandId, text, { sourceId: gaceta, author: 'Efe' })
  await call('acts.do', { on: { ids: [ours] }, act: { kind: 'status', to: 'pending' } })
  expect((await list('is:pending')).map(({ id }) => id)).toEqual([ours])
  await call('brands.set', { brandId, handles: ['@luna'] })
  expect((await list('is:pending')).map(({ id }) => id)).toEqual([theirs])
})

test('a twin is answered in its own place, and so is what it is shown as', async () => {
  const { call, brandId, list, views, head, twin } = await startWithTwins()
  const { replyId } = await call('replies.queue', { mentionId: twin, body: 'Gracias por contarlo.' })
  await call('outbox.run', { brandId })
  await call('outbox.confirm', { replyId, posted: true })
  expect(await list()).toMatchObject([
    { id: head, status: 'resolved', reason: 'answered', unanswered: false },
  ])
  expect(await views()).toMatchObject({ inbox: 0, unanswered: 0, resolved: 1 })
})
