import { expect, test } from 'vitest'
import type { MentionId } from '../../../src-main/contract/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

async function wrongIn({ call }: TestEngine, mentionId: MentionId, text: string): Promise<string[]> {
  const { wrong } = await call('spelling.check', { mentionId, text })
  return wrong.map(({ word, start, end }) => {
    expect(text.slice(start, end)).toBe(word)
    return word
  })
}

test('misspelt words are found in the language of the draft, and what was meant is suggested', async () => {
  const engine = startTestEngine()
  const { call, addBrand, addMention } = engine
  const mentionId = addMention(await addBrand({ languages: ['es'] }), 'Frío', { language: 'es' })

  expect(await wrongIn(engine, mentionId, 'Perdona, teneis razón: lo recojeremos mañana.')).toEqual([
    'teneis',
    'recojeremos',
  ])
  expect(await wrongIn(engine, mentionId, 'We are sorry, we will definately recieve you.')).toEqual([
    'definately',
    'recieve',
  ])
  expect(await wrongIn(engine, mentionId, 'Pedimos desculpa pela devolucao da sua encomenda.')).toEqual([
    'devolucao',
  ])
  expect((await call('spelling.suggest', { language: 'es', word: 'teneis' })).words[0]).toBe('tenéis')
  expect((await call('spelling.suggest', { language: 'en', word: 'recieve' })).words[0]).toBe('receive')
  expect((await call('spelling.suggest', { language: 'pt', word: 'devolucao' })).words[0]).toBe('devolução')
})

test('British and American spelling are both right, and so is who says vos', async () => {
  const engine = startTestEngine()
  const mentionId = engine.addMention(await engine.addBrand(), 'Cold')
  expect(
    await wrongIn(engine, mentionId, 'We apologise for the colour. We apologize for the color.'),
  ).toEqual([])
  expect(await wrongIn(engine, mentionId, 'Si vos querés, contame qué tenés y lo arreglamos.')).toEqual([])
})

test('the names of the brand and of the person are right; a word is added for one brand alone, and undone', async () => {
  const engine = startTestEngine()
  const { call, addBrand, addMention } = engine
  const brandId = await addBrand({ name: 'Kafelito', words: ['molinillo Xurxo'] })
  const mentionId = addMention(brandId, 'Frío', { author: 'Maruxa Quiñoy' })
  const other = addMention(await addBrand({ name: 'Nube' }), 'Frío')
  const text = 'Maruxa, en Kafelito cuidamos cada molinillo Xurxo y cada matchalatte.'
  expect(await wrongIn(engine, mentionId, text)).toEqual(['matchalatte'])

  const { actId } = await call('spelling.add', { brandId, word: 'matchalatte' })
  expect(await wrongIn(engine, mentionId, text)).toEqual([])
  expect(await wrongIn(engine, other, 'Un matchalatte para la señora, por favor.')).toEqual(['matchalatte'])
  expect(await call('spelling.words', { brandId })).toEqual({ words: ['matchalatte'] })

  await call('acts.undo', { actId })
  expect(await wrongIn(engine, mentionId, text)).toEqual(['matchalatte'])
  await call('spelling.add', { brandId, word: 'matchalatte' })
  await call('spelling.remove', { brandId, word: 'matchalatte' })
  expect(await call('spelling.words', { brandId })).toEqual({ words: [] })
})

test('a draft in a language without a dictionary is left alone', async () => {
  const engine = startTestEngine()
  const mentionId = engine.addMention(await engine.addBrand({ languages: ['de'] }), 'Kalt')
  expect(
    await engine.call('spelling.check', {
      mentionId,
      text: 'Es tut uns leid, dass der Kaffee kalt gewesen ist.',
    }),
  ).toEqual({ language: null, wrong: [] })
})
