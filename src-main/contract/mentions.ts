import { z } from 'zod'
import { CareReason } from './care.ts'
import { Feeling, Felt } from './feeling.ts'
import {
  ActId,
  BrandId,
  Cursor,
  Instant,
  MentionId,
  PageLimit,
  PersonId,
  PromiseId,
  ReplyId,
  RuleId,
  SourceId,
} from './ids.ts'
import { read, write } from './method.ts'
import { Person } from './people.ts'
import { PromiseState } from './promises.ts'
import { DraftReading, ReplyState } from './replies.ts'

export const Status = z.enum(['new', 'open', 'pending', 'resolved'])
export type Status = z.output<typeof Status>

export const Reason = z.enum([
  'answered',
  'no-reply-needed',
  'not-about-us',
  'spam',
  'duplicate',
  'before-our-time',
])
export type Reason = z.output<typeof Reason>

export const MentionKind = z.enum(['post', 'comment', 'review'])
export type MentionKind = z.output<typeof MentionKind>

/** As the place gave it; `worst` and `best` are the ends of its scale. */
export const Rating = z.object({ value: z.number(), worst: z.number(), best: z.number() })
export type Rating = z.output<typeof Rating>

/** What a review says beside its words; each is there only where its place gives it. */
export const Details = z.object({
  /** Of the product it speaks of, as the place writes it. */
  version: z.string().optional(),
  /** How many found it helpful. */
  votes: z.number().int().optional(),
  product: z.string().optional(),
})
export type Details = z.output<typeof Details>

export const Author = z.object({
  name: z.string(),
  handle: z.string().nullable(),
  url: z.string().nullable(),
})

export const Mention = z.object({
  id: MentionId,
  uid: z.uuid(),
  brandId: BrandId,
  sourceId: SourceId,
  sourceTitle: z.string(),
  /** Every source it, and what is shown with it, arrived through; its own first. */
  seenIn: z.array(SourceId),
  kind: MentionKind,
  title: z.string(),
  /** Plain text, for lists, search and quotes. */
  text: z.string(),
  /** Safe HTML, for the sandboxed frame. Remote images are kept as `data-src` and load only when asked for. */
  html: z.string(),
  /** How many remote images the html could show when asked. */
  images: z.number().int(),
  url: z.string().nullable(),
  externalId: z.string().nullable(),
  author: Author,
  personId: PersonId.nullable(),
  rating: Rating.nullable(),
  /** The rating as a share of its scale, 0 (worst) to 1 (best). */
  ratingShare: z.number().min(0).max(1).nullable(),
  details: Details,
  /** ISO 639, or null when not sure. */
  language: z.string().nullable(),
  /** Null where nobody should rely on it: not sure. */
  feeling: Feeling.nullable(),
  felt: Felt,
  /** Why it stands where it stands in the order of care; null where that was not asked, or it does not wait. */
  care: z.array(CareReason).nullable(),
  /** When the place says it was said; null where it does not say, or absurdly. */
  publishedAt: Instant.nullable(),
  updatedAt: Instant.nullable(),
  /** First seen by us. */
  gatheredAt: Instant,
  /** The time it is listed under: publication, else first seen. */
  at: Instant,
  status: Status,
  reason: Reason.nullable(),
  snoozedUntil: Instant.nullable(),
  /** When the person spoke again, or changed text or rating, after our reply. */
  cameBackAt: Instant.nullable(),
  ourVoice: z.boolean(),
  unanswered: z.boolean(),
  /** A reply to it is queued. */
  answerWaits: z.boolean(),
  hasDraft: z.boolean(),
  /** How many mentions its conversation has, our voice apart, where a list shows conversations; else 1. */
  members: z.number().int(),
  revisions: z.number().int(),
  /** Which of the brand's words it names, where its source brings only what names the brand. */
  names: z.array(z.string()),
  tags: z.array(z.string()),
})
export type Mention = z.output<typeof Mention>

export const Revision = z.object({
  title: z.string(),
  text: z.string(),
  html: z.string(),
  rating: Rating.nullable(),
  /** When it was replaced by what followed. */
  replacedAt: Instant,
})

/** What was said in one conversation, oldest first: theirs, our voice gathered there, and our replies from here. */
export const ConversationEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mention'), mention: Mention }),
  z.object({ kind: z.literal('our-voice'), mention: Mention }),
  z.object({
    kind: z.literal('reply'),
    replyId: ReplyId,
    mentionId: MentionId,
    body: z.string(),
    channel: z.string(),
    state: ReplyState,
    /** What it said before it was corrected, oldest first. */
    earlier: z.array(z.string()),
    url: z.string().nullable(),
    at: Instant,
  }),
  z.object({
    kind: z.literal('promise'),
    promiseId: PromiseId,
    mentionId: MentionId,
    text: z.string(),
    due: Instant,
    state: PromiseState,
    at: Instant,
  }),
])
export type ConversationEntry = z.output<typeof ConversationEntry>

