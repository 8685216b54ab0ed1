import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simhash } from '../../../../src-main/engine/gather/read/simhash.ts'
import { wordsOf } from '../../../../src-main/engine/gather/read/word-hashes.ts'
import { addressHash } from '../../../../src-main/engine/gather/save/identity.ts'
import { sameBy, type Twin } from '../../../../src-main/engine/gather/save/twins-same.ts'
import { chance } from '../../../support/chance.ts'

const NEWS = {
  es: 'La cafetería de la plaza cerrará sus puertas a final de mes después de treinta años. Su dueña dice que el alquiler se ha duplicado y que no ha encontrado a nadie que quiera seguir con el negocio, pese a que la clientela no ha dejado de venir cada mañana a desayunar. El ayuntamiento asegura que estudia ayudas para el pequeño comercio del centro, pero los vecinos recuerdan que es lo mismo que dijo el año pasado, cuando cerró la librería de la esquina.',
  en: 'The corner café will close its doors at the end of the month after thirty years. Its owner says that the rent has doubled and that nobody was found who would carry on the business, although its regulars never stopped coming in for breakfast. The council says that it is looking into grants for small shops in the centre, but neighbours remember hearing the very same words last year, when the bookshop across the street had to go as well.',
  pt: 'O café da praça vai fechar as portas no fim do mês depois de trinta anos. A dona diz que o aluguel dobrou e que não encontrou ninguém que quisesse continuar o negócio, embora a clientela nunca tenha deixado de aparecer para tomar o café da manhã. A prefeitura garante que estuda ajuda para o pequeno comércio do centro, mas os vizinhos lembram que foi exatamente isso que disse no ano passado, quando a livraria da esquina fechou.',
}
const REVIEW = {
  es: 'Pedí dos cafés y una tostada y tardaron cuarenta minutos en traerlos, fríos y con la cuenta equivocada. No vuelvo.',
  en: 'I ordered two coffees and some toast and it took them forty minutes to bring it, cold and with the wrong bill.',
  pt: 'Pedi dois cafés e uma torrada e demoraram quarenta minutos para trazer, tudo frio e com a conta errada. Não volto mais.',
}
const AT = Date.UTC(2026, 2, 9)
const DAY = 86_400_000

function twin(text: string, fields: Partial<Twin> = {}): Twin {
  return {
    sourceRow: 1,
    kind: 'post',
    ourVoice: false,
    at: AT,
    author: null,
    rating: null,
    title: '',
    text,
    print: simhash(text),
    addressHash: null,
    ...fields,
  }
}

const there = { sourceRow: 2 }
const ana = { name: 'Ana García', handle: null }
const review = (text: string, fields: Partial<Twin> = {}) =>
  twin(text, { kind: 'review', author: ana, ...fields })
const stars = (value: number, best = 5) => ({ value, worst: best === 5 ? 1 : 0, best })

