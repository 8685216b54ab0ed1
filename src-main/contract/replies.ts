import { z } from 'zod'
import { AccountId, BrandId, Instant, MentionId, ReplyId } from './ids.ts'
import { read, write } from './method.ts'
import { PromiseFound } from './promises.ts'

export const ReplyState = z.enum([
  'queued',
  'by-hand',
  'sending',
  'sent',
  'held',
  'refused',
  'unsure',
  'stopped',
])
export type ReplyState = z.output<typeof ReplyState>

/** What the second look may remark on, in the order of the screen. */
export const RemarkCode = z.enum([
  'too-long',
  'wrong-language',
  'no-name',
  'form-of-address',
  'not-specific',
  'question-unanswered',
  'no-apology',
  'blaming-apology',
  'promise-no-date',
  'promise-past-date',
  'promise-broken-before',
  'private-data',
  'blame-or-shout',
  'stock-phrase',
  'jargon',
  'too-alike',
  'unsigned',
  'empty',
])
export type RemarkCode = z.output<typeof RemarkCode>

export const Remark = z.object({
  code: RemarkCode,
  message: z.string(),
  /** Where in the draft, in UTF-16 code units. */
  at: z.object({ start: z.number().int(), end: z.number().int() }).optional(),
  /** What the sentence is about, for the window's own wording. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** A text that may be put in the place of a range of the draft. */
  fix: z.object({ start: z.number().int(), end: z.number().int(), text: z.string() }).optional(),
  /** Only a channel's own limit keeps a reply from being queued. */
  blocks: z.boolean(),
})
export type Remark = z.output<typeof Remark>

/** A second pair of eyes on a draft: asked for, or what it said. A draft that waits for it cannot be queued. */
export const DraftReading = z.object({
  waits: z.boolean(),
  /** What the reader should look at. */
  note: z.string(),
  askedAt: Instant.nullable(),
  verdict: z.enum(['approved', 'commented']).nullable(),
  comment: z.string(),
  readAt: Instant.nullable(),
})
export type DraftReading = z.output<typeof DraftReading>

const body = z.string().max(100_000)

export const OutboxItem = z.object({
  replyId: ReplyId,
  mentionId: MentionId,
  brandId: BrandId,
  channel: z.string(),
  state: ReplyState,
  /** Why it is in this state, where that needs words; empty otherwise. */
  reason: z.string(),
  /** What the place itself said, in its words; empty where it said nothing. */
  says: z.string(),
  /** Through which account, by its name there; null by hand. */
  account: z.string().nullable(),
  /** Where it stands when sent, else where it is to be posted. */
  url: z.string().nullable(),
  notBefore: Instant.nullable(),
  /** It has waited for more than a day, and goes when the user says so. */
  waitsForWord: z.boolean(),
  body: z.string(),
  queuedAt: Instant,
  to: z.string(),
  excerpt: z.string(),
})
export type OutboxItem = z.output<typeof OutboxItem>

export const replies = {
  'replies.saveDraft': write(
    'Keeps the draft of an answer; an empty body lets go of it.',
    z.object({ mentionId: MentionId, body }),
    z.object({ savedAt: Instant }),
  ),
  'replies.look': read(
    'The second look: remarks on a draft, offline.',
    z.object({ mentionId: MentionId, body }),
    z.object({
      remarks: z.array(Remark),
      /** What the draft promises, to be written down with its day when it is queued. */
      promises: z.array(PromiseFound),
      length: z.number().int(),
      limit: z.number().int().nullable(),
    }),
  ),
  'replies.queue': write(
    'Puts an answer into the outbox. The text is frozen; the draft is kept until it is sent.',
    z.object({
      mentionId: MentionId,
      body: body.refine((text) => text.trim() !== '', 'an answer with words in it'),
      /** Left out: the first account that can answer there, else by hand. */
      channel: z.string().optional(),
      accountId: AccountId.optional(),
      promises: z.array(z.object({ text: z.string().trim().min(1).max(500), due: Instant })).optional(),
    }),
    z.object({ replyId: ReplyId }),
  ),
  'replies.pleaseRead': write(
    'Marks a draft for a second pair of eyes: it waits, and cannot be queued, until somebody has read it or the mark is off. `acts.undo` takes it back.',
    z.object({ mentionId: MentionId, note: z.string().trim().max(2000).optional() }),
    DraftReading,
  ),
  'replies.noNeedToRead': write(
    'Takes the mark off: the draft waits for nobody. `acts.undo` takes it back.',
    z.object({ mentionId: MentionId }),
    DraftReading,
  ),
  'replies.reviewed': write(
    'Writes down what the second pair of eyes said of a draft; it waits no longer. `acts.undo` takes it back.',
    z.object({
      mentionId: MentionId,
      verdict: z.enum(['approved', 'commented']),
      comment: z.string().trim().max(10_000).default(''),
    }),
    DraftReading,
  ),
  'outbox.list': read(
    'Replies that are not settled, in order.',
    z.object({ brandId: BrandId.optional() }),
    z.object({
      items: z.array(OutboxItem),
      /** After days offline: so many are ready and wait for the user’s word, and so many conversations moved on. */
      asks: z.object({ ready: z.number().int(), movedOn: z.number().int() }).nullable(),
    }),
  ),
  'outbox.run': write(
    'Moves what can move, because the user says so: what waited for days goes too. With `asks` it does what the program does by itself: of what waited for more than a day it only looks whether the conversation moved on. Answers how many are in each state.',
    z.object({ brandId: BrandId.optional(), asks: z.boolean().optional() }),
    z.record(ReplyState, z.number().int()),
  ),
  'outbox.confirm': write(
    'The user’s word on whether an answer went out. Not posted: the text is back in the draft.',
    z.object({ replyId: ReplyId, posted: z.boolean(), url: z.url({ protocol: /^https?$/ }).optional() }),
    z.object({ state: ReplyState }),
  ),
  'outbox.retry': write(
    'Sends a stopped answer all the same, or tries one again that waits. Never one that may be out: that is looked for.',
    z.object({ replyId: ReplyId }),
    z.object({ state: ReplyState }),
  ),
  'replies.correct': write(
    'Changes the words of an answer that is out, where the place allows it; both versions are kept.',
    z.object({
      replyId: ReplyId,
      body: body.refine((text) => text.trim() !== '', 'an answer with words in it'),
    }),
    z.object({ url: z.string().nullable() }),
  ),
  'outbox.takeBack': write(
    'Takes an answer that has not gone out from the outbox; its text is a draft again.',
    z.object({ replyId: ReplyId }),
    z.object({ mentionId: MentionId }),
  ),
}
