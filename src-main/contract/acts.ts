import { z } from 'zod'
import { Feeling } from './feeling.ts'
import { ActId, BrandId, Instant, MentionId } from './ids.ts'
import { Question, Reason, Status } from './mentions.ts'
import { read, write } from './method.ts'

/** A path in the brand's tag tree: `delivery/late`. */
export const TagPath = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((path) => path.split('/').every((part) => part.trim() !== ''), 'names between slashes')

export const Act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag'), tag: TagPath }),
  z.object({ kind: z.literal('untag'), tag: TagPath }),
  z.object({
    kind: z.literal('status'),
    to: Status,
    reason: Reason.optional(),
    /** For whom or what, in words, where it is left `pending`. */
    waitsFor: z.string().trim().max(200).optional(),
  }),
  z.object({ kind: z.literal('snooze'), until: Instant.nullable() }),
  z.object({ kind: z.literal('feeling'), to: Feeling }),
  z.object({ kind: z.literal('read') }),
  z.object({ kind: z.literal('unread') }),
])
export type Act = z.output<typeof Act>

/** `conversation`: and everything else that was said in their conversations. */
const Members = z.enum(['themselves', 'conversation']).optional()

/** Named mentions, or everything a question matches that was there at `asOf`. */
export const ActOn = z.union([
  z.object({ ids: z.array(MentionId).min(1).max(10_000), members: Members }),
  z.object({
    brandId: z.union([BrandId, z.literal('all')]),
    where: Question,
    asOf: Instant,
    members: Members,
  }),
])
export type ActOn = z.output<typeof ActOn>

/** Every kind of act that a journal may hold, and whether undo can take it back. */
export const ACT_KINDS = {
  tag: 'undoable',
  untag: 'undoable',
  status: 'undoable',
  snooze: 'undoable',
  feeling: 'undoable',
  unread: 'undoable',
  // Opening a mention to read it is nothing anybody wants undone.
  read: 'final',
  'take-apart': 'undoable',
  'put-together': 'undoable',
  'tag-add': 'undoable',
  'tag-set': 'undoable',
  'tag-rename': 'undoable',
  'tag-merge': 'undoable',
  'tag-retire': 'undoable',
  'tag-restore': 'undoable',
  'view-save': 'undoable',
  'view-change': 'undoable',
  'view-rename': 'undoable',
  'view-remove': 'undoable',
  'view-order': 'undoable',
  'rule-add': 'undoable',
  mute: 'undoable',
  'rule-set': 'undoable',
  'rule-order': 'undoable',
  'rule-remove': 'undoable',
  // What a rule did: by itself, and over the past because the user asked.
  rule: 'undoable',
  'rule-past': 'undoable',
  'forget-learnt': 'undoable',
  person: 'undoable',
  'people-merge': 'undoable',
  'people-unmerge': 'undoable',
  'people-apart': 'undoable',
  promise: 'undoable',
  'promise-kept': 'undoable',
  'promise-broken': 'undoable',
  'promise-moved': 'undoable',
  'please-read': 'undoable',
  'no-need-to-read': 'undoable',
  reviewed: 'undoable',
  'correct-ask': 'undoable',
  fact: 'undoable',
  'fact-removed': 'undoable',
  'spelling-word': 'undoable',
  'spelling-word-removed': 'undoable',
  'second-look': 'undoable',
  brand: 'undoable',
  source: 'undoable',
  'source-removed': 'undoable',
  // The world outside knows of these.
  account: 'final',
  'reply-sent': 'final',
  'reply-corrected': 'final',
} as const satisfies Record<string, 'undoable' | 'final'>
export type ActKind = keyof typeof ACT_KINDS

/** What an act did, for lists and toasts. `kind` also names acts on people, sources, brands and promises. */
export const JournalEntry = z.object({
  actId: ActId,
  kind: z.string(),
  /** What it wrote, where that says more than the kind: the tag, the status. */
  detail: z.string(),
  count: z.number().int(),
  at: Instant,
  who: z.string(),
  undone: z.boolean(),
})
export type JournalEntry = z.output<typeof JournalEntry>

export const acts = {
  'acts.do': write(
    'Does one act to one mention or ten thousand; committed when it answers, undone as one.',
    z.object({ on: ActOn, act: Act }),
    z.object({ actId: ActId, count: z.number().int() }),
  ),
  'acts.when': read(
    'The moment that words mean ("mañana 9h", "next Tuesday", "em 3 dias") by the brand’s clock, for snoozing; null where they are not understood or mean a moment that has passed.',
    z.object({
      text: z.string().max(200),
      brandId: BrandId.optional(),
      dates: z.enum(['day-first', 'month-first']).optional(),
    }),
    z.object({ until: Instant.nullable() }),
  ),
  'acts.undo': write(
    'Undoes an act, field by field, where the fields still hold what it wrote; the rest is listed in `left`.',
    z.object({ actId: ActId }),
    z.object({
      undone: z.number().int(),
      left: z.array(z.object({ id: z.string(), field: z.string(), holds: z.string() })),
    }),
  ),
  'acts.list': read(
    'The newest acts of a brand, or of all, that undo could take back first; with `by`, only what the user did.',
    z.object({
      brandId: BrandId.optional(),
      limit: z.number().int().min(1).max(200),
      by: z.literal('user').optional(),
    }),
    z.object({ items: z.array(JournalEntry) }),
  ),
}
