import { z } from 'zod'
import { Instant } from './ids.ts'

/** Why somebody needs an answer sooner than others. */
export const CareReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waits'), since: Instant }),
  /** The person asks for the so-manieth time: one more than `effort.repeats` up to this mention. */
  z.object({ kind: z.literal('asks'), times: z.number().int() }),
  /** What they said before waits as well, though it did not ask the same way. */
  z.object({ kind: z.literal('wrote-before') }),
  z.object({ kind: z.literal('stars'), stars: z.number().int() }),
  z.object({ kind: z.literal('negative'), strength: z.number().int() }),
  z.object({ kind: z.literal('came-back') }),
  /** Seen in so many places. */
  z.object({ kind: z.literal('places'), count: z.number().int() }),
  z.object({ kind: z.literal('votes'), count: z.number().int() }),
  z.object({ kind: z.literal('replies'), count: z.number().int() }),
  z.object({ kind: z.literal('promise'), inDays: z.number().int() }),
])
export type CareReason = z.output<typeof CareReason>
