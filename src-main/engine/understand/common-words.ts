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

const BITS = 3
const MASK = (1 << BITS) - 1
const BANDS_OF_E = 1.2

/** How rare a word is, by its place, 1 to 7: six bands are as much as e five times over. */
function bandAt(place: number): number {
  return Math.min(MASK, 1 + Math.round(BANDS_OF_E * Math.log((place + 30) / 30)))
}
const OF_A_RARE_WORD = 9

/** The bands of a word, three bits for each list, 0 where it is not in it. Filled when a first short text is read. */
const BANDS = new Map<string, number>()

function bandsOf(word: string): number {
  if (BANDS.size === 0) fill()
  return BANDS.get(word) ?? 0
}

function fill(): void {
  const misspelt = new Map<string, number>()
  for (const [list, { language, words, every }] of LISTS.entries())
    for (const [place, word] of words.split(' ').entries()) {
      const band = bandAt(place * every)
      add(BANDS, word, list, band)
      if (ACCENTED.test(word))
        for (const form of misspellingsOf(word, language)) add(misspelt, form, list, band)
    }
  for (const [form, bands] of misspelt) if (!BANDS.has(form)) BANDS.set(form, bands)
}

/** The most common of words that are written alike comes first, and stays. */
function add(to: Map<string, number>, word: string, list: number, band: number): void {
  const bands = to.get(word) ?? 0
  if (bandIn(bands, list) === 0) to.set(word, bands | (band << (BITS * list)))
}

function bandIn(bands: number, list: number): number {
  return (bands >> (BITS * list)) & MASK
}

const ACCENTED = /[^a-z]/
const SHORTEST = 4

/**
 * How people write a word without its accents; and what is left of a Spanish one where letters with accents were lost on
 * the way, as happens to old pages.
 */
function misspellingsOf(word: string, language: string): string[] {
  const unaccented = word.normalize('NFD').replace(/\p{M}/gu, '')
  const forms = language === 'es' ? [unaccented, word.replace(/[^a-z]/g, '')] : [unaccented]
  return forms.filter((form, at) => form.length >= SHORTEST && forms.indexOf(form) === at)
}

const OF_KNOWING = 0.6
const OF_A_BAND = 0.25 / BANDS_OF_E
const MOST_BANDS = 3 * BANDS_OF_E

/**
 * How much lower-case words speak for the languages in which they are common, and against Spanish and Portuguese where
 * they are rare: of two or three words the letters alone say too little.
 */
export function commonWordsOf(words: readonly string[]): Map<string, number> {
  const marks = new Map<string, number>()
  for (const word of words) {
    const bands = bandsOf(word)
    if (bands !== 0) addWord(marks, bands)
  }
  return marks
}

function addWord(marks: Map<string, number>, bands: number): void {
  const least = Math.min(...LISTS.map((_, list) => bandIn(bands, list) || OF_A_RARE_WORD))
  const rarer = (band: number) => OF_A_BAND * Math.min(MOST_BANDS, band - least)
  for (const [list, { language, isLong }] of LISTS.entries()) {
    const band = bandIn(bands, list)
    const weight = band > 0 ? OF_KNOWING - rarer(band) : isLong ? -rarer(OF_A_RARE_WORD) : 0
    if (weight !== 0) marks.set(language, (marks.get(language) ?? 0) + weight)
  }
}
