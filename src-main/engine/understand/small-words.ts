import { type Cut, HAS_APOSTROPHE, NUMBER, WORD } from './cut.ts'
import { heardAt } from './heard.ts'
import { makeWordSets, type WordSets, setsOf } from './word-sets.ts'

/**
 * Words that people cannot write three sentences without. Where a text has many of one language, and at most half as
 * many of any neighbour, nobody needs to count its letters.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  es: 'y el los las muy pero fue también hay esta este están cuando hasta desde usted ustedes donde nada hace sido ella ellos estaba sus una lo',
  en: 'the and of is was it for with this that not they you have are but from were been my would which their there when your',
  pt: 'não muito uma com em é você foi são mais ao pela pelo meu minha isso ele ela quando até já também nem seu sua um os',
  gl: 'unha non moito pola polo máis tamén sen xa nin eu foi ao un os cando até',
  ca: 'amb els i per és molt però també dels una el aquest aquesta són seva tot les lo',
  it: 'che il di è per non sono anche molto della nel gli una lo un',
  fr: 'les des est et une pour pas dans qui vous nous avec très mais sur un',
  de: 'und der die das ist nicht ich ein eine mit für auf den von sehr aber',
}
const LANGUAGES = Object.keys(SMALL_WORDS)
const SETS: WordSets = makeWordSets(Object.values(SMALL_WORDS))
/** Words looked at. */
const SAMPLE = 60
const ENOUGH = 5

/** The language of a text without its title, ISO 639-1, when its small words leave no doubt; else null. */
export function languageBySmallWords(cut: Cut): string | null {
  const counts = LANGUAGES.map(() => 0)
  let words = 0
  for (let row = 0; row < cut.count && words < SAMPLE; row += 1) {
    if ((cut.starts[row] ?? 0) < cut.bodyAt) continue
    const kind = cut.kinds[row]
    if (kind === WORD) count(cut, row, counts)
    if (kind === WORD || kind === NUMBER) words += 1
  }
  return clearWinner(counts)
}

function count(cut: Cut, row: number, counts: number[]): void {
  if (((cut.marks[row] ?? 0) & HAS_APOSTROPHE) === 0) countIn(setsOf(SETS, cut.lower[row] ?? 0), counts)
  else for (const { hash } of heardAt(cut, row)) countIn(setsOf(SETS, hash), counts)
}

function countIn(languages: number, counts: number[]): void {
  for (let rest = languages; rest !== 0; rest &= rest - 1) {
    const language = 31 - Math.clz32(rest & -rest)
    counts[language] = (counts[language] ?? 0) + 1
  }
}

function clearWinner(counts: readonly number[]): string | null {
  let [first, most, second] = [0, 0, 0]
  for (let language = 0; language < counts.length; language += 1) {
    const count = counts[language] ?? 0
    if (count > most) [first, most, second] = [language, count, most]
    else if (count > second) second = count
  }
  return most >= ENOUGH && second * 2 <= most ? (LANGUAGES[first] ?? null) : null
}
