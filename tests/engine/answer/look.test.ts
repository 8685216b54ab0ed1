import { expect, test } from 'vitest'
import {
  countGraphemes,
  lookAtDraft,
  type Looked,
  namesOf,
} from '../../../src-main/engine/answer/look/look.ts'

const fine: Looked = {
  body: 'Lucía, tienes razón: el pedido salió tarde.',
  names: ['Lucía'],
  mentionLanguage: 'es',
  draftLanguage: 'es',
  limit: 300,
}
const codes = (changes: Partial<Looked>) => lookAtDraft({ ...fine, ...changes }).map(({ code }) => code)

test('a good answer gets no remark', () => {
  expect(codes({})).toEqual([])
})

test.each([
  ['Hola:\nSiento lo del pedido, Lucía.', ['no-name']],
  ['Hello there! Sorry about the parcel.', ['no-name']],
  ['Hola, Lucía. Siento lo del pedido.', []],
  ['Siento mucho lo que cuentas, LUCIA. Mañana te llamo.', []],
  ['Gracias por avisar, lucía!', []],
])('the greeting is looked at for the person’s name: %s', (body, expected) => {
  expect(codes({ body })).toEqual(expected)
})

test('a person whose name is not known is not missed in the greeting', () => {
  expect(codes({ body: 'Hola: sentimos lo del pedido.', names: [] })).toEqual([])
})

test('an answer in another language than theirs is remarked, and a draft too short to tell is not', () => {
  expect(codes({ draftLanguage: 'en' })).toEqual(['wrong-language'])
  expect(codes({ draftLanguage: null })).toEqual([])
  expect(codes({ mentionLanguage: null, draftLanguage: 'en' })).toEqual([])
})

test('longer than the place allows blocks, and says by how much', () => {
  const body = `Lucía, ${'a'.repeat(400)}`
  expect(lookAtDraft({ ...fine, body, limit: 350 })).toMatchObject([
    { code: 'too-long', blocks: true, facts: { limit: 350, length: 407, over: 57 } },
  ])
})

test('nothing written yet is the only remark on an empty draft', () => {
  expect(codes({ body: '  \n' })).toEqual(['empty'])
})

test('a family emoji and an accented letter count as one character each', () => {
  expect(countGraphemes('👩‍👩‍👧‍👦é')).toBe(2)
})

test.each([
  [
    ['Lucía', '@lucia_m', null],
    ['Lucía', 'lucia'],
  ],
  [
    [null, '@mochila_azul', null],
    ['mochila', 'azul'],
  ],
  [[null, '@ana@plaza.example', null], ['ana']],
  [['', '12345', null], []],
])('a person may be called by what they sign with: %j', (signatures, names) => {
  expect(namesOf(signatures)).toEqual(names)
})
