import { FEATURES } from './features.ts'
import { MODEL } from './model.ts'

export const FEELINGS = ['negative', 'neutral', 'positive'] as const
export type Feeling = (typeof FEELINGS)[number]
export type Known = keyof typeof MODEL

/** One number for each of FEELINGS, in their order. */
export type Three = readonly [negative: number, neutral: number, positive: number]

/** How much speaks for each feeling, as logits: what the model says of the features. */
export function logitsOf(language: Known, features: readonly number[]): Three {
  const { weights } = MODEL[language]
  const sum = (row: readonly number[] | undefined) => {
    let total = 0
    for (let at = 0; at < FEATURES; at += 1) total += (row?.[at] ?? 0) * (features[at] ?? 0)
    return total
  }
  return [sum(weights[0]), sum(weights[1]), sum(weights[2])]
}

/** Shares that add up to one. */
export function sharesOf([a, b, c]: Three): Three {
  const most = Math.max(a, b, c)
  const [x, y, z] = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most)]
  const all = x + y + z
  return [x / all, y / all, z / all]
}

export interface Judgement {
  readonly likely: Feeling
  /** How much of the chance lies with it, 0 to 1. */
  readonly confidence: number
}

/**
 * To be called the opposite is worse than to be called neutral: each language says how much worse, and how much the doubt
 * counts that speaks for neutral.
 */
export function judge(language: Known, [negative, neutral, positive]: Three): Judgement {
  const { opposite, doubt } = MODEL[language]
  const against = negative - opposite * positive
  const inFavour = positive - opposite * negative
  if (neutral + doubt >= Math.max(against, inFavour)) return { likely: 'neutral', confidence: neutral }
  return against > inFavour
    ? { likely: 'negative', confidence: negative }
    : { likely: 'positive', confidence: positive }
}
