import { HASH_OF_NOTHING, hashOn, makePlaces, placeFor, placeOf, type Places } from './hash.ts'
import type { Heard } from './heard.ts'
import type { Marks } from './language-marks.ts'
import { bareCode } from './signs.ts'
import { LANGUAGES } from './letters.ts'
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

/** Words, and how else people write them: so many at most. */
const MOST_WORDS = 36_000
const MOST_MISSPELT = 12_000

/** The bands of words, three bits for each list, 0 where a word is not in it. */
interface Bands {
  readonly words: Places
  readonly bands: Int32Array
}

/** Made when a first short text is read. */
const made: { bands: Bands | null } = { bands: null }

function bandsOf(hash: number): number {
  const { words, bands } = (made.bands ??= makeBands())
  const place = placeOf(words, hash)
  return place < 0 ? 0 : (bands[place] ?? 0)
}

/** What people write without accents counts where it is no word by itself. */
function makeBands(): Bands {
  const own = emptyBands(MOST_WORDS)
  const misspelt = emptyBands(MOST_MISSPELT)
  for (const [list, each] of LISTS.entries()) readList(each, list, own, misspelt)
  const { keys } = misspelt.words
  for (let at = 0; at < keys.length; at += 1) {
    const hash = keys[at] ?? 0
    if (hash !== 0 && placeOf(own.words, hash) < 0)
      own.bands[placeFor(own.words, hash)] = misspelt.bands[at] ?? 0
  }
  return own
}

const SPACE = 0x20

/** Reads a list sign by sign: no string is made of any word but those with accents. */
function readList({ words, every, language }: Listed, list: number, own: Bands, misspelt: Bands): void {
  let place = 0
  let begin = 0
  let hash = HASH_OF_NOTHING
  let isPlain = true
  for (let at = 0; at <= words.length; at += 1) {
    const code = at < words.length ? words.charCodeAt(at) : SPACE
    if (code !== SPACE) {
      hash = hashOn(hash, code)
      isPlain &&= code <= LAST_LETTER
      continue
    }
    const band = bandAt(place * every)
    add(own, hash, list, band)
    if (!isPlain)
      for (const spelt of misspellingsOf(words.slice(begin, at), language)) add(misspelt, spelt, list, band)
    place += 1
    begin = at + 1
    hash = HASH_OF_NOTHING
    isPlain = true
  }
}

const LAST_LETTER = 0x7a
const SHORTEST = 4

/**
 * The hashes of how people write a word without its accents, and of what is left of a Spanish one where letters with accents
 * were lost on the way, as happens to old pages.
 */
function misspellingsOf(word: string, language: string): number[] {
  let bare = HASH_OF_NOTHING
  let left = HASH_OF_NOTHING
  let kept = 0
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    bare = hashOn(bare, bareCode(code))
    if (code > LAST_LETTER) continue
    left = hashOn(left, code)
    kept += 1
  }
  if (word.length < SHORTEST) return []
  return language === 'es' && kept >= SHORTEST ? [bare, left] : [bare]
}

function emptyBands(most: number): Bands {
  const words = makePlaces(most)
  return { words, bands: new Int32Array(words.keys.length) }
}

/** The most common of words that are written alike comes first, and stays. */
function add({ words, bands }: Bands, hash: number, list: number, band: number): void {
  const place = placeFor(words, hash)
  const own = bands[place] ?? 0
  if (bandIn(own, list) === 0) bands[place] = own | (band << (BITS * list))
}

function bandIn(bands: number, list: number): number {
  return (bands >> (BITS * list)) & MASK
}

const OF_KNOWING = 0.6
const OF_A_BAND = 0.25 / BANDS_OF_E
const MOST_BANDS = 3 * BANDS_OF_E

const ALL = LISTS.map((list, at) => ({ at, isLong: list.isLong, place: LANGUAGES.indexOf(list.language) }))

/**
 * Adds how much words speak for the languages in which they are common, and against Spanish and Portuguese where they are
 * rare: of two or three words the letters alone say too little.
 */
export function addCommonWords(marks: Marks, heard: readonly Heard[]): void {
  for (const { hash } of heard) {
    const bands = bandsOf(hash)
    if (bands !== 0) addWord(marks, bands)
  }
}

function addWord(marks: Marks, bands: number): void {
  const least = Math.min(...ALL.map(({ at }) => bandIn(bands, at) || OF_A_RARE_WORD))
  const rarer = (band: number) => OF_A_BAND * Math.min(MOST_BANDS, band - least)
  for (const { at, isLong, place } of ALL) {
    const band = bandIn(bands, at)
    if (band > 0) marks[place] = (marks[place] ?? 0) + OF_KNOWING - rarer(band)
    else if (isLong) marks[place] = (marks[place] ?? 0) - rarer(OF_A_RARE_WORD)
  }
}
