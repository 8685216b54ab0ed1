import { z } from 'zod'
import { ActId, Instant, MentionId, PromiseId } from './ids.ts'
import { read, write } from './method.ts'
import { Effort } from './people.ts'
import { PromiseState } from './promises.ts'

/** What is said to one in the conversation before one answers. */
export const Listening = z.object({
  /** What the person asks, in one line: their own words, or the user's. Empty where they ask nothing. */
  asks: z.string(),
  askedBy: z.enum(['program', 'user']),
  effort: Effort,
  /** What we said to this person before. */
  answers: z.number().int(),
  lastAnswerAt: Instant.nullable(),
  apologies: z.number().int(),
  lastApologyAt: Instant.nullable(),
  /** What we promised them: broken and open first, the newest first; `overdue` is open past its day. */
  promises: z.array(
    z.object({
      promiseId: PromiseId,
      mentionId: MentionId,
      text: z.string(),
      due: Instant,
      state: z.enum([...PromiseState.options, 'overdue']),
    }),
  ),
})
export type Listening = z.output<typeof Listening>

export const listening = {
  'replies.listen': read(
    'What to know before one answers a mention: what the person asks, and what they heard from us so far.',
    z.object({ mentionId: MentionId }),
    Listening,
  ),
  'replies.correctAsk': write(
    'What a mention asks, in the user’s words; empty goes back to what the program reads. `acts.undo` takes it back.',
    z.object({ mentionId: MentionId, asks: z.string().trim().max(500) }),
    z.object({ actId: ActId }),
  ),
}
