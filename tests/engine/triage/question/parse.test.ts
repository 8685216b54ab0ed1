import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallFailed } from '../../../../src-main/contract/failure.ts'
import { parseQuestion } from '../../../../src-main/engine/triage/question/parse.ts'
import { printQuestion } from '../../../../src-main/engine/triage/question/print.ts'
import type { Part, Term } from '../../../../src-main/engine/triage/question/question.ts'

const keyword = (name: string, value: string): Term => ({ kind: 'keyword', name, value })
const wanted = (...terms: Term[]): Part[] => terms.map((term) => ({ sign: '+', term }))
const word = (text: string): Term => ({ kind: 'word', text })
const either = (...of: Part[][]): Term => ({ kind: 'either', of })

test.each<[string, string, Part[]]>([
  ['nothing asks for everything', '   ', []],
  [
    'words, one by one',
    'refund Álvaro',
    wanted({ kind: 'word', text: 'refund' }, { kind: 'word', text: 'Álvaro' }),
  ],
  ['exact words', '"never again"', wanted({ kind: 'phrase', text: 'never again' })],
  ['the beginning of a word', 'deliv*', wanted({ kind: 'prefix', text: 'deliv' })],
  ['what it must not say', '-spam', [{ sign: '-', term: { kind: 'word', text: 'spam' } }]],
  ['a tag with a space in it', 'tag:"late delivery / north"', wanted(keyword('tag', 'late delivery/north'))],
  ['keywords in any case', 'IS:Unread', wanted(keyword('is', 'unread'))],
  ['not a keyword', '-is:answered', [{ sign: '-', term: keyword('is', 'answered') }]],
  ['a rating without its equals sign', 'rating:1', wanted(keyword('rating', '=1'))],
  [
    'an address is words',
    'https://barrio.example/1',
    wanted({ kind: 'word', text: 'https://barrio.example/1' }),
  ],
  ['an hour is a word', '10:30', wanted({ kind: 'word', text: '10:30' })],
  [
    'a lone dash is a word',
    'a - b',
    wanted(...['a', '-', 'b'].map((text): Term => ({ kind: 'word', text }))),
  ],
  [
    'quotes inside exact words',
    String.raw`"he said \"no\""`,
    wanted({ kind: 'phrase', text: 'he said "no"' }),
  ],
  ['a word with a colon that is like no keyword', 'nota:importante', wanted(word('nota:importante'))],
  [
    'one or the other, closer than what stands beside',
    'a OR b c',
    wanted(either(wanted(word('a')), wanted(word('b'))), word('c')),
  ],
  [
    'one group or the other',
    '(a -b) OR tag:x OR c',
    wanted(
      either(
        [...wanted(word('a')), { sign: '-', term: word('b') }],
        wanted(keyword('tag', 'x')),
        wanted(word('c')),
      ),
    ),
  ],
  ['neither of two', '-(a OR b)', [{ sign: '-', term: either(wanted(word('a')), wanted(word('b'))) }]],
  ['not both of two', '-(a b)', [{ sign: '-', term: either(wanted(word('a'), word('b'))) }]],
  [
    'needless parentheses',
    '((a) (b OR (c OR d)))',
    wanted(word('a'), either(...['b', 'c', 'd'].map((text) => wanted(word(text))))),
  ],
  ['an OR at the beginning is a word', 'O Boticário', wanted(word('O'), word('Boticário'))],
  ['a small or is a word', 'a or b', wanted(word('a'), word('or'), word('b'))],
  ['parentheses of a word’s own', 'precio(s) :)', wanted(word('precio(s)'), word(':)'))],
])('%s', (_says, text, question) => {
  expect(parseQuestion(text)).toEqual(question)
})

test.each<[string, string, string, number]>([
  ['a keyword that does not exist', 'refund tga:delivery', 'tga:delivery', 7],
  ['a status that does not exist', 'is:unraed', 'is:unraed', 0],
  ['a keyword without its value', 'late tag:', 'tag:', 5],
  ['a day that is not in the calendar', 'before:2026-02-30', 'before:2026-02-30', 0],
  ['stars that are no number', '-rating:<=two', 'rating:<=two', 1],
  ['quotes that are not closed', 'late "never aga', '"never aga', 5],
  ['a language nobody speaks', 'lang:español', 'lang:español', 0],
  ['a parenthesis that is not closed', 'a (b OR c', '(b OR c', 2],
  ['a parenthesis with nothing in it', 'a () b', '()', 2],
  ['an OR with nothing after it', 'a OR', 'OR', 2],
  ['stars the wrong way round', 'rating:5..2', 'rating:5..2', 0],
])('%s is explained at the word', (_says, text, word, at) => {
  expect(failureOf(() => parseQuestion(text))).toMatchObject({
    kind: 'bad-question',
    facts: { word, at, end: at + word.length },
  })
})

test.each([
  ['tga:delivery', 'tag:delivery'],
  ['etiqueat:x', 'etiqueta:x'],
  ['estado:abiera', 'estado:abierta'],
  ['estado:zzz', 'estado:nueva'],
  ['is:unraed', 'is:unread'],
  ['ratting:<=2', 'rating:<=2'],
  ['-form:ana', 'from:ana'],
])('%s: did you mean %s?', (text, meant) => {
  expect(failureOf(() => parseQuestion(text))).toMatchObject({ facts: { example: meant } })
})

function failureOf(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (error instanceof CallFailed) return error.failure
    throw error
  }
  return null
}

test('whatever is asked and understood can be written down and asked again', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '-',
      '"',
      '*',
      ':',
      'tag:',
      'from:',
      'rating:',
      '(',
      ')',
      ' OR ',
      ' AND ',
      'O',
      'de:',
      '\\',
      ' ',
      'is:open',
      '<=2',
      '3..5',
      '-7d',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const failure = failureOf(() => parseQuestion(given))
      fc.pre(failure === null)
      const question = parseQuestion(given)
      expect(parseQuestion(printQuestion(question))).toEqual(question)
    }),
    { numRuns: 2000 },
  )
})

test('every question the window can build is understood as it was built', () => {
  const letters = fc.stringMatching(/^[\p{L}\p{N}@#.]{1,8}$/u)
  const term = fc.oneof<fc.Arbitrary<Term>[]>(
    letters.map((text) => ({ kind: 'word', text })),
    letters.map((text) => ({ kind: 'prefix', text })),
    fc.string({ maxLength: 12 }).map((text) => ({ kind: 'phrase', text })),
    fc.stringMatching(/^[\p{L}"\\][\p{L} "\\]{0,8}[\p{L}"\\]$/u).map((value) => keyword('from', value)),
    fc.constantFrom('unread', 'open', 'came-back').map((value) => keyword('is', value)),
    fc.constantFrom('<=2', '>3.5', '3..5', '=1').map((value) => keyword('rating', value)),
  )
  const part = fc.record<Part>({ sign: fc.constantFrom('+', '-'), term })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (question) => {
      expect(parseQuestion(printQuestion(question))).toEqual(question)
    }),
    { numRuns: 1000 },
  )
})
