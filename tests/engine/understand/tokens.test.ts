import { expect, test } from 'vitest'
import { tokensOf } from '../../../src-main/engine/understand/tokens.ts'

const written = (text: string) => tokensOf(text).map((token) => token.written)

test.each([
  ['¡Qué bien! No me lo esperaba...', ['Qué', 'bien', '!', 'No', 'me', 'lo', 'esperaba', '...']],
  ["It isn't good, they don''t care", ['It', "isn't", 'good', ',', 'they', 'don', 't', 'care']],
  ['l’any passat', ['l’any', 'passat']],
  ['8) xD :-( x :) <3 </3 =]', ['8)', 'xD', ':-(', 'x', ':)', '<3', '</3', '=]']],
  [
    'T_T xDD -_- ^^ ^_^ ¬¬ ;_; :* bien-hecho a--b',
    ['T_T', 'xDD', '-_-', '^^', '^_^', '¬¬', ';_;', ':*', 'bien', 'hecho', 'a', 'b'],
  ],
  ['8 de 10/10, 3/ 4', ['8', 'de', '10/10', ',', '3', '4']],
  ['hola:adiós; nada ;)', ['hola', ':', 'adiós', ';', 'nada', ';)']],
  ['(bien…) “mal” – peor', ['(', 'bien', '…)', 'mal', 'peor']],
  ['genial👍🏽👩\u200d🚀 ya', ['genial', '👍🏽', '👩\u200d🚀', 'ya']],
  ['mira https://luna.example/a?b @luna #café hoy', ['mira', 'hoy']],
  ['cafe\u0301 tarde', ['café', 'tarde']],
  ['2º piso µm привет 中文', ['2', 'º', 'piso', 'µm', 'привет', '中文']],
  ['roto \ud83d mal', ['roto', 'mal']],
])('what feeling is read from in %s', (text, tokens) => {
  expect(written(text)).toEqual(tokens)
})

test('a word is folded, and known by how it begins', () => {
  expect(tokensOf('Mañana LLEGÓ').map(({ folded, isCapital }) => [folded, isCapital])).toEqual([
    ['mañana', true],
    ['llego', false],
  ])
})
