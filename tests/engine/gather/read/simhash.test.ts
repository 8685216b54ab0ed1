import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsApart, simhash } from '../../../../src-main/engine/gather/read/simhash.ts'

const NEWS = {
  es: `La cafetería de la plaza cerrará sus puertas a final de mes después de treinta años. Su dueña dice que el alquiler
    se ha duplicado y que no ha encontrado a nadie que quiera seguir con el negocio, pese a que la clientela no ha dejado de venir.`,
  en: `The corner café will close its doors at the end of the month after thirty years. Its owner says that the rent has
    doubled and that nobody was found who would carry on the business, although its regulars never stopped coming in.`,
  pt: `O café da praça vai fechar as portas no fim do mês depois de trinta anos. A dona diz que o aluguel dobrou e que não
    encontrou ninguém que quisesse continuar o negócio, embora a clientela nunca tenha deixado de aparecer por lá.`,
}

const printOf = (text: string): Uint8Array => {
  const print = simhash(text)
  if (print === null) throw new Error('The text is too short.')
  return print
}

test('a print keeps its eight bytes for ever: those in the brands’ files are compared with new ones', () => {
  expect(Buffer.from(printOf(NEWS.es)).toString('hex')).toBe('9cb1973af3774160')
  expect(Buffer.from(printOf(NEWS.en)).toString('hex')).toBe('9f471ea726ec2201')
  expect(Buffer.from(printOf(NEWS.pt)).toString('hex')).toBe('d98358139d6c6e9a')
})

test('a short text has no print', () => {
  expect(simhash('Muy bueno')).toBeNull()
  expect(
    simhash(
      'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    ),
  ).toBeNull()
  expect(simhash('https://a.example/?utm_source=x '.repeat(30))).toBeNull()
})

test('case, blanks, punctuation, emoji and links around the same words leave the print as it is', () => {
  const marks = fc.constantFrom(
    ' ',
    '  ',
    '\n\n',
    ', ',
    '. ',
    '… ',
    ' — ',
    ' 😀 ',
    ' 👍🏽 ',
    ' 1️⃣ ',
    ' ™ ',
    '! ',
    ' https://bit.example/x?utm_source=rss ',
    ' www.a.example ',
  )
  const casing = fc.constantFrom('lower', 'upper', 'title')
  const cased = (word: string, how: string) =>
    how === 'upper'
      ? word.toUpperCase()
      : how === 'title'
        ? word.slice(0, 1).toUpperCase() + word.slice(1)
        : word
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(NEWS)),
      fc.infiniteStream(marks),
      fc.infiniteStream(casing),
      (text, between, casings) => {
        const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? []
        const written = words.map(
          (word) => cased(word, String(casings.next().value)) + String(between.next().value),
        )
        expect(bitsApart(printOf(written.join('').normalize('NFD')), printOf(words.join(' ')))).toBe(0)
      },
    ),
  )
})

test('a text of plain letters is read as one that has to be looked at more closely', () => {
  const sign = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...'aeiounrstáéíóúñçßœš0123456789_-’“”…—€:/. '.split('')) },
    { weight: 8, arbitrary: fc.constant(' ') },
    { weight: 1, arbitrary: fc.nat({ max: 0x17f }).map((code) => String.fromCharCode(code)) },
  )
  const odd = fc.constantFrom('', '', '', '²', 'ª', 'İ', '1\u20e3', ' www.a', ' WWW.b', 'http://a', 'ftp://b')
  const text = fc.tuple(fc.array(sign, { minLength: 100, maxLength: 300 }), odd)
  fc.assert(
    fc.property(text, ([signs, more]) => {
      const said = signs.join('') + more
      expect(simhash(`${said} 😀`)).toEqual(simhash(said))
    }),
    { numRuns: 500 },
  )
})

test('texts that have nothing to do with each other are far apart', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aeiourstlnmdcp'.split('')), minLength: 2, maxLength: 5 })
  const text = fc.array(word, { minLength: 20, maxLength: 200 }).map((words) => words.join(' '))
  let near = 0
  const RUNS = 2000
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [a, b] = [simhash(one), simhash(other)]
      if (one !== other && a !== null && b !== null && bitsApart(a, b) <= 12) near += 1
    }),
    { numRuns: RUNS, seed: 20260310 },
  )
  expect(near).toBeLessThanOrEqual(RUNS / 1000)
})

test('the same news in two languages are far apart', () => {
  expect(bitsApart(printOf(NEWS.es), printOf(NEWS.en))).toBeGreaterThan(12)
  expect(bitsApart(printOf(NEWS.es), printOf(NEWS.pt))).toBeGreaterThan(12)
})
