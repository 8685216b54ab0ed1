import { expect, test } from 'vitest'
import { findHits } from '../../../../src-main/contract/hits.ts'
import { startTestEngine } from '../../../support/test-engine.ts'

async function startWithTag() {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const id = engine.addMention(brandId, 'El envío llegó tarde')
  await engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag: 'envíos/tarde' } })
  const explain = (text: string, language: 'es' | 'en' = 'es') =>
    engine.call('questions.explain', { text, brandId, language })
  return { ...engine, brandId, explain }
}

test('a question is said word by word, each at its place', async () => {
  const { explain } = await startWithTag()
  const text = 'etiqueta:envios -from:"Ana" (rating:<=2 OR "nunca más") lleg*'
  const { chips, error } = await explain(text)
  expect(error).toBeNull()
  expect(chips.map(({ start, end, words }) => [text.slice(start, end), words])).toEqual([
    ['etiqueta:envios', 'etiqueta envios'],
    ['-from:"Ana"', 'no: de Ana'],
    ['(', '('],
    ['rating:<=2', '2 estrellas o menos'],
    ['OR', 'o'],
    ['"nunca más"', '“nunca más”'],
    [')', ')'],
    ['lleg*', 'lleg…'],
  ])
  expect(chips[1]).toMatchObject({ kind: 'keyword', key: 'from', value: 'Ana', negated: true, note: null })
})

test.each([
  ['is:unanswered', 'unanswered', 'sin respuesta'],
  ['after:-7d', 'since 7 days ago', 'desde hace 7 días'],
  ['before:2026-10-01', 'before Oct 1, 2026', 'antes de 1 oct 2026'],
  ['on:2026-10', 'October 2026', 'octubre de 2026'],
  ['on:yesterday', 'yesterday', 'ayer'],
  ['lang:pt', 'in Portuguese', 'en portugués'],
  ['rating:3..5', '3 to 5 stars', 'de 3 a 5 estrellas'],
  ['rating:>4', 'more than 4 stars', 'más de 4 estrellas'],
  ['has:promise', 'with an open promise', 'con una promesa por cumplir'],
  ['kind:review', 'reviews', 'reseñas'],
])('%s in plain words', async (text, en, es) => {
  const { explain } = await startWithTag()
  expect((await explain(text, 'en')).chips.map(({ words }) => words)).toEqual([en])
  expect((await explain(text, 'es')).chips.map(({ words }) => words)).toEqual([es])
})

test('what the brand does not know is said, and is no mistake', async () => {
  const { explain } = await startWithTag()
  const { chips, error } = await explain('tag:envios tag:precio source:nadie tag:none -tag:precio')
  expect(error).toBeNull()
  expect(chips.map(({ note }) => note)).toEqual([
    null,
    'No hay ninguna etiqueta así.',
    'No hay ninguna fuente así.',
    null,
    null,
  ])
})

test('a mistake is told at its word with what was meant; the rest is still understood', async () => {
  const { explain } = await startWithTag()
  expect(await explain('tarde etiqeuta:envios es:abierta')).toMatchObject({
    chips: [{ words: 'tarde' }, { words: 'abierto' }],
    error: {
      start: 6,
      end: 21,
      word: 'etiqeuta:envios',
      message: 'No hay ninguna palabra clave etiqeuta:.',
      instead: 'etiqueta:envios',
    },
  })
})

test('what is asked for is marked, whatever its accents; what must not be said is not', async () => {
  const { explain } = await startWithTag()
  const { marks } = await explain('ENVIO -correos "llego tarde" -(pedido -gracias) lle* de:ana')
  const text = 'El envío de Correos no llegó tarde; gracias, pedido. Llévenlo, ¡envíos!'
  expect(findHits(text, marks).map(({ start, end }) => text.slice(start, end))).toEqual([
    'envío',
    'llegó tarde',
    'gracias',
    'Llévenlo',
  ])
})
