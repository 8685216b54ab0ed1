import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

async function startWithPerson() {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand({ name: 'Café Luna' })
  const mentionId = engine.addMention(brandId, 'Hola')
  const { personId } = await engine.call('mentions.get', { id: mentionId })
  if (personId === null) throw new Error('nobody said it')
  /** The newest act, as Ctrl+Z would find it. */
  const newest = async () => {
    const { items } = await engine.call('acts.list', { brandId, limit: 1 })
    if (!items[0]) throw new Error('nothing was done')
    return items[0]
  }
  return { engine, brandId, mentionId, personId, newest }
}

test('what was written about a person can be undone', async () => {
  const { engine, personId, newest } = await startWithPerson()
  await engine.call('people.set', { id: personId, firstName: 'Ana', notes: 'Le gusta el cortado' })
  expect(await engine.call('acts.undo', { actId: (await newest()).actId })).toEqual({ undone: 1, left: [] })
  expect(await engine.call('people.get', { id: personId })).toMatchObject({ firstName: '', notes: '' })
})

test('undo leaves a note that was written again since, and says which', async () => {
  const { engine, personId, newest } = await startWithPerson()
  await engine.call('people.set', { id: personId, firstName: 'Ana', notes: 'Uno' })
  const { actId } = await newest()
  await engine.call('people.set', { id: personId, notes: 'Dos' })
  expect(await engine.call('acts.undo', { actId })).toMatchObject({
    left: [{ id: personId, field: 'notes', holds: 'Dos' }],
  })
  expect(await engine.call('people.get', { id: personId })).toMatchObject({ firstName: '', notes: 'Dos' })
})

test('a kept promise can be open again', async () => {
  const { engine, brandId, mentionId, newest } = await startWithPerson()
  const { promiseId } = await engine.call('promises.add', {
    mentionId,
    text: 'Mandar otro',
    due: '2026-03-02T18:00:00Z',
  })
  expect(await engine.call('mentions.count', { brandId, where: 'promise:due' })).toEqual({ count: 1 })
  await engine.call('promises.settle', { promiseId, state: 'kept' })
  expect(await engine.call('mentions.count', { brandId, where: 'promise:due' })).toEqual({ count: 0 })

  await engine.call('acts.undo', { actId: (await newest()).actId })
  expect(await engine.call('mentions.count', { brandId, where: 'promise:due' })).toEqual({ count: 1 })
})

test('a removed source comes back, unless it was added again since', async () => {
  const { engine, brandId, newest } = await startWithPerson()
  const url = 'https://barrio.example/feed'
  const sourceId = engine.addSource(brandId, { title: 'Barrio', url })
  await engine.call('sources.remove', { sourceId })
  const first = await newest()
  expect(await engine.call('acts.undo', { actId: first.actId })).toEqual({ undone: 1, left: [] })

  await engine.call('sources.remove', { sourceId })
  const second = await newest()
  engine.addSource(brandId, { title: 'Barrio, otra vez', url })
  expect(await engine.call('acts.undo', { actId: second.actId })).toMatchObject({
    undone: 0,
    left: [{ id: sourceId, field: 'removed_at' }],
  })
})

test('a brand’s old name comes back', async () => {
  const { engine, brandId, newest } = await startWithPerson()
  await engine.call('brands.set', { brandId, name: 'Café Sol' })
  await engine.call('acts.undo', { actId: (await newest()).actId })
  expect(await engine.call('brands.list', {})).toMatchObject({ items: [{ name: 'Café Luna' }] })
})
