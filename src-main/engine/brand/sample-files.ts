import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AddressForm } from '../../contract/brands.ts'
import { MentionKind, Rating, Reason } from '../../contract/mentions.ts'
import { Brings } from '../../contract/sources.ts'

/** The files of resources/sample, whose README says what they hold. Times are kept as ages, so that it is always fresh. */
const Ago = z.string().transform((text, context) => {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text)
  if (!match) {
    context.addIssue('an age such as P2DT3H10M')
    return z.NEVER
  }
  const [days = '0', hours = '0', minutes = '0'] = match.slice(1)
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000
})

const SampleBrand = z.object({
  name: z.string(),
  words: z.array(z.string()),
  handles: z.array(z.string()),
  languages: z.array(z.string()),
  timezone: z.string(),
  answersFrom: z.object({ ago: Ago }),
  address: AddressForm,
  signature: z.string(),
  colour: z.string(),
})

const SampleSource = z.object({
  key: z.string(),
  title: z.string(),
  url: z.url(),
  homeUrl: z.string(),
  kind: z.enum(['feed', 'comments', 'reviews']),
  format: z.string(),
  brings: Brings,
  addedAgo: Ago,
  lastSuccessAgo: Ago,
  paused: z.boolean(),
  error: z
    .object({
      kind: z.string(),
      message: z.string(),
      hint: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      sinceAgo: Ago,
    })
    .nullable(),
})
export type SampleSource = z.output<typeof SampleSource>

const SampleMention = z.object({
  externalId: z.string(),
  source: z.string(),
  kind: MentionKind,
  title: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  url: z.string(),
  author: z.object({ name: z.string(), handle: z.string(), url: z.string().nullable() }),
  rating: Rating.nullable(),
  publishedAt: z.object({ ago: Ago }),
  inReplyTo: z.string().optional(),
})
export type SampleMention = z.output<typeof SampleMention>

const SampleHistory = z.object({
  tags: z.record(z.string(), z.array(z.string())),
  statuses: z.record(
    z.string(),
    z.object({
      to: z.enum(['open', 'pending', 'resolved']),
      reason: Reason.optional(),
      ago: Ago,
      cameBack: z.literal(true).optional(),
    }),
  ),
  replies: z.array(z.object({ externalId: z.string(), body: z.string(), ago: Ago })),
  promises: z.array(
    z.object({
      externalId: z.string(),
      text: z.string(),
      madeAgo: Ago,
      dueDay: z.number().int(),
      state: z.enum(['open', 'kept', 'broken']),
    }),
  ),
  revisions: z.record(
    z.string(),
    z.array(z.object({ title: z.string(), text: z.string(), rating: Rating.nullable(), replacedAgo: Ago })),
  ),
  drafts: z.array(z.object({ externalId: z.string(), body: z.string() })),
  people: z.array(
    z.object({
      source: z.string(),
      handle: z.string(),
      firstName: z.string(),
      address: AddressForm.nullable(),
      notes: z.string(),
    }),
  ),
})
export type SampleHistory = z.output<typeof SampleHistory>

export interface SampleFiles {
  readonly brand: z.output<typeof SampleBrand>
  readonly sources: readonly SampleSource[]
  readonly mentions: readonly SampleMention[]
  readonly history: SampleHistory
}

export function readSampleFiles(resources: string): SampleFiles {
  const text = (name: string) => readFileSync(join(resources, 'sample', name), 'utf8')
  const lines = text('mentions.jsonl')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return {
    brand: SampleBrand.parse(JSON.parse(text('brand.json'))),
    sources: z.array(SampleSource).parse(JSON.parse(text('sources.json'))),
    mentions: lines.map((line) => SampleMention.parse(JSON.parse(line))),
    history: SampleHistory.parse(JSON.parse(text('history.json'))),
  }
}
