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
  'promises.list': read(
    'Lists promises, the next due first.',
    z.object({ brandId: BrandId.optional(), state: PromiseState.optional() }),
    z.object({ items: z.array(PromiseItem) }),
  ),
}
