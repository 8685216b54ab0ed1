import { z } from 'zod'

export const Feeling = z.enum(['negative', 'neutral', 'positive'])
export type Feeling = z.output<typeof Feeling>

/** What is known of what somebody feels. `feeling` beside it is null where nobody should rely on it. */
export const Felt = z.object({
  /** The likeliest, however unsure; null where nothing was read for it. */
  likely: Feeling.nullable(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** 0 for neutral, 1 (slight) to 3 (strong). */
  strength: z.number().int().min(0).max(3),
  by: z.enum(['words', 'stars', 'user']),
})
export type Felt = z.output<typeof Felt>

/** A word or phrase that decided, as it was written; below 0 it speaks against, above for. */
export const WeighedWord = z.object({ word: z.string(), weight: z.number() })
export type WeighedWord = z.output<typeof WeighedWord>
