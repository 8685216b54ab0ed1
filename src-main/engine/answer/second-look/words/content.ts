import type { Words } from './lists.ts'
import { stemOf } from './stems.ts'
import { wordsOf } from './sentences.ts'

/** One word that says something: not a small word, not one that fits every answer. */
export interface ContentWord {
  readonly word: string
  readonly stem: string
  /** Which groups of the same meaning it belongs to. */
  readonly concepts: readonly number[]
}

/** The words of a folded text that say something, without those of `not` (names, the brand's own). */
export function contentOf(text: string, words: Words, not: ReadonlySet<string>): ContentWord[] {
  return wordsOf(text.replace(/[_@#]/g, ' '))
    .filter((word) => isContent(word, words) && !not.has(word))
    .map((word) => ({ word, stem: stemOf(word, words.language), concepts: conceptsOf(word, words) }))
}

function isContent(word: string, { small, generic, genericStems, language }: Words): boolean {
  if (/^\d+$/.test(word)) return word.length >= 1
  const bare = word.split("'")[0] ?? word
  return (
    bare.length >= 3 &&
    !small.has(bare) &&
    !small.has(word) &&
    !generic.has(bare) &&
    !genericStems.has(stemOf(bare, language))
  )
}

function conceptsOf(word: string, { concepts }: Words): number[] {
  return concepts.flatMap((stems, index) => (stems.some((stem) => word.startsWith(stem)) ? [index] : []))
}

/** Whether two words speak of the same: the same stem, a long beginning in common, or one group of meaning. */
export function speaksOf(a: ContentWord, b: ContentWord): boolean {
  if (a.stem === b.stem) return true
  if (a.concepts.some((concept) => b.concepts.includes(concept))) return true
  const [short, long] = a.word.length <= b.word.length ? [a.word, b.word] : [b.word, a.word]
  return (
    short.length >= 4 &&
    !/\d/.test(short) &&
    long.startsWith(short.slice(0, Math.max(4, Math.min(short.length, 6))))
  )
}
