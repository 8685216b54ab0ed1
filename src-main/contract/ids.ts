import { z } from 'zod'

/**
 * Ids are opaque to everyone but the engine. Each says which brand's file it lives in: `b2.m81`.
 * They are stable in one install; what leaves the install carries a `uid` (UUIDv7) instead.
 */
const id = <Name extends string>(pattern: RegExp, says: string) =>
  z.string().regex(pattern, says).brand<Name>()

export const BrandId = id<'BrandId'>(/^b\d+$/, 'a brand id, as brands.list gives it')
export type BrandId = z.output<typeof BrandId>
export const SourceId = id<'SourceId'>(/^b\d+\.s\d+$/, 'a source id, as sources.list gives it')
export type SourceId = z.output<typeof SourceId>
export const MentionId = id<'MentionId'>(/^b\d+\.m\d+$/, 'a mention id, as mentions.list gives it')
export type MentionId = z.output<typeof MentionId>
export const PersonId = id<'PersonId'>(/^b\d+\.p\d+$/, 'a person id, as mentions.get gives it')
export type PersonId = z.output<typeof PersonId>
export const ReplyId = id<'ReplyId'>(/^b\d+\.r\d+$/, 'a reply id, as outbox.list gives it')
export type ReplyId = z.output<typeof ReplyId>
export const PromiseId = id<'PromiseId'>(/^b\d+\.v\d+$/, 'a promise id, as promises.list gives it')
export type PromiseId = z.output<typeof PromiseId>
export const ReportId = id<'ReportId'>(/^b\d+\.t\d+$/, 'a report id, as reports.make gives it')
export type ReportId = z.output<typeof ReportId>
/** Of one act, in however many brands it acted: `b1+b2.a<uuid>`. */
export const ActId = id<'ActId'>(/^b\d+(\+b\d+)*\.a[0-9a-f-]{36}$/, 'an act id, as acts.do gives it')
export type ActId = z.output<typeof ActId>

/** An instant on the wire: ISO 8601 with `Z`, milliseconds allowed. */
export const Instant = z.iso.datetime()
/** An instant, or a day (`2026-10-01`) that means the brand's own day. */
export const InstantOrDay = z.union([z.iso.datetime({ offset: true }), z.iso.date()])

export const Cursor = z.string().max(500)
export const PageLimit = z.number().int().min(1).max(500)
