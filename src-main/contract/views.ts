import { z } from 'zod'
import { BrandId } from './ids.ts'
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
  'resolved-by-rules',
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
}
