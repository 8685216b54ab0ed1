import { eld } from 'eld/small'
import { commonWordsOf } from './common-words.ts'
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

/** What the program is made for is what most people write to its brands in; then come its neighbours. */
const EXPECTED: Readonly<Record<string, number>> = {
  ...{ es: 0.047, en: 0.012, pt: 0.024 },
  ...{ ca: 0.01, de: 0.015, eu: 0.02, fr: 0.022, it: 0.022, nl: 0.015 },
}
/** Two words that look like Yoruba hardly are. */
const FAR = -0.05
const FEW_WORDS = 6
const WORD = /[\p{L}\p{M}]+/gu
const OF_ONE_MARK = 0.045
const MOST_MARKS = 4

function detect(text: string): string | null {
  const lower = text.toLowerCase()
  const words = lower.match(WORD) ?? []
  const isShort = words.length <= FEW_WORDS
  const marks = marksOf(lower, words)
  const common = isShort ? commonWordsOf(words) : NONE
  const told = (language: string) => (marks.get(language) ?? 0) + (common.get(language) ?? 0)
  const scores = scoresOf(text)
  if (scores === null) return likeliest([...common.keys()], told, ENOUGH)
  const first = likeliest(
    Object.keys(scores),
    (language) =>
      (scores[language] ?? 0) +
      (EXPECTED[language] ?? (isShort ? FAR : 0)) +
      OF_ONE_MARK * Math.min(MOST_MARKS, told(language)),
    0,
  )
  return (first === 'pt' || first === 'es') && isGalician(marks, first) ? 'gl' : first
}

/** Where the letters say nothing at all, so much of the words decides. */
const ENOUGH = 1
const NONE: ReadonlyMap<string, number> = new Map()

/** What the letters say for each language, 0 to 1; null where they say nothing. */
function scoresOf(text: string): Readonly<Record<string, number>> | null {
  const found = eld.detect(withoutNames(text))
  return found.language === '' ? null : found.getScores()
}

function likeliest(languages: readonly string[], score: (language: string) => number, least: number) {
  let [first, most]: [string | null, number] = [null, least]
  for (const language of languages) {
    const each = score(language)
    if (each > most) [first, most] = [language, each]
  }
  return first
}

const NAME = /(?<=[\p{Ll},] )\p{Lu}[\p{L}\p{M}-]*/gu
const TWO_OTHER_WORDS = /\p{Ll}{2}.*[^\p{L}\p{M}].*\p{Ll}{2}/su

/** Names are of no language, and would decide over the few words around them. */
function withoutNames(text: string): string {
  const rest = text.replace(NAME, ' ')
  return TWO_OTHER_WORDS.test(rest) ? rest : text
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
