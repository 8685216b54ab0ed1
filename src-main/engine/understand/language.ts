import { addCommonWords } from './common-words.ts'
import { type Cut, cutUp, END, WORD } from './cut.ts'
import { type Heard, heardAt } from './heard.ts'
import { GALICIAN_PLACE, type Marks, marksOf } from './language-marks.ts'
import { beginLetters, countLetters, LANGUAGES, lettersSay } from './letters.ts'
import { lowerCode } from './signs.ts'
import { languageBySmallWords } from './small-words.ts'

/** Enough to be sure by; more only costs time. */
const SAMPLE = 400
/** Of a longer text so much is tried first: it decides nearly always, in a third of the time. */
const GLANCE = 100
/** Written without blanks between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{4}/u

/** The language of a text and its title, ISO 639-1; null below two words, without letters, or when it is not sure. */
export function languageOf(title: string, text: string): string | null {
  return languageOfCut(cutUp(title, text))
}

/** The same of a text that is cut up already. */
export function languageOfCut(cut: Cut): string | null {
  return languageBySmallWords(cut) ?? languageByLetters(cut)
}

/** The language of a text as its letters say it, ISO 639-1. */
export function detectLanguage(text: string): string | null {
  return languageByLetters(cutUp('', text.slice(0, SAMPLE)))
}

function languageByLetters(cut: Cut): string | null {
  const rows = wordsOf(cut, SAMPLE)
  if (rows.length < 2 && !UNSPACED.test(cut.text.slice(0, SAMPLE))) return null
  const isLong = cut.text.length > 1.5 * GLANCE
  return (isLong ? languageOfRows(cut, wordsOf(cut, GLANCE)) : null) ?? languageOfRows(cut, rows)
}

/** The rows of the words that begin a text, its title after it, up to so many letters and blanks. */
function wordsOf(cut: Cut, most: number): number[] {
  const rows: number[] = []
  const body = firstRowOf(cut)
  let length = 0
  for (let at = 0; at < cut.count && length <= most; at += 1) {
    const row = (body + at) % cut.count
    length += (cut.ends[row] ?? 0) - (cut.starts[row] ?? 0) + 1
    if (cut.kinds[row] === WORD) rows.push(row)
  }
  return rows
}

function firstRowOf({ starts, count, bodyAt }: Cut): number {
  let row = 0
  while (row < count && (starts[row] ?? 0) < bodyAt) row += 1
  return row % Math.max(1, count)
}

/** What the program is made for is what most people write to its brands in; then come its neighbours. */
const EXPECTED: Readonly<Record<string, number>> = {
  ...{ es: 0.047, en: 0.012, pt: 0.024 },
  ...{ ca: 0.01, de: 0.015, eu: 0.02, fr: 0.022, it: 0.022, nl: 0.015 },
}
/** Two words that look like Yoruba hardly are. */
const FAR = -0.05
const EXPECTED_AT = LANGUAGES.map((language) => EXPECTED[language] ?? 0)
const EXPECTED_SHORT_AT = LANGUAGES.map((language) => EXPECTED[language] ?? FAR)
const FEW_WORDS = 6
const OF_ONE_MARK = 0.045
const MOST_MARKS = 4
/** Where the letters say nothing at all, so much of the words decides. */
const ENOUGH = 1

function languageOfRows(cut: Cut, rows: readonly number[]): string | null {
  const heard = rows.flatMap((row) => heardAt(cut, row))
  const isShort = heard.length <= FEW_WORDS
  const opens = cut.opensAt >= 0 && cut.opensAt <= (cut.ends[rows.at(-1) ?? 0] ?? 0)
  const marks = marksOf(cut.text, heard, opens)
  const galician = marks[GALICIAN_PLACE] ?? 0
  const told = isShort ? withCommonWords(marks, heard) : marks
  readLetters(cut, rows)
  const place = likeliest(told, isShort ? EXPECTED_SHORT_AT : EXPECTED_AT)
  if (place < 0) return null
  const language = LANGUAGES[place] ?? null
  const isNeighbour = language === 'es' || language === 'pt'
  return isNeighbour && isGalician(galician, marks[place] ?? 0) ? 'gl' : language
}

function withCommonWords(marks: Marks, heard: readonly Heard[]): Marks {
  const told = [...marks]
  addCommonWords(told, heard)
  return told
}

/** The place of the likeliest language; -1 where letters and words say too little. */
function likeliest(told: Marks, expected: readonly number[]): number {
  let first = -1
  let most = 0
  let none = true
  for (let place = 0; place < LANGUAGES.length; place += 1) {
    const letters = lettersSay(place)
    if (letters === 0) continue
    none = false
    const score = letters + (expected[place] ?? 0) + OF_ONE_MARK * Math.min(MOST_MARKS, told[place] ?? 0)
    if (score > most) {
      first = place
      most = score
    }
  }
  return none ? likeliestByWords(told) : first
}

function likeliestByWords(told: Marks): number {
  let [first, most] = [-1, ENOUGH]
  for (let place = 0; place < LANGUAGES.length; place += 1)
    if ((told[place] ?? 0) > most) [first, most] = [place, told[place] ?? 0]
  return first
}

/** Names are of no language, and would decide over the few words around them: they are left out where two others are. */
function readLetters(cut: Cut, rows: readonly number[]): void {
  const others = rows.filter((row) => !isName(cut, row))
  const isEnough = others.filter((row) => hasTwoSmall(cut, row)).length > 1
  beginLetters()
  for (const row of isEnough ? others : rows)
    countLetters(cut.codes, cut.starts[row] ?? 0, cut.ends[row] ?? 0)
}

/** A capital letter in the midst of a sentence, or after the hyphen of a name. */
function isName(cut: Cut, row: number): boolean {
  const { codes, starts, ends, kinds } = cut
  const at = starts[row] ?? 0
  if (row === 0 || !isUpper(codes[at] ?? 0) || ends[row - 1] !== at - 1) return false
  const last = codes[at - 2] ?? 0
  const between = codes[at - 1]
  if (between === HYPHEN) return isName(cut, row - 1)
  return between === BLANK && (kinds[row - 1] === END ? last === COMMA : isLower(last))
}

const HYPHEN = 0x2d
const BLANK = 0x20
const COMMA = 0x2c

function hasTwoSmall({ codes, starts, ends }: Cut, row: number): boolean {
  for (let at = (starts[row] ?? 0) + 1; at < (ends[row] ?? 0); at += 1)
    if (isLower(codes[at] ?? 0) && isLower(codes[at - 1] ?? 0)) return true
  return false
}

function isUpper(code: number): boolean {
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : lowerCode(code) !== code
}

function isLower(code: number): boolean {
  return code < 0x80 ? code >= 0x61 && code <= 0x7a : /\p{Ll}/u.test(String.fromCharCode(code))
}

/** The letters take Galician for one of its neighbours: its own words say otherwise, unless the neighbour has as many. */
function isGalician(own: number, instead: number): boolean {
  return own >= 0.7 && own > 0.6 * instead
}
