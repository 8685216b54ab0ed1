import { expect, test } from 'vitest'
import { detectLanguage } from '../../../src-main/engine/understand/language.ts'

test.each([
  ['Tercera vez que escribo y nadie contesta', 'es'],
  ['The coffee was cold and nobody answered', 'en'],
  ['O café chegou frio e ninguém respondeu até agora', 'pt'],
  ['El cafè va arribar fred i ningú no contesta', 'ca'],
  ['コーヒーが冷たくて誰も答えない', 'ja'],
  ['buenisima atencion', 'es'],
  ['TODO MUY BIEN', 'es'],
  ['mi hermana feliz', 'es'],
  ['De todos modos será inútil', 'es'],
  ['Candidata a la Casa Blanca', 'es'],
  ['Desde 2015 Kesha ha entregado poco', 'es'],
  ['chegou quebrado', 'pt'],
  ['voce nao atende', 'pt'],
  ['que a gente gosta', 'pt'],
  ['lo consiglio', 'it'],
  ['premio letterario', 'it'],
  ['pollo secco', 'it'],
  ['lavoro ben fatto', 'it'],
  ['une belle chambre', 'fr'],
  ['construir ponts', 'ca'],
  ['bitllet caducat', 'ca'],
  ['zeer snelle levering', 'nl'],
  ['no ho recomano', 'ca'],
  ['Moitas grazas a todos', 'gl'],
  ['gerne wieder', 'de'],
  ['Bardzo dobra obsługa', 'pl'],
  ['Genial', null],
  ['', null],
  ['👍👍👍 10/10', null],
  ['https://place.example/una-direccion-muy-larga-en-espanol', null],
  ['@lucia_m #aurora', null],
])('"%s" is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})
