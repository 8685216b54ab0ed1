import { expect, test } from 'vitest'
import { quoteText } from '../../../src-main/engine/report/quote-text.ts'
import { chooseQuotes, type Said } from '../../../src-main/engine/report/quotes.ts'

const long = 'Una frase que no acaba nunca y sigue contando cosas'.repeat(8)

test.each([
  ['a short text is quoted whole', 'Llegó tarde. Y roto.', 'Llegó tarde. Y roto.'],
  ['line breaks are spaces', 'Llegó\n\n  tarde', 'Llegó tarde'],
  ['a long text is quoted to the end of a sentence', `Llegó tarde. ${long}.`, 'Llegó tarde. […]'],
  ['a later sentence is quoted where the first is too long', `${long}. Y llegó roto.`, '[…] Y llegó roto.'],
  ['one endless sentence is not quoted', long, null],
  ['stars alone are not quoted', '★★★ !!!', null],
  ['nothing is not quoted', '  ', null],
])('%s', (_says, text, quoted) => {
  expect(quoteText(text)).toBe(quoted)
})

test('a quote is never longer than 280 letters as people count them', () => {
  const family = '👩‍👩‍👧‍👦'
  expect(quoteText(`${family.repeat(270)} hola.`)).toBe(`${family.repeat(270)} hola.`)
  const segments = new Intl.Segmenter().segment(quoteText('Mal. '.repeat(200)) ?? '')
  expect([...segments].length).toBeLessThanOrEqual(280)
})

const said = (
  person: string,
  day: number,
  stars: number | null,
  text = `Dice ${person} el ${day}.`,
): Said => ({
  person,
  text,
  author: person,
  place: 'Opina',
  url: null,
  at: `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  stars,
})
const authors = (quotes: ReturnType<typeof chooseQuotes>) =>
  quotes.map(({ author, at }) => `${author} ${at.slice(8, 10)}`)

test.each<[string, Said[], string[]]>([
  [
    'the newest three are quoted',
    [said('a', 1, null), said('b', 2, null), said('c', 3, null), said('d', 4, null)],
    ['d 04', 'c 03', 'b 02'],
  ],
  ['nobody is quoted twice', [said('a', 1, null), said('b', 2, null), said('b', 3, null)], ['b 03', 'a 01']],
  [
    'an unhappy and a happy voice are among them, however old',
    [said('a', 1, 1), said('b', 2, 5), said('c', 3, null), said('d', 4, null), said('e', 5, null)],
    ['e 05', 'b 02', 'a 01'],
  ],
  ['what cannot be quoted whole gives way', [said('a', 1, null), said('b', 2, null, long)], ['a 01']],
  [
    'the same words of two people are quoted once',
    [said('a', 1, null, 'Mal.'), said('b', 2, null, 'Mal.')],
    ['b 02'],
  ],
  ['nobody said anything', [], []],
])('%s', (_says, all, expected) => {
  expect(authors(chooseQuotes(all))).toEqual(expected)
})