/** Another place where a mention was seen, shown with it. */
export const AlsoSeen = z.object({
  /** A mention of its own, with a conversation of its own; null where the very same mention came through another source. */
  id: MentionId.nullable(),
  sourceId: SourceId,
  sourceTitle: z.string(),
  url: z.string().nullable(),
  author: Author,
  at: Instant,
  /** `by-hand`: the user put them together. */
  why: z.enum(['same-mention', 'same-address', 'same-text', 'by-hand']),
})
export type AlsoSeen = z.output<typeof AlsoSeen>

/** What a rule, or a mute, did to a mention by itself, and still stands. */
export const ByRule = z.object({
  ruleId: RuleId,
  kind: z.enum(['rule', 'muted-person', 'muted-words']),
  name: z.string(),
  actId: ActId,
  at: Instant,
  /** Tags by their path, a status as `resolved spam`, the instant it was put off to. */
  did: z.array(z.object({ kind: z.enum(['tag', 'status', 'snooze']), value: z.string() })),
})
export type ByRule = z.output<typeof ByRule>

export const MentionWhole = Mention.extend({
  byRules: z.array(ByRule),
  alsoSeen: z.array(AlsoSeen),
  history: z.array(Revision),
  conversation: z.array(ConversationEntry),
  person: Person.nullable(),
  /** What is pending: for whom or what (empty where nobody said), and since when. */
  pending: z.object({ waitsFor: z.string(), since: Instant }).nullable(),
  /** The draft, `now`, where there is one; then what it was `earlier`, the newest first. */
  drafts: z.array(z.object({ body: z.string(), savedAt: Instant, state: z.enum(['now', 'earlier']) })),
  /** What a second pair of eyes was asked for, or said; null where nobody was. */
  reading: DraftReading.nullable(),
})
export type MentionWhole = z.output<typeof MentionWhole>

/** A question in the query language: `is:unanswered tag:delivery rating:<=2 "exact words"`. */
export const Question = z.string().max(2000)

const Page = z.object({
  items: z.array(Mention),
  nextCursor: Cursor.nullable(),
  /** As it is: too many hits, or none of the words, cannot be ordered by how well they match. */
  order: z.enum(['newest', 'oldest', 'care', 'best']),
  /** What to pass with `direction: 'back'` for the page before; null where the list begins with this one. */
  previousCursor: Cursor.nullable(),
  /** What the list was drawn against: acts on "all in the view" name it, and touch nothing that arrived later. */
  asOf: Instant,
})

export const mentions = {
  'mentions.list': read(
    'Lists mentions by their time, a page at a time; without `where`, everything, snoozed and resolved too. In the order of `care`, only what waits for an answer and is not snoozed: who needs us most first, and why.',
    z.object({
      brandId: BrandId.optional(),
      sourceIds: z.array(SourceId).optional(),
      where: Question.optional(),
      order: z.enum(['newest', 'oldest', 'care']).optional(),
      cursor: Cursor.optional(),
      /** `back`: the page before the cursor, in the same order. */
      direction: z.enum(['on', 'back']).optional(),
      /** Begins with this day, by each brand's own clock. */
      startAt: z.iso.date().optional(),
      /** Shows only what was there then; a cursor says so by itself. */
      asOf: Instant.optional(),
      /** One row a conversation: its most open mention, at the place of the first that matches. */
      group: z.enum(['none', 'conversation']).optional(),
      limit: PageLimit,
    }),
    Page,
  ),
  'mentions.count': read(
    'Counts what a question matches, all of it or what arrived after an instant, in slices: others are answered meanwhile.',
    z.object({
      brandId: BrandId.optional(),
      where: Question.optional(),
      asOf: Instant.optional(),
      arrivedAfter: Instant.optional(),
    }),
    z.object({ count: z.number().int() }),
  ),
  'mentions.days': read(
    'How many mentions a question matches on each day that has any, oldest first, by each brand’s own clock.',
    z.object({ brandId: BrandId.optional(), where: Question.optional(), asOf: Instant.optional() }),
    z.object({
      days: z.array(z.object({ day: z.iso.date(), count: z.number().int() })),
      count: z.number().int(),
    }),
  ),
  'mentions.search': read(
    'Searches words in title, text and author, accents folded, together with any question; newest first unless asked.',
    z.object({
      brandId: BrandId.optional(),
      query: Question,
      order: z.enum(['newest', 'best']).optional(),
      cursor: Cursor.optional(),
      limit: PageLimit,
    }),
    Page,
  ),
  'mentions.get': read(
    'One mention with its revisions, conversation, person, tags and drafts.',
    z.object({ id: MentionId }),
    MentionWhole,
  ),
  'mentions.takeApart': write(
    'Shows a mention apart from what it was shown with, for good: a twin, with its own copy of what was decided; of a head, the twin `from`, or all. `acts.undo` takes it back.',
    z.object({ id: MentionId, from: MentionId.optional() }),
    z.object({ actId: ActId }),
  ),
  'mentions.putTogether': write(
    'Shows mentions of one brand as one, because the user says so. `acts.undo` takes it back.',
    z.object({ ids: z.array(MentionId).min(2).max(100) }),
    z.object({ actId: ActId }),
  ),
  'mentions.images': read(
    'Fetches the remote images of one mention because the user asked for them, under the fetch rules.',
    z.object({ id: MentionId }),
    z.object({ images: z.array(z.object({ url: z.string(), data: z.string().nullable() })) }),
  ),
}
