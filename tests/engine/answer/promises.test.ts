import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

test.each([
  [
    'es',
    'Sole, perdona. Te llamo el martes por las piezas.',
    'Te llamo el martes por las piezas',
    '2026-03-03',
  ],
  ['es', 'Sole, te devolveremos el dinero en 5 días.', 'devolveremos el dinero en 5 días', '2026-03-07'],
  ['en', 'Sally, sorry. We will refund you within 5 days.', 'We will refund you within 5 days', '2026-03-07'],
  [
    'pt',
    'Sónia, desculpe a demora. Amanhã te respondo sobre as peças.',
    'Amanhã te respondo sobre as peças',
    '2026-03-03',
  ],
  ['es', 'Sole, perdona. Te escribiremos a la brevedad.', 'escribiremos a la brevedad', null],
])('a promise is found in a draft in %s: %s', async (language, body, text, day) => {
  const { call, addBrand, addMention } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand({ languages: [language] })
  const mentionId = addMention(brandId, '…', { author: 'Sole', language })
  const { promises } = await call('promises.find', { mentionId, body })
  expect(promises).toMatchObject([{ text, day }])
  expect(body.slice(promises[0]?.start, promises[0]?.end)).toContain(text.slice(-10))
})

test('a promise can be given another day, and undo gives it back', async () => {
  const { call, addBrand, addMention } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand()
  const mentionId = addMention(brandId, 'Sin caldera.', { author: 'Toni' })
  const { promiseId } = await call('promises.add', {
    mentionId,
    text: 'Llamar',
    due: '2026-03-03T22:59:59.999Z',
  })
  await call('promises.move', { promiseId, due: '2026-03-06T22:59:59.999Z' })
  expect(await call('promises.list', { brandId })).toMatchObject({
    items: [{ due: '2026-03-06T22:59:59.999Z' }],
  })
  const [act] = (await call('acts.list', { brandId, limit: 1 })).items
  if (!act) throw new Error('There is no act.')
  expect(await call('acts.undo', { actId: act.actId })).toMatchObject({ left: [] })
  expect(await call('promises.list', { brandId })).toMatchObject({
    items: [{ due: '2026-03-03T22:59:59.999Z' }],
  })

  await call('promises.settle', { promiseId, state: 'kept' })
  await expect(call('promises.move', { promiseId, due: '2026-03-09T22:59:59.999Z' })).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })
})

test('what is due today or was due before is told of once', async () => {
  const { call, addBrand, addMention, moveClockTo } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand()
  const mentionId = addMention(brandId, 'Sin caldera.', { author: 'Toni' })
  const { promiseId } = await call('promises.add', {
    mentionId,
    text: 'Llamar',
    due: '2026-03-03T22:59:59.999Z',
  })
  expect(await call('promises.due', {})).toEqual({ items: [], overdue: 0 })
  moveClockTo('2026-03-03T08:00:00Z')
  expect(await call('promises.due', {})).toMatchObject({ items: [{ promiseId, told: false }], overdue: 0 })
  expect(await call('promises.told', { promiseIds: [promiseId] })).toEqual({ told: 1 })
  expect(await call('promises.told', { promiseIds: [promiseId] })).toEqual({ told: 0 })
  moveClockTo('2026-03-04T08:00:00Z')
  expect(await call('promises.due', { brandId })).toMatchObject({
    items: [{ promiseId, told: true }],
    overdue: 1,
  })
  await call('promises.move', { promiseId, due: '2026-03-04T22:59:59.999Z' })
  expect(await call('promises.due', {})).toMatchObject({ items: [{ promiseId, told: false }], overdue: 0 })
})
