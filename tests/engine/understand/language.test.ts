import { expect, test } from 'vitest'
import { detectLanguage } from '../../../src-main/engine/understand/language.ts'

test.each([
  ['Tercera vez que escribo y nadie contesta', 'es'],
  ['The coffee was cold and nobody answered', 'en'],
  ['O café chegou frio e ninguém respondeu até agora', 'pt'],
  ['El cafè va arribar fred i ningú no contesta', 'ca'],
  ['コーヒーが冷たくて誰も答えない', 'ja'],
  ['Genial', null],
  ['', null],
  ['👍👍👍 10/10', null],
  ['https://place.example/una-direccion-muy-larga-en-espanol', null],
  ['@lucia_m #aurora', null],
])('"%s" is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})
