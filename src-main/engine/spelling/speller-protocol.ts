import type { SpellingLanguage } from '../../contract/spelling.ts'

/** A dictionary as Hunspell wants it. */
export interface DictionaryFiles {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

export type ToSpeller =
  | {
      readonly kind: 'load'
      readonly language: SpellingLanguage
      readonly dictionaries: readonly DictionaryFiles[]
    }
  | {
      readonly kind: 'wrong'
      readonly id: number
      readonly language: SpellingLanguage
      readonly words: readonly string[]
    }
  | {
      readonly kind: 'suggest'
      readonly id: number
      readonly language: SpellingLanguage
      readonly word: string
    }

/** The words that are wrong, or those a word may have been meant to be. */
export interface FromSpeller {
  readonly id: number
  readonly words: readonly string[]
}
