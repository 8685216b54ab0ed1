import type { Feeling, Felt } from '../../contract/feeling.ts'

/** Below it, what the words say is shown as not sure. */
export const SURE_PERCENT = 50

/**
 * What a mention's person feels, -3 to 3, over `mention_state state`: the user's word, else what the words say where they
 * are sure; else NULL.
 */
export const FELT = 'coalesce(state.felt, state.sure)'

/** What the words of a mention surely say, -3 to 3, else NULL, over `mention`: what `mention_state.sure` holds. */
export const SURE = `CASE WHEN feeling_confidence >= ${SURE_PERCENT} THEN feeling END`

const FEELINGS = { '-1': 'negative', '0': 'neutral', '1': 'positive' } as const

/** `mention_state.felt` of a feeling. */
export const STORED = { negative: -1, neutral: 0, positive: 1 } as const satisfies Record<Feeling, number>

export function feelingOfNumber(number: number): Feeling {
  return number < 0 ? FEELINGS['-1'] : number > 0 ? FEELINGS['1'] : FEELINGS['0']
}

export interface FeelingColumns {
  readonly feeling: number | null
  readonly feeling_confidence: number | null
  readonly felt: number | null
  readonly rating_value: number | null
}

/** The user's word is certain; what it says of the strength, the words say. */
export function feltOf({
  feeling,
  feeling_confidence: confidence,
  felt,
  rating_value,
}: FeelingColumns): Felt {
  if (felt !== null) {
    const isSame = feeling !== null && Math.sign(feeling) === felt
    return {
      likely: feelingOfNumber(felt),
      confidence: 1,
      strength: felt === 0 ? 0 : isSame ? Math.abs(feeling) : 1,
      by: 'user',
    }
  }
  return {
    likely: feeling === null ? null : feelingOfNumber(feeling),
    confidence: (confidence ?? 0) / 100,
    strength: Math.abs(feeling ?? 0),
    by: rating_value === null ? 'words' : 'stars',
  }
}
