import { z } from 'zod'
import { AccountId, BrandId, Instant, MentionId } from './ids.ts'
import { read, write } from './method.ts'

export const SecretKind = z.enum(['token', 'app-password', 'password', 'api-key', 'key-file'])
export type SecretKind = z.output<typeof SecretKind>

export const MayDo = z.enum(['answer', 'look-up', 'see-held', 'correct'])
export type MayDo = z.output<typeof MayDo>

/** One line of the form that connects an account. */
export const ChannelField = z.object({
  name: z.string(),
  kind: z.enum(['address', 'text']),
  required: z.boolean(),
})
export type ChannelField = z.output<typeof ChannelField>

export const ChannelKind = z.object({
  name: z.string(),
  fields: z.array(ChannelField),
  secret: SecretKind,
  /** Whether the secret can be had by signing in with the browser. */
  signIn: z.boolean(),
})
export type ChannelKind = z.output<typeof ChannelKind>

export const Limit = z.object({
  unit: z.enum(['characters', 'graphemes', 'bytes']),
  most: z.number().int(),
  /** Of the text that was asked about, as the place counts: links, and who is addressed, in its own way. */
  length: z.number().int(),
})
export type Limit = z.output<typeof Limit>

/** A way to answer a mention; `by-hand` needs no account and is always there. */
export const WayToAnswer = z.object({
  channel: z.string(),
  accountId: AccountId.nullable(),
  /** The account's name at the place; empty by hand. */
  name: z.string(),
  limits: z.array(Limit),
})
export type WayToAnswer = z.output<typeof WayToAnswer>

export const Account = z.object({
  accountId: AccountId,
  brandId: BrandId,
  channel: z.string(),
  /** As it is called at that place. */
  name: z.string(),
  url: z.string().nullable(),
  settings: z.record(z.string(), z.string()),
  mayDo: z.array(MayDo),
  /** `no-secret`: connect it again, nothing is kept of it. `sign-in`: the place does not take its secret any more. */
  state: z.enum(['ready', 'waits', 'no-secret', 'sign-in', 'unsafe']),
  /** Until when the place wants to be left alone. */
  notBefore: Instant.nullable(),
  connectedAt: Instant,
  checkedAt: Instant,
  /** How many answers are on their way through it. */
  onTheWay: z.number().int(),
})
export type Account = z.output<typeof Account>

const Kept = z.enum(['kept', 'session'])

export const accounts = {
  'channels.list': read(
    'The channels that need an account, with what has to be known to connect one.',
    z.object({}),
    z.object({ items: z.array(ChannelKind) }),
  ),
  'channels.for': read(
    'The ways to answer a mention, best first, each with what the place takes and how long the text is there.',
    z.object({ mentionId: MentionId, body: z.string().max(100_000).optional() }),
    z.object({ items: z.array(WayToAnswer) }),
  ),
  'accounts.connect': write(
    'Connects an account of a brand, after asking the place who it is and what it may do. The secret enters here and is never answered. The same account again renews its secret.',
    z.object({
      brandId: BrandId,
      channel: z.string(),
      settings: z.record(z.string(), z.string()),
      secret: z.string().min(1).max(20_000),
    }),
    z.object({
      accountId: AccountId,
      mayDo: z.array(MayDo),
      name: z.string(),
      /** `session`: until the program closes, because this system has no keychain. */
      secret: Kept,
    }),
  ),
  'accounts.signIn': write(
    'Begins to sign in with the browser, where the place can: the user opens `url` and says yes there. With `accounts.signedIn` the account is connected when they come back.',
    z.object({
      brandId: BrandId,
      channel: z.string(),
      settings: z.record(z.string(), z.string()),
      /** What the browser shows when the user comes back, in their language. */
      words: z.object({ done: z.string().max(300), refused: z.string().max(300) }).optional(),
    }),
    z.object({ signInId: z.uuid(), url: z.string() }),
  ),
  'accounts.signedIn': write(
    'Waits until the user comes back from the browser, ten minutes at most, and connects the account.',
    z.object({ signInId: z.uuid() }),
    z.object({ accountId: AccountId, mayDo: z.array(MayDo), name: z.string(), secret: Kept }),
  ),
  'accounts.list': read(
    'The connected accounts, without their secrets.',
    z.object({ brandId: BrandId.optional() }),
    z.object({ items: z.array(Account) }),
  ),
  'accounts.test': write(
    'Asks the place again who the account is and what it may do.',
    z.object({ accountId: AccountId }),
    z.object({ mayDo: z.array(MayDo), name: z.string() }),
  ),
  'accounts.remove': write(
    'Forgets an account and its secret. Answers that wait for it become drafts again. Cannot be undone.',
    z.object({ accountId: AccountId }),
    z.object({ returned: z.number().int() }),
  ),
}
