import { COMMON_CATALAN } from './words/common/ca.ts'
import { COMMON_GERMAN } from './words/common/de.ts'
import { COMMON_ENGLISH } from './words/common/en.ts'
import { COMMON_SPANISH } from './words/common/es.ts'
import { COMMON_BASQUE } from './words/common/eu.ts'
import { COMMON_FRENCH } from './words/common/fr.ts'
import { COMMON_ITALIAN } from './words/common/it.ts'
import { COMMON_DUTCH } from './words/common/nl.ts'
import { COMMON_PORTUGUESE } from './words/common/pt.ts'

interface Listed {
  readonly language: string
  readonly words: string
  /** Places in the language's frequency list that one place of ours stands for. */
  readonly every: number
  /** Long enough that a word not in it is rare there. */
  readonly isLong: boolean
}

const LISTS: readonly Listed[] = [
  { language: 'es', words: COMMON_SPANISH, every: 1, isLong: true },
  { language: 'pt', words: COMMON_PORTUGUESE, every: 1, isLong: true },
  { language: 'en', words: COMMON_ENGLISH, every: 1, isLong: false },
  { language: 'fr', words: COMMON_FRENCH, every: 1, isLong: false },
  { language: 'it', words: COMMON_ITALIAN, every: 2, isLong: false },
  { language: 'ca', words: COMMON_CATALAN, every: 3, isLong: false },
  { language: 'de', words: COMMON_GERMAN, every: 4, isLong: false },
  { language: 'nl', words: COMMON_DUTCH, every: 4, isLong: false },
  { language: 'eu', words: COMMON_BASQUE, every: 4, isLong: false },
]

/** How rare a word is, by its place: three bands for each time that it is e times rarer; 1 is the most common. */
function bandAt(place: number): number {
  return 1 + Math.round(3 * Math.log((place + 30) / 30))
}
const OF_A_RARE_WORD = 21

interface Found {
  readonly list: Listed
  readonly band: number
}

/** In which lists a word is. Filled when a first short text is read. */
const FOUND = new Map<string, Found[]>()

function foundOf(word: string): readonly Found[] {
  if (FOUND.size === 0) fill()
  return FOUND.get(word) ?? []
}

function fill(): void {
  const misspelt = new Map<string, Found[]>()
  for (const list of LISTS)
    for (const [place, word] of list.words.split(' ').entries()) {
      const found = { list, band: bandAt(place * list.every) }
      add(FOUND, word, found)
      for (const form of misspellingsOf(word, list.language)) add(misspelt, form, found)
    }
  for (const [form, found] of misspelt) if (!FOUND.has(form)) FOUND.set(form, found)
}

function add(to: Map<string, Found[]>, word: string, found: Found): void {
  const already = to.get(word)
  if (already === undefined) to.set(word, [found])
  else if (already.at(-1)?.list !== found.list) already.push(found)
}

const PLAIN = /^[a-z]+$/
const SHORTEST = 4

/**
 * How people write a word without its accents; and what is left of a Spanish one where letters with accents were lost on
 * the way, as happens to old pages.
 */
function misspellingsOf(word: string, language: string): string[] {
  if (PLAIN.test(word)) return []
  const unaccented = word.normalize('NFD').replace(/\p{M}/gu, '')
  const forms = language === 'es' ? [unaccented, word.replace(/[^a-z]/g, '')] : [unaccented]
  return forms.filter((form, at) => form.length >= SHORTEST && forms.indexOf(form) === at)
}

const OF_KNOWING = 0.6
const OF_A_BAND = 0.25 / 3
const MOST_BANDS = 9

/**
 * How much lower-case words speak for the languages in which they are common, and against Spanish and Portuguese where
 * they are rare: of two or three words the letters alone say too little.
 */
export function commonWordsOf(words: readonly string[]): Map<string, number> {
  const marks = new Map<string, number>()
  for (const word of words) {
    const found = foundOf(word)
    if (found.length > 0) addWord(marks, found)
  }
  return marks
}

function addWord(marks: Map<string, number>, found: readonly Found[]): void {
  const mark = (language: string, weight: number) => marks.set(language, (marks.get(language) ?? 0) + weight)
  const least = Math.min(...found.map(({ band }) => band))
  const rarer = (band: number) => OF_A_BAND * Math.min(MOST_BANDS, band - least)
  for (const { list, band } of found) mark(list.language, OF_KNOWING - rarer(band))
  for (const list of LISTS)
    if (list.isLong && !found.some((each) => each.list === list)) mark(list.language, -rarer(OF_A_RARE_WORD))
}
