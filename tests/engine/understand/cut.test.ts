import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutUp, IS_CAPITAL, PIECE, writtenAt } from '../../../src-main/engine/understand/cut.ts'
import { hashOf } from '../../../src-main/engine/understand/hash.ts'

function written(text: string): string[] {
  const cut = cutUp('', text)
  return Array.from({ length: cut.count }, (_, row) => writtenAt(cut, row))
}

test.each([
  ['¡Qué bien! No me lo esperaba...', ['Qué', 'bien', '!', 'No', 'me', 'lo', 'esperaba', '...']],
  ["It isn't good, they don''t care", ['It', "isn't", 'good', ',', 'they', 'don', 't', 'care']],
  ['l’any passat, d’aquí’ ’80', ['l’any', 'passat', ',', 'd’aquí', '80']],
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

test.each([
  ['Mañana', 'mañana', true],
  ['LLEGÓ', 'llego', false],
  ['DON’T', "don't", false],
  ['Être', 'etre', true],
  ['Șosea', 'șosea', true],
])('"%s" is read as "%s"', (text, folded, isCapital) => {
  const cut = cutUp('', text)
  expect(cut.folded[0]).toBe(hashOf(folded))
  expect(((cut.marks[0] ?? 0) & IS_CAPITAL) !== 0).toBe(isCapital)
})

test('a title stands before what it is the title of, and is left out where the text begins with it', () => {
  const words = ({ count, text }: { count: number; text: string }) => [count, text]
  expect(words(cutUp('Muy mal', 'No llegó'))).toEqual([5, 'Muy mal. No llegó'])
  expect(words(cutUp('Muy mal', 'Muy mal todo'))).toEqual([3, 'Muy mal todo'])
})

test('of a novel the beginning is read', () => {
  expect(cutUp('', 'palabra '.repeat(100_000)).count).toBe(500)
  expect(cutUp('título '.repeat(1000), '.'.repeat(100_000)).count).toBeLessThan(700)
})

test('whatever is written is cut as the pattern cuts it, one piece after the other, and no word is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(..."aeñçßÿxX8tT'’_-^:;)(!?.,…¿¡ \n@#/😀👍🏽\u0301\ud83d中жº".split('')),
    fc.constantFrom('xD', ':)', 'T_T', '10/10', 'don’t', 'Ñandú', '\u200d', '👩\u200d🚀'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const cut = cutUp('', pieces.join(''))
      const byPattern = [...cut.text.matchAll(new RegExp(PIECE.source, 'giu'))].map(([each]) => each)
      expect(written(pieces.join(''))).toEqual(byPattern)
      let end = 0
      let between = ''
      for (let row = 0; row < cut.count; row += 1) {
        expect(cut.starts[row]).toBeGreaterThanOrEqual(end)
        between += cut.text.slice(end, cut.starts[row])
        end = cut.ends[row] ?? 0
        expect(end).toBeGreaterThan(cut.starts[row] ?? 0)
      }
      expect(between + cut.text.slice(end)).not.toMatch(/[a-zA-ZÀ-ÖØ-öø-ÿжº中]/)
    }),
    { numRuns: 500 },
  )
})

test('a text is cut alike whatever was cut up before it', () => {
  const rows = (text: string) => {
    const { count, kinds, marks, starts, ends, folded, lower } = cutUp('', text)
    return [kinds, marks, starts, ends, folded, lower].map((column) => [...column.subarray(0, count)])
  }
  const word = fc.constantFrom('no', 'bien', 'nunca', '🫠', ':)', '!', '7', 'º', 'refund🤖', "don't", '…')
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, text, (one, other, same) => {
      cutUp('', one)
      const first = rows(same)
      cutUp('', other)
      expect(rows(same)).toEqual(first)
    }),
    { numRuns: 500 },
  )
})
