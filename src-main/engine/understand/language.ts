import { eld } from 'eld/small'
import { marksOf } from './language-marks.ts'

const TWO_WORDS = /\p{L}[\p{L}\p{M}'’]*[^\p{L}\p{M}'’]+[\p{M}'’]*\p{L}/u
/** Enough to be sure by; more only costs time. */
const SAMPLE = 400
/** Of a longer text so much is tried first: it decides nearly always, in a third of the time. */
const GLANCE = 100
/** Written without blanks between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{4}/u

/** The language of a text, ISO 639-1; null below two words, without letters, or when it is not sure. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_.-]+/gu, ' ')
  if (!TWO_WORDS.test(sample) && !UNSPACED.test(sample)) return null
  return sample.length > 1.5 * GLANCE ? (detect(beginning(sample)) ?? detect(sample)) : detect(sample)
}

/** What the program is made for is what most people write to its brands in. */
const EXPECTED: Readonly<Record<string, number>> = { es: 0.025, en: 0.012, pt: 0.02 }
const OF_ONE_MARK = 0.045
const MOST_MARKS = 4
/** Nearer than this, two languages cannot be told apart. */
const NEAR = 0

function detect(text: string): string | null {
  const found = eld.detect(text)
  if (found.language === '') return null
  const marks = marksOf(text)
  const scores: Record<string, number> = found.getScores()
  let [first, most, second] = ['', 0, 0]
  for (const language in scores) {
    const score =
      (scores[language] ?? 0) +
      (EXPECTED[language] ?? 0) +
      OF_ONE_MARK * Math.min(MOST_MARKS, marks.get(language) ?? 0)
    if (score > most) [first, most, second] = [language, score, most]
    else if (score > second) second = score
  }
  if ((first === 'pt' || first === 'es') && isGalician(marks, first)) return 'gl'
  if (first === found.language && found.isReliable()) return first
  return most - second >= NEAR ? first : null
}

/** The letters take Galician for one of its neighbours: its own words say otherwise, unless the neighbour has as many. */
function isGalician(marks: ReadonlyMap<string, number>, instead: string): boolean {
  const own = marks.get('gl') ?? 0
  return own >= 0.7 && own > 0.6 * (marks.get(instead) ?? 0)
}

/** Up to the end of a word, where words are written apart. */
function beginning(text: string): string {
  const end = text.lastIndexOf(' ', GLANCE)
  return text.slice(0, end > GLANCE / 2 ? end : GLANCE)
}
