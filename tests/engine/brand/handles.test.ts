import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

async function startWithLuis() {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand({ handles: ['CafeLuna'] })
  const asked = engine.addMention(brandId, '¿Abrís los lunes?', { author: 'Ana' })
  const said = engine.addMention(brandId, 'Yo fui un lunes y estaba cerrado', {
    author: 'Luis',
    answers: asked,
  })
  const where = (question: string) => engine.call('mentions.count', { brandId, where: question })
  const newest = async () => {
    const { items } = await engine.call('acts.list', { brandId, limit: 1 })
    if (!items[0]) throw new Error('nothing was done')
    return items[0].actId
  }
  return { ...engine, brandId, asked, said, where, newest }
}

test('a handle that was not ours gives everything back when it is undone: what was decided, tagged and counted', async () => {
  const { call, brandId, said, asked, where, newest } = await startWithLuis()
  await call('acts.do', { on: { ids: [said] }, act: { kind: 'tag', tag: 'horario' } })
  await call('acts.do', { on: { ids: [said] }, act: { kind: 'status', to: 'pending' } })

  await call('brands.set', { brandId, handles: ['CafeLuna', 'Luis'] })
  expect((await call('mentions.get', { id: said })).ourVoice).toBe(true)
  expect((await call('mentions.get', { id: asked })).reason).toBe('answered')
  // What is ours carries no tag that a list would not show.
  expect((await call('tags.list', { brandId })).items).toMatchObject([{ tag: 'horario', count: 0 }])
  expect(await where('tag:horario')).toEqual({ count: 0 })

  expect((await call('acts.undo', { actId: await newest() })).left).toEqual([])
  expect(await call('mentions.get', { id: said })).toMatchObject({
    ourVoice: false,
    status: 'pending',
    tags: ['horario'],
  })
  expect(await call('mentions.get', { id: asked })).toMatchObject({ status: 'new', reason: null })
  expect((await call('tags.list', { brandId })).items).toMatchObject([{ tag: 'horario', count: 1 }])
  expect(await where('is:unanswered')).toEqual({ count: 1 })
})

test('what was dealt with since stays as it is, and is listed', async () => {
  const { call, brandId, said, asked, newest } = await startWithLuis()
  await call('brands.set', { brandId, handles: ['CafeLuna', 'Luis'] })
  const mistaken = await newest()
  await call('acts.do', { on: { ids: [asked] }, act: { kind: 'status', to: 'open' } })
  expect(await call('acts.undo', { actId: mistaken })).toMatchObject({
    left: [{ id: asked, field: 'voice' }],
  })
  expect((await call('mentions.get', { id: asked })).status).toBe('open')
  expect((await call('mentions.get', { id: said })).ourVoice).toBe(false)
})
