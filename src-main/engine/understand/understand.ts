import { type Felt, feelingOf, SURE } from './feeling.ts'
import { detectLanguage } from './language.ts'
import type { Learnt } from './learn.ts'
import { languageBySmallWords } from './small-words.ts'

export interface Understood extends Felt {
  /** ISO 639, or null when not sure. */
  readonly language: string | null
  /** Whether the feeling is worth showing as one. */
  readonly sure: boolean
}

/** Language and feeling of what somebody said, the language once it is told. */
export function understand(
  said: { readonly title: string; readonly text: string; readonly stars: number | null },
  learnt: Learnt | null,
): Understood {
  const language = languageOf(said.title, said.text)
  const felt = feelingOf({ ...said, language }, learnt)
  return { ...felt, language, sure: felt.confidence >= SURE }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const READ = 2000

/** The language of a text and its title, ISO 639-1, or null when not sure. */
export function languageOf(title: string, text: string, words?: readonly string[]): string | null {
  const beginning = text.slice(0, READ)
  return (
    languageBySmallWords(words ?? beginning.toLowerCase().match(WORD) ?? []) ??
    detectLanguage(`${beginning}\n${title}`)
  )
}
