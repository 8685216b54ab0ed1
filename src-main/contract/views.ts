import { z } from 'zod'
import { ActId, BrandId, ViewId } from './ids.ts'
import { Question } from './mentions.ts'
import { read, write } from './method.ts'

export const ViewName = z.enum([
  'inbox',
  'unread',
  'unanswered',
  'negative',
  'promises-due',
  'came-back',
  'snoozed',
  'drafts',
  'please-read',
  'pending',
  'resolved',
  'resolved-by-rules',
  'everything',
])
export type ViewName = z.output<typeof ViewName>

/**
 * What each ready-made view asks. The inbox holds what nothing was decided about yet: new, or read and waiting; what is
 * pending waits in its own view, and what is snoozed comes back by itself.
 */
export const VIEW_QUESTIONS: Readonly<Record<ViewName, string>> = {
  inbox: 'is:open',
  unread: 'is:unread',
  unanswered: 'is:unanswered',
  negative: 'is:unanswered feeling:negative',
  'promises-due': 'promise:due',
  'came-back': 'is:came-back',
  snoozed: 'is:snoozed',
  drafts: 'has:draft',
  'please-read': 'is:please-read',
  pending: 'is:pending',
  resolved: 'is:resolved',
  'resolved-by-rules': 'by:rule',
  everything: '',
}

/** What the user calls a question that they come back to. */
export const SavedViewName = z.string().trim().min(1).max(80)

export const SavedView = z.object({
  viewId: ViewId,
  /** Whose it is; null: of all brands, and shown beside every brand's own. */
  brandId: BrandId.nullable(),
  name: z.string(),
  where: z.string(),
  /** How many mentions it holds now, 10,000 at most; null where its question is no longer understood. */
  count: z.number().int().nullable(),
  /** There are more than `count` says. */
  more: z.boolean(),
})
export type SavedView = z.output<typeof SavedView>

const Acted = z.object({ viewId: ViewId, actId: ActId })

export const views = {
  'views.list': read(
    'The ready-made views and the saved ones, each a question, with how many mentions it holds now.',
    z.object({ brandId: BrandId.optional() }),
    z.object({
      items: z.array(z.object({ name: ViewName, where: z.string(), count: z.number().int() })),
      /** The brand's own in the user's order, then those of all brands; without a brand only the latter. */
      saved: z.array(SavedView),
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
  'views.save': write(
    'Saves a question as a view of one brand or of all; with `viewId` in place of that view’s question. `acts.undo` takes it back.',
    z.union([
      z.object({ brandId: z.union([BrandId, z.literal('all')]), name: SavedViewName, where: Question }),
      z.object({ viewId: ViewId, where: Question }),
    ]),
    Acted,
  ),
  'views.rename': write(
    'Calls a saved view something else. `acts.undo` takes it back.',
    z.object({ viewId: ViewId, name: SavedViewName }),
    Acted,
  ),
  'views.remove': write(
    'Removes a saved view; its mentions stay. `acts.undo` brings it back.',
    z.object({ viewId: ViewId }),
    Acted,
  ),
  'views.order': write(
    'Puts saved views of one brand, or those of all brands, in this order, before any that are not named.',
    z.object({ viewIds: z.array(ViewId).min(1).max(500) }),
    z.object({ actId: ActId }),
  ),
}
