import { z } from 'zod'

/**
 * Ids are opaque to everyone but the engine. Each says which brand's file it lives in: `b2.m81`.
 * They are stable in one install; what leaves the install carries a `uid` (UUIDv7) instead.
 */
const idText = (pattern: RegExp, says: string) => z.string().regex(pattern, says)

export const BrandId = idText(/^b\d+$/, 'a brand id, as brands.list gives it').brand<'BrandId'>()
export type BrandId = z.output<typeof BrandId>
export const SourceId = idText(/^b\d+\.s\d+$/, 'a source id, as sources.list gives it').brand<'SourceId'>()
export type SourceId = z.output<typeof SourceId>
export const MentionId = idText(
  /^b\d+\.m\d+$/,
  'a mention id, as mentions.list gives it',
).brand<'MentionId'>()
export type MentionId = z.output<typeof MentionId>
export const PersonId = idText(/^b\d+\.p\d+$/, 'a person id, as mentions.get gives it').brand<'PersonId'>()
export type PersonId = z.output<typeof PersonId>
export const ReplyId = idText(/^b\d+\.r\d+$/, 'a reply id, as outbox.list gives it').brand<'ReplyId'>()
export type ReplyId = z.output<typeof ReplyId>
export const PromiseId = idText(
  /^b\d+\.v\d+$/,
  'a promise id, as promises.list gives it',
).brand<'PromiseId'>()
export type PromiseId = z.output<typeof PromiseId>
export const AccountId = idText(
  /^b\d+\.k\d+$/,
  'an account id, as accounts.list gives it',
).brand<'AccountId'>()
export type AccountId = z.output<typeof AccountId>
export const ReportId = idText(/^b\d+\.t\d+$/, 'a report id, as reports.make gives it').brand<'ReportId'>()
export type ReportId = z.output<typeof ReportId>
export const FactId = idText(/^b\d+\.f\d+$/, 'a fact id, as facts.list gives it').brand<'FactId'>()
export type FactId = z.output<typeof FactId>
/** Of a saved view of one brand, or of all: `all.w3`. */
export const ViewId = idText(/^(?:b\d+|all)\.w\d+$/, 'a view id, as views.list gives it').brand<'ViewId'>()
export type ViewId = z.output<typeof ViewId>
export const RuleId = idText(/^b\d+\.u\d+$/, 'a rule id, as rules.list gives it').brand<'RuleId'>()
export type RuleId = z.output<typeof RuleId>
/** Of one act, in however many brands it acted: `b1+b2.a<uuid>`; on what all brands share: `all.a<uuid>`. */
export const ActId = idText(
  /^(?:all|b\d+(\+b\d+)*)\.a[0-9a-f-]{36}$/,
  'an act id, as acts.do gives it',
).brand<'ActId'>()
export type ActId = z.output<typeof ActId>

/** An instant on the wire: ISO 8601 with `Z`, milliseconds allowed. */
export const Instant = z.iso.datetime()
/** An instant, or a day (`2026-10-01`) that means the brand's own day. */
export const InstantOrDay = z.union([z.iso.datetime({ offset: true }), z.iso.date()])

export const Cursor = z.string().max(500)
export const PageLimit = z.number().int().min(1).max(500)
