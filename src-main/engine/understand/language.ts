import { eld } from 'eld/small'

const LETTERS = /\p{L}/u
/** Enough to be sure by; more only costs time. */
const SAMPLE = 400
/** Written without blanks between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{4}/u

/** The language of a text, ISO 639-1; null below two words, without letters, or when it is not sure. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_.-]+/gu, ' ')
  const words = sample.split(/[^\p{L}\p{M}'’]+/u).filter((word) => LETTERS.test(word))
  if (words.length < 2 && !UNSPACED.test(sample)) return null
  const found = eld.detect(sample)
  return found.language !== '' && found.isReliable() ? found.language : null
}
