import { expect, test } from 'vitest'
import { cutUp } from '../../../src-main/engine/understand/cut.ts'
import { languageBySmallWords } from '../../../src-main/engine/understand/small-words.ts'

const decided = (text: string) => languageBySmallWords(cutUp('', text))

test.each([
  [
    'es',
    'Pedí una mesa y no había; el camarero fue muy amable, pero los platos llegaron fríos y las bebidas también.',
  ],
  [
    'en',
    'The delivery was late and they did not answer; this is the third time that I have asked for my refund.',
  ],
  [
    'pt',
    'Não recomendo: o pedido chegou com uma semana de atraso e ninguém respondeu, foi muito ruim, mais um cliente a menos.',
  ],
])('a review in %s is told by its small words', (language, text) => {
  expect(decided(text)).toBe(language)
})

test.each([
  ['too short to say', 'El café, muy rico y barato.'],
  ['Galician, which is near both neighbours', 'O servizo foi bo, pero o prezo é alto.'],
  [
    'two languages in equal parts',
    'The food was cold and they were late. Los platos fríos y el pan también duro, pero muy amables.',
  ],
  ['names and numbers', 'iPhone 15 Pro Max 256 GB A2849 SKU 88412 Lenovo X1 Carbon'],
])('nothing is said of a text that is %s', (_why, text) => {
  expect(decided(text)).toBeNull()
})
