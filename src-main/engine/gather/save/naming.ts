/** Case and accents folded: what people type in a hurry is the same word. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘ʼ]/g, "'").toLowerCase().normalize('NFC')
}

const INSIDE_WORD = '[\\p{L}\\p{N}_]'
/** Scripts that write no blanks between words: a name stands in the middle of others. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

interface Word {
  /** As the brand wrote it. */
  readonly word: string
  readonly pattern: RegExp
}

export interface BrandWords {
  readonly names: readonly Word[]
  readonly exclusions: readonly Word[]
}

/** The brand's words made ready to be looked for. */
export function toBrandWords(words: readonly string[]): BrandWords {
  const entries = words.map((word) => word.trim())
  const isExclusion = (entry: string) => /^-\S/.test(entry)
  return {
    names: entries.filter((entry) => !isExclusion(entry)).flatMap(toWord),
    exclusions: entries.filter(isExclusion).flatMap((entry) => toWord(entry.slice(1))),
  }
}

function toWord(entry: string): Word[] {
  const word = entry.replace(/^["“”«]\s*|\s*["“”»]$/gu, '').trim()
  const parts = fold(word)
    .split(/[\s\p{Pd}]+/u)
    .filter((part) => part !== '')
  const [start, end] = [parts[0]?.[0] ?? '', parts.at(-1)?.at(-1) ?? '']
  if (start === '') return []
  // Parts of a phrase may be written apart, hyphenated or on two lines.
  const body = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('[\\s\\p{Pd}]+')
  return [{ word, pattern: new RegExp(`${edgeBefore(start)}${body}${edgeAfter(end)}`, 'u') }]
}

function edgeBefore(letter: string): string {
  if (letter === '@' || letter === '#') return `(?<!${INSIDE_WORD}|[@#.])`
  return isInsideWord(letter) && !UNSPACED.test(letter) ? `(?<!${INSIDE_WORD})` : ''
}

function edgeAfter(letter: string): string {
  return isInsideWord(letter) && !UNSPACED.test(letter) ? `(?!${INSIDE_WORD})` : ''
}

function isInsideWord(letter: string): boolean {
  return /[\p{L}\p{N}_]/u.test(letter)
}

/** Which of the brand's words a text names; none when it holds an excluded word. */
export function namesIn(words: BrandWords, text: string): string[] {
  if (words.names.length === 0) return []
  const folded = fold(text)
  const found = words.names.filter(({ pattern }) => pattern.test(folded))
  if (found.length === 0 || words.exclusions.some(({ pattern }) => pattern.test(folded))) return []
  return [...new Set(found.map(({ word }) => word))]
}
