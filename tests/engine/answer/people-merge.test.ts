import { expect, test } from 'vitest'
import type { BrandId, MentionId, PersonId } from '../../../src-main/contract/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

/** One woman under two names, in two places. */
async function twoPlaces(engine: TestEngine) {
  const { addBrand, addSource, addMention } = engine
  const brandId = await addBrand()
  const forum = addSource(brandId, { url: 'https://foro.example/feed', title: 'Foro' })
  const reviews = addSource(brandId, { url: 'https://opina.example/feed', title: 'Opina' })
  const asked = addMention(brandId, '¿Dónde está mi pedido 4312889?', {
    sourceId: forum,
    author: 'Lucía Martín',
  })
  const complained = addMention(brandId, 'Sigo sin el pedido 4312889.', {
    sourceId: reviews,
    author: 'lucia_m',
    handle: 'lucia_m',
  })
  return { brandId, forum, reviews, asked, complained }
}

async function personOf({ call }: TestEngine, id: MentionId): Promise<PersonId> {
  const { personId } = await call('mentions.get', { id })
  if (personId === null) throw new Error('Nobody says it.')
  return personId
}

async function mentionsOf({ call }: TestEngine, brandId: BrandId, person: PersonId): Promise<string[]> {
  const { items } = await call('mentions.list', { brandId, where: `person:${person}`, limit: 50 })
  return items.map(({ text }) => text).sort()
}

test('who quotes the same order in another place is suggested, with the reason', async () => {
  const engine = startTestEngine()
  const { asked, complained } = await twoPlaces(engine)
  const { items } = await engine.call('people.suggestions', { id: await personOf(engine, asked) })
  expect(items).toMatchObject([
    {
      person: { id: await personOf(engine, complained), name: 'lucia_m' },
      reasons: [{ kind: 'same-order', value: '4312889' }, { kind: 'similar-name' }, { kind: 'same-week' }],
      lastText: 'Sigo sin el pedido 4312889.',
    },
  ])
})

test('two that are one have one journey, and one set of notes; undo makes them two again, with everything they had', async () => {
  const engine = startTestEngine()
  const { call } = engine
  const { brandId, asked, complained } = await twoPlaces(engine)
  const [first, second] = [await personOf(engine, asked), await personOf(engine, complained)]
  await call('people.set', { id: first, notes: 'Llamarla por la tarde' })
  await call('people.set', { id: second, firstName: 'Lucía', address: 'usted', notes: 'Muy enfadada' })
  const before = [await call('people.get', { id: first }), await call('people.get', { id: second })]

  const { id, actId } = await call('people.merge', { ids: [second, first] })
  expect(await call('people.get', { id })).toMatchObject({
    name: 'Lucía',
    address: 'usted',
    notes: 'Llamarla por la tarde\n\nMuy enfadada',
    mentions: 2,
    handles: [{ name: 'Lucía Martín' }, { name: 'lucia_m' }],
    effort: { touches: 2, places: 2, repeats: 1 },
  })
  expect(await mentionsOf(engine, brandId, id)).toHaveLength(2)
  expect(await call('people.get', { id: second })).toMatchObject({ id })

  expect((await call('acts.undo', { actId })).left).toEqual([])
  expect([await call('people.get', { id: first }), await call('people.get', { id: second })]).toEqual(before)
})

test('a handle that was brought to the wrong person leaves again, is not suggested any more, and undo brings it back', async () => {
  const engine = startTestEngine()
  const { call } = engine
  const { asked, complained } = await twoPlaces(engine)
  const { id } = await call('people.merge', {
    ids: [await personOf(engine, asked), await personOf(engine, complained)],
  })
  const { handles } = await call('people.get', { id })
  const theirs = handles.find(({ name }) => name === 'lucia_m')?.id
  if (theirs === undefined) throw new Error('The handle is gone.')

  const { actId } = await call('people.unmerge', { id, handles: [theirs] })
  const alone = await personOf(engine, complained)
  expect(alone).not.toBe(id)
  expect((await call('people.suggestions', { id })).items).toEqual([])
  expect((await call('people.suggestions', { id: alone })).items).toEqual([])

  await call('acts.undo', { actId })
  expect(await personOf(engine, complained)).toBe(id)
})

test('the handle a person is known by may leave too: the others go on with a copy of what is known', async () => {
  const engine = startTestEngine()
  const { call } = engine
  const { asked, complained } = await twoPlaces(engine)
  const { id } = await call('people.merge', {
    ids: [await personOf(engine, asked), await personOf(engine, complained)],
  })
  await call('people.set', { id, notes: 'Llamarla por la tarde' })
  const [anchor] = (await call('people.get', { id })).handles
  if (!anchor) throw new Error('Somebody has no handle.')
  await call('people.unmerge', { id, handles: [anchor.id] })

  const [one, other] = [await personOf(engine, asked), await personOf(engine, complained)]
  expect(one).not.toBe(other)
  expect(await call('people.get', { id: one })).toMatchObject({ notes: 'Llamarla por la tarde', mentions: 1 })
  expect(await call('people.get', { id: other })).toMatchObject({
    notes: 'Llamarla por la tarde',
    mentions: 1,
  })
})

test('who the user says is somebody else is not suggested again, until that is undone', async () => {
  const engine = startTestEngine()
  const { call } = engine
  const { asked, complained } = await twoPlaces(engine)
  const ids = [await personOf(engine, asked), await personOf(engine, complained)]
  const [id] = ids
  if (id === undefined) throw new Error('Nobody asked.')
  const { actId } = await call('people.notSame', { ids })
  expect((await call('people.suggestions', { id })).items).toEqual([])
  await call('acts.undo', { actId })
  expect((await call('people.suggestions', { id })).items).toHaveLength(1)
})

test('the same handle on the same network is one person without anybody saying so', async () => {
  const engine = startTestEngine()
  const { addBrand, addSource, addMention } = engine
  const brandId = await addBrand()
  const spanish = addSource(brandId, { url: 'https://es.opina.example/feed', title: 'Opina' })
  const english = addSource(brandId, { url: 'https://www.opina.example/feed', title: 'Opina (en)' })
  const one = addMention(brandId, 'Frío', { sourceId: spanish, author: 'Lu', handle: 'lu' })
  const two = addMention(brandId, 'Cold', { sourceId: english, author: 'Lu', handle: '@Lu' })
  expect(await personOf(engine, one)).toBe(await personOf(engine, two))
})

test('people of two brands are never one, not even suggested', async () => {
  const engine = startTestEngine()
  const { call, addBrand, addMention } = engine
  const text = 'Mi correo es lucia@correo.example, pedido 4312889'
  const here = addMention(await addBrand({ name: 'Luna' }), text, { author: 'Lucía Martín' })
  const there = addMention(await addBrand({ name: 'Nube' }), text, { author: 'Lucía Martín' })
  const ids = [await personOf(engine, here), await personOf(engine, there)]
  for (const id of ids) expect((await call('people.suggestions', { id })).items).toEqual([])
  await expect(call('people.merge', { ids })).rejects.toMatchObject({ failure: { kind: 'invalid-input' } })
})
