import { expect, test } from 'vitest'
import { remakeSome } from '../../../src-main/engine/understand/remake-store.ts'
import { startTestEngine } from '../../support/test-engine.ts'

async function startWithBrand() {
  const engine = startTestEngine({ at: '2026-03-10T09:00:00Z' })
  const brandId = await engine.addBrand()
  let minute = 0
  const add = (text: string, fields = {}) =>
    engine.addMention(brandId, text, {
      language: 'es',
      publishedAt: new Date(Date.UTC(2026, 2, 9, 9, minute++)).toISOString(),
      author: `Persona ${minute}`,
      ...fields,
    })
  const feelingOf = async (id: Awaited<ReturnType<typeof add>>) =>
    (await engine.call('mentions.get', { id })).feeling
  const correct = (ids: readonly ReturnType<typeof add>[], to: 'negative' | 'neutral' | 'positive') =>
    engine.call('acts.do', { on: { ids: [...ids] }, act: { kind: 'feeling', to } })
  const where = async (question: string) =>
    (await engine.call('mentions.list', { brandId, where: question, limit: 50 })).items.map(({ id }) => id)
  const remake = () => {
    while (remakeSome(engine.fileOf(brandId)) === 'more');
  }
  return { ...engine, brandId, add, feelingOf, correct, where, remake }
}

test('feeling is told when a mention is gathered, and asked for in questions', async () => {
  const { add, where } = await startWithBrand()
  const angry = add('Una vergüenza, nadie contesta y el paquete llegó roto')
  const content = add('Todo perfecto, gracias, muy amables')
  const report = add('La empresa abrió en 2019 su segunda tienda en Zaragoza, según el registro mercantil.')
  const unsure = add('Otra cosa distinta fue lo de ayer')
  expect(await where('feeling:negative')).toEqual([angry])
  expect(await where('feeling:positive')).toEqual([content])
  expect(await where('feeling:neutral')).toContain(report)
  expect(await where('is:not-sure')).toEqual(await where('feeling:none'))
  expect([...(await where('is:not-sure')), ...(await where('feeling:neutral'))]).toContain(unsure)
  expect(await where('sentimiento:negativo es:sin-respuesta')).toEqual([angry])
})

test('what the user says it is holds, also when its author edits it or the program reads it anew, until it is undone', async () => {
  const { add, feelingOf, correct, call, remake, where } = await startWithBrand()
  const id = add('Una vergüenza, nadie contesta')
  const { actId } = await correct([id], 'positive')
  expect(await feelingOf(id)).toBe('positive')
  remake()
  expect(await where('feeling:positive')).toEqual([id])
  expect((await call('understand.mention', { id })).felt).toEqual({
    likely: 'positive',
    confidence: 1,
    strength: 1,
    by: 'user',
  })
  expect(await call('acts.undo', { actId })).toEqual({ undone: 1, left: [] })
  expect(await feelingOf(id)).toBe('negative')
})

test('the words that decided are told for a mention', async () => {
  const { add, call } = await startWithBrand()
  const id = add('El personal muy amable, pero la habitación sucia y el baño un asco')
  const { words, corrections } = await call('understand.mention', { id })
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['muy amable', 'sucia', 'un asco']))
  expect(corrections).toBe(0)
})

test('a brand learns from its own corrections alone, and forgets them when asked', async () => {
  const { add, correct, call, brandId, addBrand, remake, feelingOf } = await startWithBrand()
  const other = await addBrand({ name: 'Otra' })
  const said = Array.from({ length: 6 }, (_, n) => add(`Menudo pufo lo de la cuota ${n}, menudo pufo`))
  const waiting = add('Menudo pufo otra vez')
  const text = 'Vaya pufo, menudo pufo'
  const plain = await call('understand.text', { text, brandId })
  await correct(said, 'negative')

  expect(await call('understand.learnt', { brandId })).toEqual({ corrections: 6 })
  expect(await call('understand.text', { text, brandId })).toMatchObject({ feeling: 'negative', sure: true })
  expect(await call('understand.text', { text, brandId: other })).toEqual(plain)
  remake()
  expect(await feelingOf(waiting)).toBe('negative')

  const { actId, count } = await call('understand.forget', { brandId })
  expect(count).toBe(6)
  expect(await call('understand.learnt', { brandId })).toEqual({ corrections: 0 })
  expect(await call('understand.text', { text, brandId })).toEqual(plain)
  await call('acts.undo', { actId })
  expect(await call('understand.learnt', { brandId })).toEqual({ corrections: 6 })
})

test('after a new version everything is read anew, a little at a time, and it goes on where it was stopped', async () => {
  const { add, fileOf, brandId, where } = await startWithBrand()
  const all = Array.from({ length: 230 }, (_, n) => add(`Un desastre, nadie contesta, pedido ${n}`))
  const db = fileOf(brandId)
  db.exec(`
    UPDATE mention SET feeling = NULL, feeling_confidence = NULL;
    UPDATE mention_state SET sure = NULL;
    UPDATE remaking SET version = 0, below = 0`)
  expect(await where('feeling:negative')).toEqual([])

  expect(remakeSome(db)).toBe('more')
  const newest = all.slice(-50).toReversed()
  expect(await where('feeling:negative')).toEqual(newest)
  while (remakeSome(db) === 'more');
  const { n } = db
    .prepare<[], { n: number }>('SELECT count(*) AS n FROM mention WHERE feeling < 0')
    .get() ?? { n: 0 }
  expect(n).toBe(all.length)
})

test('our own voice has no feeling', async () => {
  const { add, feelingOf } = await startWithBrand()
  expect(await feelingOf(add('Lo sentimos mucho, qué vergüenza', { ourVoice: true }))).toBeNull()
})

test('a text of nothing has no feeling', async () => {
  const { call } = await startWithBrand()
  expect(await call('understand.text', { text: ' … ' })).toMatchObject({
    feeling: null,
    language: null,
    words: [],
  })
})
