import { z } from 'zod'
import { ActId, BrandId, Instant, MentionId, PromiseId } from './ids.ts'
import { read, write } from './method.ts'

/** Why a pending mention is not done: what we promised, or for whom or what we wait. */
export const Wait = z.object({
  mentionId: MentionId,
  brandId: BrandId,
  /** For whom or what, in the user's words; empty where nobody said. */
  what: z.string(),
  since: Instant.nullable(),
  /** The next of our open promises to them in that conversation. */
  promise: z.object({ promiseId: PromiseId, text: z.string(), due: Instant }).nullable(),
})
export type Wait = z.output<typeof Wait>

export const waiting = {
  'waits.list': read(
    'What is pending, for whom or what it waits, and since when; the longest first, 1,000 at most.',
    z.object({ brandId: BrandId.optional(), mentionId: MentionId.optional() }),
    z.object({ items: z.array(Wait) }),
  ),
  'waits.say': write(
    'Says for whom or what mentions of one brand wait; they are pending from then on. `acts.undo` takes it back.',
    z.object({
      ids: z.array(MentionId).min(1).max(1000),
      what: z.string().trim().max(300),
    }),
    z.object({ actId: ActId, count: z.number().int() }),
  ),
}
