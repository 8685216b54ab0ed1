import { z } from 'zod'
import { BrandId, Instant, MentionId, PromiseId } from './ids.ts'
import { read, write } from './method.ts'

export const PromiseState = z.enum(['open', 'kept', 'broken'])
export type PromiseState = z.output<typeof PromiseState>

export const PromiseItem = z.object({
  promiseId: PromiseId,
  uid: z.uuid(),
  brandId: BrandId,
  mentionId: MentionId,
  text: z.string(),
  due: Instant,
  state: PromiseState,
  madeAt: Instant,
  settledAt: Instant.nullable(),
  to: z.string(),
})
export type PromiseItem = z.output<typeof PromiseItem>

/** A promise that a draft makes. */
export const PromiseFound = z.object({
  text: z.string(),
  /** Where in the draft, in UTF-16 code units. */
  start: z.number().int(),
  end: z.number().int(),
  /** By when, as it says itself; null where it names no day. */
  due: Instant.nullable(),
  /** The day in the brand's time zone, `YYYY-MM-DD`. */
  day: z.string().nullable(),
  when: z.enum(['to-come', 'past', 'none']),
})
export type PromiseFound = z.output<typeof PromiseFound>

export const promises = {
  'promises.add': write(
    'Writes down what the brand promised to somebody, with its day.',
    z.object({ mentionId: MentionId, text: z.string().trim().min(1).max(500), due: Instant }),
    z.object({ promiseId: PromiseId }),
  ),
  'promises.settle': write(
    'Says that a promise was kept or broken; can be undone.',
    z.object({ promiseId: PromiseId, state: z.enum(['kept', 'broken']) }),
    z.object({ state: PromiseState }),
  ),
  'promises.move': write(
    'Gives an open promise another day; can be undone.',
    z.object({ promiseId: PromiseId, due: Instant }),
    z.object({ due: Instant }),
  ),
  'promises.find': read(
    'Finds what a draft promises, and by when; offers and wishes are none.',
    z.object({ mentionId: MentionId, body: z.string().max(100_000) }),
    z.object({ promises: z.array(PromiseFound) }),
  ),
  'promises.due': read(
    'The open promises that are due by the end of today where the brand is, or were due before.',
    z.object({ brandId: BrandId.optional() }),
    z.object({
      items: z.array(PromiseItem.extend({ told: z.boolean() })),
      overdue: z.number().int(),
    }),
  ),
  'promises.told': write(
    'Remembers that the user was told of these promises, so that nobody tells them again.',
    z.object({ promiseIds: z.array(PromiseId).min(1).max(1000) }),
    z.object({ told: z.number().int() }),
  ),
  'promises.list': read(
    'Lists promises, the next due first.',
    z.object({ brandId: BrandId.optional(), state: PromiseState.optional() }),
    z.object({ items: z.array(PromiseItem) }),
  ),
}
