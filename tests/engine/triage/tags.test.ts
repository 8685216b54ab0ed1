import { expect, test } from 'vitest'
import type { BrandId, MentionId } from '../../../src-main/contract/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

async function start() {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand()
  const tag = (id: MentionId, path: string) =>
    engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag: path } })
  const tagged = async (text: string, ...paths: readonly string[]) => {
    const id = engine.addMention(brandId, text)
    for (const path of paths) await tag(id, path)
    return id
  }
  const tree = async () => (await engine.call('tags.list', { brandId })).items
  const paths = async () => (await tree()).map((each) => `${each.tag} ${each.count}`)
  const tagsOf = async (id: MentionId) => (await engine.call('mentions.get', { id })).tags
  const found = async (where: string) =>
    (await engine.call('mentions.list', { brandId, where, limit: 100 })).items.map(({ id }) => id)
  return { engine, brandId, tag, tagged, tree, paths, tagsOf, found }
}

const TABLES = ['tag', 'mention_tag', 'counter', 'mention_state'] as const

function held(engine: TestEngine, brandId: BrandId) {
  const db = engine.fileOf(brandId)
  return TABLES.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all())
}

test('a word that was given to a tag as its synonym finds it when tagging and when asking', async () => {
  const { engine, brandId, tag, tagged, tagsOf, found } = await start()
  const first = await tagged('Llegó tarde', 'envío/tarde')
  await engine.call('tags.set', { brandId, tag: 'envío/tarde', synonyms: ['retraso', 'Demora'] })
  const second = engine.addMention(brandId, 'Otra demora')
  await tag(second, 'DEMORA')
  expect(await tagsOf(second)).toEqual(['envío/tarde'])
  expect(await found('tag:retraso')).toEqual([second, first])
  await engine.call('acts.do', { on: { ids: [second] }, act: { kind: 'untag', tag: 'retraso' } })
  expect(await tagsOf(second)).toEqual([])
})

test('one word cannot mean two tags', async () => {
  const { engine, brandId, tagged } = await start()
  await tagged('Uno', 'envío')
  await tagged('Dos', 'precio')
  await engine.call('tags.set', { brandId, tag: 'envío', synonyms: ['reparto'] })
  for (const synonyms of [['precio'], ['Envío', 'PRECIO']])
    await expect(engine.call('tags.set', { brandId, tag: 'envío', synonyms })).rejects.toMatchObject({
      failure: { kind: 'conflict' },
    })
  await expect(
    engine.call('tags.set', { brandId, tag: 'precio', synonyms: ['Reparto'] }),
  ).rejects.toMatchObject({ failure: { kind: 'conflict', facts: { tag: 'envío' } } })
})

test('a tag that is renamed keeps its mentions and what is under it, and its old name still finds it', async () => {
  const { engine, brandId, tag, tagged, paths, tagsOf, found } = await start()
  const late = await tagged('Tarde', 'envio/tarde')
  const lost = await tagged('Perdido', 'envio')
  expect(await engine.call('tags.rename', { brandId, tag: 'envio', to: 'logística' })).toMatchObject({
    count: 2,
  })
  expect(await paths()).toEqual(['logística 1', 'logística/tarde 1'])
  expect(await tagsOf(late)).toEqual(['logística/tarde'])
  expect(await found('tag:envio')).toEqual([lost, late])
  expect(await found('tag:envio/tarde')).toEqual([late])
  await tag(lost, 'envio/tarde')
  expect(await tagsOf(lost)).toEqual(['logística', 'logística/tarde'])
})

test('a tag moves below another with everything under it, and never below itself', async () => {
  const { engine, brandId, tagged, paths } = await start()
  await tagged('Uno', 'tarde/mucho')
  await tagged('Dos', 'envío')
  await engine.call('tags.move', { brandId, tag: 'tarde', under: 'envío' })
  expect(await paths()).toEqual(['envío 1', 'envío/tarde/mucho 1'])
  await engine.call('tags.move', { brandId, tag: 'envío/tarde/mucho', under: null })
  expect(await paths()).toEqual(['envío 1', 'mucho 1'])
  await expect(
    engine.call('tags.rename', { brandId, tag: 'envío', to: 'envío/nuevo' }),
  ).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })
  await expect(engine.call('tags.rename', { brandId, tag: 'mucho', to: 'Envio' })).rejects.toMatchObject({
    failure: { kind: 'conflict', facts: { tag: 'envío' } },
  })
})

