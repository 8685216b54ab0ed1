import { z } from 'zod'
import { BrandId } from './ids.ts'
import { Question } from './mentions.ts'
import { read } from './method.ts'

export const ViewName = z.enum([
  'inbox',
  'unread',
  'unanswered',
  'promises-due',
  'came-back',
  'snoozed',
  'drafts',
  'pending',
  'resolved',
  'everything',
])
export type ViewName = z.output<typeof ViewName>

export const views = {
  'views.list': read(
    'The ready-made views, each a question, with how many mentions it holds now.',
    z.object({ brandId: BrandId.optional() }),
    z.object({
      items: z.array(z.object({ name: ViewName, where: z.string(), count: z.number().int() })),
      outbox: z.number().int(),
    }),
  ),
  'views.counts': read(
    'Counts what each of some questions matches, up to 10,000 each, in slices: others are answered meanwhile.',
    z.object({ brandId: BrandId.optional(), where: z.array(Question).max(100) }),
    z.object({
      /** In the order asked; null for a question that is not understood. `more`: there are more than that. */
      items: z.array(z.object({ count: z.number().int().nullable(), more: z.boolean() })),
    }),
  ),
}
