import { expect, test } from 'vitest'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

async function undoLast({ call }: TestEngine): Promise<void> {
  const [act] = (await call('acts.list', { limit: 1 })).items
  if (!act) throw new Error('There is nothing to undo.')
  await call('acts.undo', { actId: act.actId })
}

const HOURS = { language: 'es', title: 'Horario', body: 'De lunes a viernes, de […] a 20 h.' }

test('what is often needed is kept once, in each language, and changed in one place', async () => {
  const { call, addBrand } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand()
  const { factId } = await call('facts.save', { brandId, ...HOURS })
  await call('facts.save', { brandId, language: 'en', title: 'Hours', body: 'Open until 8 pm.' })
  await call('facts.save', { brandId, factId, ...HOURS, body: 'Todos los días, de […] a 20 h.' })

  expect((await call('facts.list', { brandId, language: 'es' })).items).toMatchObject([
    { factId, brandId, language: 'es', title: 'Horario', body: 'Todos los días, de […] a 20 h.' },
  ])
  expect((await call('facts.list', { brandId })).items).toHaveLength(2)
})

test('a fact that was kept, changed or taken away by mistake is as before after undo', async () => {
  const engine = startTestEngine()
  const { call, addBrand } = engine
  const brandId = await addBrand()
  const titles = async () => (await call('facts.list', { brandId })).items.map(({ title }) => title)
  await call('facts.save', { brandId, ...HOURS })
  await undoLast(engine)
  expect(await titles()).toEqual([])

  const again = await call('facts.save', { brandId, ...HOURS })
  await call('facts.save', { brandId, factId: again.factId, ...HOURS, title: 'Horas' })
  await undoLast(engine)
  expect(await titles()).toEqual(['Horario'])

  await call('facts.remove', { factId: again.factId })
  expect(await titles()).toEqual([])
  await undoLast(engine)
  expect(await titles()).toEqual(['Horario'])
})

test('a fact of one brand is nothing to another', async () => {
  const { call, addBrand } = startTestEngine()
  const [mine, other] = [await addBrand({ name: 'Luna' }), await addBrand({ name: 'Nube' })]
  const { factId } = await call('facts.save', { brandId: mine, ...HOURS })
  expect((await call('facts.list', { brandId: other })).items).toEqual([])
  await expect(call('facts.save', { brandId: other, factId, ...HOURS })).rejects.toMatchObject({
    failure: { kind: 'not-found' },
  })
})
