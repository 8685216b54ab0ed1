import { expect, test } from 'vitest'
import { inOrder } from '../../../src-main/engine/spelling/order.ts'
import { formsBehindVos } from '../../../src-main/engine/spelling/voseo.ts'
import { wordsIn } from '../../../src-main/engine/spelling/words.ts'

test.each([
  ['Lucía, tienes razón.', ['Lucía', 'tienes', 'razón']],
  ['Mira https://café.example/ayuda o www.a.example', ['Mira']],
  ['Escribe a hola@café.example, @lucia_m y #retraso', ['Escribe']],
  ['Pedido A-55123, 3 veces, 20h', ['Pedido', 'veces']],
  ['La UE y el IVA', ['La', 'el']],
  ['Abrimos de [hora…] a 20', ['Abrimos', 'de']],
  ['we don’t re-open', ['we', 'don’t', 're-open']],
  ['¡Gracias! 🌻', ['Gracias']],
])('the words of %j that must be spelt right', (text, words) => {
  expect(wordsIn(text).map(({ word }) => word)).toEqual(words)
})

test('a word is found where it stands, after an address too', () => {
  const text = 'Ve a https://a.example y dime'
  const last = wordsIn(text).at(-1)
  expect(text.slice(last?.start, last?.end)).toBe('dime')
})

test.each([
  ['tenés', 'tenéis'],
  ['podés', 'podéis'],
  ['hablás', 'habláis'],
  ['escribí', 'escribid'],
  ['contame', 'contadme'],
  ['decinos', 'decidnos'],
  ['respondeme', 'respondedme'],
])('%s is right for who says vos, because %s is', (vos, vosotros) => {
  expect(formsBehindVos(vos)).toContain(vosotros)
})

test.each([
  ['recojer', ['recoser', 'recocer', 'recoger'], 'recoger'],
  ['devolucion', ['devoluciones', 'devolución'], 'devolución'],
  ['haver', ['laver', 'haber'], 'haber'],
  ['recieve', ['receive', 'relieve'], 'receive'],
])('whoever wrote %s most likely meant what sounds the same', (word, suggestions, first) => {
  expect(inOrder(word, suggestions)[0]).toBe(first)
})
