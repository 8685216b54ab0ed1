import { cutUp } from './cut.ts'
import { type Felt, feltIn, judgeCut, type LikelyFelt, SURE } from './feeling.ts'
import { languageOfCut } from './language.ts'
import type { Learnt } from './learn.ts'

interface Said {
  readonly title: string
  readonly text: string
  readonly stars: number | null
}

interface Told {
  /** ISO 639, or null when not sure. */
  readonly language: string | null
}

export interface Understood extends Felt, Told {
  /** Whether the feeling is worth showing as one. */
  readonly sure: boolean
}

/** Language and feeling of what somebody said, the language once it is told. */
export function understand({ title, text, stars }: Said, learnt: Learnt | null): Understood {
  const cut = cutUp(title, text)
  const language = languageOfCut(cut)
  const felt = feltIn(cut, { language, stars }, learnt)
  return { ...felt, language, sure: felt.confidence >= SURE }
}

/** The same without saying why, for what is only kept. */
export function likelyUnderstood({ title, text, stars }: Said, learnt: Learnt | null): LikelyFelt & Told {
  const cut = cutUp(title, text)
  const language = languageOfCut(cut)
  const { likely, confidence, strength, by } = judgeCut(cut, { language, stars }, learnt)
  return { language, likely, confidence, strength, by }
}
