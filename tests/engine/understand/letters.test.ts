import { eld } from 'eld/large'
import { expect, test } from 'vitest'
import { cutUp, writtenAt } from '../../../src-main/engine/understand/cut.ts'
import {
  beginLetters,
  countLetters,
  LANGUAGES,
  lettersSay,
} from '../../../src-main/engine/understand/letters.ts'

const scoresOf = (text: string) => {
  const cut = cutUp('', text)
  beginLetters()
  for (let row = 0; row < cut.count; row += 1)
    if (/\p{L}/u.test(writtenAt(cut, row))) countLetters(cut.codes, cut.starts[row] ?? 0, cut.ends[row] ?? 0)
  return Object.fromEntries(
    LANGUAGES.map((language, place) => [language, lettersSay(place)] as const).filter(
      ([, share]) => share > 0,
    ),
  )
}

test.each([
  'La caja llegó rota y el niño lloró toda la tarde',
  "It wasn't what I had ordered, and they don't answer",
  'NÃO RECOMENDO: o pedido não chegou até hoje, coração partido',
  'L’été dernier, l’hôtel était très agréable',
  'a y o e',
  'Донаудампфшиффартсгезелльшафтскапитэн живёт в Мюнхене',
  'Η παραγγελία δεν έφτασε ποτέ',
  '商品还没有到，客服也不回复',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzlichkeit ist lang',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft heißt sie',
  '这个商品的质量非常好我很喜欢这个商品的质量非常好我很喜欢这个商品的质量非常好',
])('the letters of "%s" say what eld says of them, of which they are', (text) => {
  const told = scoresOf(text)
  const wanted = eld.detect(text).getScores()
  expect(Object.keys(told).sort()).toEqual(Object.keys(wanted).sort())
  for (const [language, share] of Object.entries(wanted)) expect(told[language]).toBeCloseTo(share, 10)
})

test('nothing of one text is counted for the next', () => {
  const once = scoresOf('Tercera vez que escribo')
  scoresOf('The coffee was cold')
  expect(scoresOf('Tercera vez que escribo')).toEqual(once)
})