test('two tags become one: counts stay right, and undo gives each mention back exactly its tags', async () => {
  const { engine, brandId, tagged, paths, tagsOf, found } = await start()
  const both = await tagged('Los dos', 'delivery', 'envío')
  const old = await tagged('Uno', 'delivery')
  const deep = await tagged('Hondo', 'delivery/late', 'envío/late')
  const own = await tagged('Suyo', 'delivery/lost')
  const kept = await tagged('El otro', 'envío')
  const before = held(engine, brandId)
  const merged = await engine.call('tags.merge', { brandId, tag: 'delivery', into: 'envío' })
  expect(merged.count).toBe(3)
  expect(await paths()).toEqual(['envío 3', 'envío/late 1', 'envío/lost 1'])
  expect(await tagsOf(both)).toEqual(['envío'])
  expect(await tagsOf(own)).toEqual(['envío/lost'])
  expect(await found('tag:delivery')).toEqual([kept, own, deep, old, both])
  const { left } = await engine.call('acts.undo', { actId: merged.actId })
  expect(left).toEqual([])
  expect(held(engine, brandId)).toEqual(before)
})

test('what was tagged anew after a merge keeps its tag when the merge is undone', async () => {
  const { engine, brandId, tag, tagged, tagsOf, paths } = await start()
  const old = await tagged('Uno', 'delivery')
  await tagged('Otro', 'envío')
  const { actId } = await engine.call('tags.merge', { brandId, tag: 'delivery', into: 'envío' })
  const fresh = await tagged('Nuevo', 'delivery')
  await engine.call('acts.do', { on: { ids: [old] }, act: { kind: 'untag', tag: 'envío' } })
  const { left } = await engine.call('acts.undo', { actId })
  expect(left).toEqual([{ id: old, field: 'tag', holds: '0' }])
  expect(await tagsOf(fresh)).toEqual(['envío'])
  expect(await tagsOf(old)).toEqual(['delivery'])
  expect(await paths()).toEqual(['delivery 1', 'envío 2'])
  await tag(old, 'envío')
})

test('a retired tag stays where it is, is put on by hand only, and is offered again when restored', async () => {
  const { engine, brandId, tagged, tagsOf, tree } = await start()
  const old = await tagged('Uno', 'navidad', 'precio')
  const { actId } = await engine.call('tags.retire', { brandId, tag: 'navidad' })
  expect(await tagsOf(old)).toEqual(['navidad', 'precio'])
  const retired = async () => (await tree()).filter((each) => each.retiredAt !== null).map((each) => each.tag)
  expect(await retired()).toEqual(['navidad'])
  await engine.call('acts.undo', { actId })
  expect(await retired()).toEqual([])
  await engine.call('tags.retire', { brandId, tag: 'navidad' })
  await engine.call('tags.restore', { brandId, tag: 'navidad' })
  expect(await retired()).toEqual([])
  await engine.call('tags.retire', { brandId, tag: 'navidad' })
  const used = engine.addMention(brandId, 'Otra vez')
  const put = await engine.call('acts.do', { on: { ids: [used] }, act: { kind: 'tag', tag: 'navidad' } })
  expect(await retired()).toEqual([])
  await engine.call('acts.undo', { actId: put.actId })
  expect(await retired()).toEqual(['navidad'])
})