describe.each(['es', 'en', 'pt'] as const)('in %s', (language) => {
  const [news, said] = [NEWS[language], REVIEW[language]]
  test.each<[string, Twin, Twin, string | null]>([
    ['an article in two feeds', twin(news), twin(news, there), 'same-text'],
    [
      'by two editors',
      twin(news, { author: ana }),
      twin(news, { ...there, author: { name: 'EFE', handle: null } }),
      'same-text',
    ],
    ['with a signature', twin(news), twin(`${news} Leído en El Diario.`, there), 'same-text'],
    [
      'with one word changed',
      twin(news),
      twin(news.replace(/30|treinta|thirty|trinta/, '31'), there),
      'same-text',
    ],
    [
      'in capitals, with emoji and a link',
      twin(news),
      twin(`${news.toUpperCase()} 😀 https://a.example/?utm_source=x`, there),
      'same-text',
    ],
    [
      'under other headlines',
      twin(news, { title: 'Cierra' }),
      twin(news, { ...there, title: 'Adiós al café' }),
      'same-text',
    ],
    ['two weeks later', twin(news), twin(news, { ...there, at: AT + 14 * DAY }), 'same-text'],
    ['later than that', twin(news), twin(news, { ...there, at: AT + 15 * DAY }), null],
    ['twice in one source', twin(news), twin(news), null],
    ['one of ours and one of theirs', twin(news), twin(news, { ...there, ourVoice: true }), null],
    ['a review of one person on two sites', review(said), review(said, there), 'same-text'],
    [
      'written with another case',
      review(said),
      review(said, { ...there, author: { name: 'ana garcia', handle: null } }),
      'same-text',
    ],
    [
      'under a handle there',
      review(said, { author: { name: 'Ana', handle: '@ana_g' } }),
      review(said, { ...there, author: { name: 'ana_g', handle: null } }),
      'same-text',
    ],
    ['of nobody there', review(said), review(said, { ...there, author: null }), 'same-text'],
    [
      'the same words of two people',
      review(said),
      review(said, { ...there, author: { name: 'Pau', handle: null } }),
      null,
    ],
    [
      'with the same stars on another scale',
      review(said, { rating: stars(5) }),
      review(said, { ...there, rating: stars(10, 10) }),
      'same-text',
    ],
    [
      'with other stars',
      review(said, { rating: stars(1) }),
      review(said, { ...there, rating: stars(2) }),
      null,
    ],
    ['with stars and without', review(said, { rating: stars(1) }), review(said, there), 'same-text'],
    ['a few words of one person', review('Muy bueno'), review('Muy bueno', there), null],
    ['a text and half of it', twin(news), twin(news.slice(0, news.length / 2), there), null],
  ])('%s', (_, one, other, expected) => {
    expect(sameBy(one, other)).toBe(expected)
    expect(sameBy(other, one)).toBe(expected)
  })
})

test.each<[string, Twin, Twin, string | null]>([
  [
    'an article and the alert about it',
    twin(NEWS.es, { addressHash: 7 }),
    twin('Cierra el café', { ...there, addressHash: 7 }),
    'same-address',
  ],
  [
    'two articles',
    twin('Cierra el café', { addressHash: 7 }),
    twin('Cierra el café', { ...there, addressHash: 8 }),
    null,
  ],
  [
    'two reviews on one page',
    review('Muy malo', { addressHash: 7 }),
    review('Muy bueno', { ...there, addressHash: 7 }),
    null,
  ],
  [
    'a short review twice on one page',
    review('Muy malo', { addressHash: 7 }),
    review('¡Muy malo!', { ...there, addressHash: 7 }),
    'same-address',
  ],
  [
    'the same of two people on one page',
    review('Muy malo', { addressHash: 7 }),
    review('Muy malo', { ...there, addressHash: 7, author: { name: 'Pau', handle: null } }),
    null,
  ],
  [
    'an article and a comment on its page',
    twin(NEWS.es, { addressHash: 7 }),
    review('No me extraña', { ...there, addressHash: 7, kind: 'comment' }),
    null,
  ],
  [
    'the same few words under two headlines',
    twin(REVIEW.es, { title: 'Fútbol en directo' }),
    twin(REVIEW.es, { ...there, title: 'La bolsa sube' }),
    null,
  ],
  [
    'the same few words under a headline with the site’s name',
    twin(REVIEW.es, { title: 'La bolsa sube' }),
    twin(REVIEW.es, { ...there, title: 'La bolsa sube - El Diario' }),
    'same-text',
  ],
])('by address and by headline: %s', (_, one, other, expected) => {
  expect(sameBy(one, other)).toBe(expected)
  expect(sameBy(other, one)).toBe(expected)
})

test('texts of the same words in another order are not the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(NEWS)), fc.integer(), (news, seed) => {
      const words = [...wordsOf(news)]
      const luck = chance(seed)
      const mixed = words.map((word) => ({ word, by: luck.below(1_000_000) })).sort((a, b) => a.by - b.by)
      expect(sameBy(twin(news), twin(mixed.map(({ word }) => word).join(' '), there))).toBeNull()
    }),
  )
})

test('an address keeps its number for ever: those in the brands’ files are compared with new ones', () => {
  expect(addressHash('https://news.example/cierra-el-cafe?id=7')).toBe(191338871694508)
  expect(addressHash('https://news.example/')).toBeNull()
})
