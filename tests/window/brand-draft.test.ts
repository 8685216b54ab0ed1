import { expect, test } from 'vitest'
import { BRAND_COLOURS } from '../../src-renderer/brands/brand-colours.ts'
import { guessWords, newDraft } from '../../src-renderer/brands/brand-draft.ts'

test.each([
  ['Café Aurora', ['"Café Aurora"', 'cafeaurora'], ['@cafeaurora', '#cafeaurora']],
  ['  Nube   Móvil ', ['"Nube Móvil"', 'nubemovil'], ['@nubemovil', '#nubemovil']],
  ['Orvallina', ['Orvallina'], ['@orvallina', '#orvallina']],
  ['Açaí', ['Açaí'], ['@acai', '#acai']],
  ['H&M&N', ['H&M&N', 'hmn'], ['@hmn', '#hmn']],
  ['a "b" c', ['"a b c"', 'abc'], ['@abc', '#abc']],
  ['', [], []],
  ['!!!', [], []],
])('from the name %j people are guessed to say %j', (name, sure, maybe) => {
  expect(guessWords(name)).toEqual({ sure, maybe })
})

test('a new brand gets a colour that no other brand has, while there is one', () => {
  const all = BRAND_COLOURS.map(({ hex }) => hex)
  expect(newDraft([]).colour).toBe(all[0])
  expect(newDraft(all.slice(0, 3)).colour).toBe(all[3])
  expect(newDraft(all).colour).toBe(all[0])
})