test('colour, description and synonyms are kept and can be undone; a parent that only the tree had gets a row', async () => {
  const { engine, brandId, tagged, tree } = await start()
  await tagged('Uno', 'envío/tarde')
  const before = held(engine, brandId)
  const { actId } = await engine.call('tags.set', {
    brandId,
    tag: 'envío',
    colour: 'teal',
    description: 'Todo lo que viaja',
    synonyms: ['reparto'],
  })
  expect((await tree())[0]).toMatchObject({
    tag: 'envío',
    colour: 'teal',
    description: 'Todo lo que viaja',
    synonyms: ['reparto'],
    count: 0,
  })
  await engine.call('acts.undo', { actId })
  expect(held(engine, brandId)).toEqual(before)
})

test('what only the tree had under a tag that is called otherwise now is found by its old name', async () => {
  const { engine, brandId, tagged, paths } = await start()
  await tagged('Llegó tarde', 'envío', 'envío/tarde/mucho')
  await engine.call('tags.rename', { brandId, tag: 'envío', to: 'reparto' })

  await engine.call('tags.set', { brandId, tag: 'envío/tarde', colour: 'teal' })
  expect(await paths()).toEqual(['reparto 1', 'reparto/tarde 0', 'reparto/tarde/mucho 1'])
})

test('a tag that nothing carries can be added, and undone', async () => {
  const { engine, brandId, paths } = await start()
  const before = held(engine, brandId)
  const { actId } = await engine.call('tags.add', { brandId, tag: 'crisis', colour: 'plum' })
  expect(await paths()).toEqual(['crisis 0'])
  await expect(engine.call('tags.add', { brandId, tag: 'Crisis' })).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })
  await engine.call('acts.undo', { actId })
  expect(held(engine, brandId)).toEqual(before)
})

test('tags are suggested for words that were tagged before, and it says why', async () => {
  const { engine, brandId, tagged } = await start()
  for (let n = 0; n < 12; n += 1) await tagged(`Espero mi reembolso desde el día ${n}`, 'cobros/reembolso')
  for (let n = 0; n < 3; n += 1) await tagged(`Reembolso perfecto, gracias ${n}`, 'elogio')
  for (let n = 0; n < 12; n += 1) await tagged(`El café estaba frío en la mesa ${n}`, 'producto')
  const asked = engine.addMention(brandId, '¿Dónde está mi REEMBOLSO?')
  const { items } = await engine.call('tags.suggest', { mentionId: asked })
  expect(items.map(({ tag }) => tag)).toEqual(['cobros/reembolso'])
  expect(items[0]?.because).toEqual([{ word: 'reembolso', carry: 12, of: 15 }])
  expect(await engine.call('mentions.get', { id: asked })).toMatchObject({ tags: [] })
})

test('what is tagged now is learnt from now; what is worn or retired is not suggested', async () => {
  const { engine, brandId, tag, tagged } = await start()
  const asked = engine.addMention(brandId, 'Vaya atasco')
  expect((await engine.call('tags.suggest', { mentionId: asked })).items).toEqual([])
  for (let n = 0; n < 8; n += 1) await tagged(`Hay atasco número ${n}`, 'tráfico')
  for (let n = 0; n < 8; n += 1) await tagged(`Buen pan ${n}`, 'pan')
  const suggested = async () =>
    (await engine.call('tags.suggest', { mentionId: asked })).items.map((each) => each.tag)
  expect(await suggested()).toEqual(['tráfico'])
  await engine.call('tags.retire', { brandId, tag: 'tráfico' })
  expect(await suggested()).toEqual([])
  await engine.call('tags.restore', { brandId, tag: 'tráfico' })
  await tag(asked, 'tráfico')
  expect(await suggested()).toEqual([])
})

test('a word that is about nothing, or that chance brought together with a tag, suggests nothing', async () => {
  const { engine, brandId, tagged } = await start()
  for (let n = 0; n < 5; n += 1) await tagged(`Bonito porque sí, paraguas número ${n}`, 'elogio')
  for (let n = 0; n < 6; n += 1) await tagged(`Nada que ver ${n}`, 'otra')
  await tagged('Malo porque sí, paraguas', 'otra')
  const asked = engine.addMention(brandId, 'Arregladlo porque el paraguas se rompe')
  expect((await engine.call('tags.suggest', { mentionId: asked })).items).toEqual([])
})
