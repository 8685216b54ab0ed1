import type { z } from 'zod'

/** A way to publish a reply in the same place where the person spoke. It knows neither the database nor its siblings. */
export interface Channel {
  readonly name: string
  /** What has to be known to connect an account; the form on the screen is drawn from it. Texts only. */
  readonly settings: z.ZodObject
  /** What the secret is called at that place. */
  readonly secret: SecretKind
  /** Every origin that a request of this account may go to, the secret with it. */
  readonly origins: (settings: Settings) => readonly string[]
  /** Asks the place who this is and what they may do. */
  readonly connect: (net: Net, settings: Settings, secret: string) => Promise<Connected>
  /** What the place takes, where the answer would stand there. */
  readonly limits: (profile: Profile, place: Place) => readonly Limit[]
  /** Whether it could answer there, by the address and the id alone: nothing is asked. */
  readonly look: (place: Place, account: KnownAccount) => 'can' | 'cannot'
  /** Finds the place's own ids, and looks at the conversation again. */
  readonly aim: (net: Net, account: Account, place: Place) => Promise<Aimed>
  /** The request, complete, as it will be sent however often: byte for byte. */
  readonly freeze: (reply: ReplyToFreeze, target: Target, account: Account) => string
  /** A key greater than the last one of the account; left out where the reply's own uid does. */
  readonly newKey?: (now: number, last: string) => string
  readonly send: (net: Net, account: Account, frozen: string) => Promise<SendResult>
  /** What may be done with a reply that may have gone out. */
  readonly afterUnsure: (attempt: Attempt, account: KnownAccount) => 'resend' | 'look-up' | 'ask'
  /** Looks for the reply among our own words there. */
  readonly findSent: (net: Net, account: Account, attempt: Attempt) => Promise<Found>
  /** How the secret can be had by signing in with the browser; left out where it has to be pasted. */
  readonly signIn?: SignIn
  /** The request to be made after a look-up found nothing; left out where it is the same. */
  readonly afterMiss?: (frozen: string) => string
  /** Changes the words of a reply that is out; left out where the place has no way. */
  readonly correct?: (net: Net, account: Account, sent: SentReply, body: string) => Promise<SendResult>
}

/** OAuth's code flow with PKCE, for a program that listens on this machine for the way back. */
export interface SignIn {
  /** Makes the program known to the place; answers what it is called there. */
  readonly register: (
    net: Net,
    settings: Settings,
    redirect: string,
  ) => Promise<({ readonly kind: 'known' } & SignInClient) | NotConnected>
  /** Where the browser goes. */
  readonly page: (settings: Settings, client: SignInClient, way: SignInWay) => string
  /** Turns the code that came back into the secret. */
  readonly redeem: (
    net: Net,
    settings: Settings,
    client: SignInClient,
    way: SignInWay & { readonly code: string; readonly verifier: string },
  ) => Promise<{ readonly kind: 'secret'; readonly secret: string } | NotConnected>
}

export interface SignInClient {
  readonly id: string
  readonly secret: string
}

export interface SignInWay {
  readonly redirect: string
  readonly state: string
  /** PKCE, S256. */
  readonly challenge: string
}

export type Settings = Readonly<Record<string, string>>
export type SecretKind = 'token' | 'app-password' | 'password' | 'api-key' | 'key-file'
export type MayDo = 'answer' | 'look-up' | 'see-held' | 'correct'

/** What the place said of an account when it was connected. Holds no secret. */
export interface Profile {
  /** How it is called there. */
  readonly name: string
  /** As it would stand in the brand's handles; null where the place has none. */
  readonly handle: string | null
  readonly url: string | null
  /** Ids and limits of the place that later requests need. */
  readonly facts: Readonly<Record<string, string>>
}

export interface KnownAccount {
  readonly settings: Settings
  readonly profile: Profile
}

export interface Account extends KnownAccount {
  readonly secret: string
  /** Kept while the program runs, and forgotten with it: a session, a resolved address. */
  readonly memory: Map<string, string>
}

export type Connected =
  { readonly kind: 'connected'; readonly profile: Profile; readonly mayDo: readonly MayDo[] } | NotConnected

export type NotConnected =
  /** The place does not take the secret. */
  | { readonly kind: 'refused'; readonly says: string }
  /** It is there, but it is not what the user said it is. */
  | { readonly kind: 'not-that-place'; readonly says: string }
  | { readonly kind: 'unreachable'; readonly says: string }

/** How long an answer may be there, and how the place counts. */
export interface Limit {
  readonly unit: 'characters' | 'graphemes' | 'bytes'
  readonly most: number
  readonly count: (text: string) => number
}

/** Where the person spoke, as it was gathered. */
export interface Place {
  readonly url: string | null
  readonly externalId: string | null
  readonly title: string
  readonly text: string
  readonly author: { readonly name: string; readonly handle: string | null }
  /** The place's ids of what was said before it in the conversation, ours included, oldest first. */
  readonly before: readonly string[]
  /** When we last read it there, UTC ms: what was edited later, the user has not read. */
  readonly knownAt: number
}

/** The place's own ids of what is answered. */
export type Target = Readonly<Record<string, string>>

/** Words of this account under what is answered. */
export interface OurWords {
  readonly externalId: string
  readonly url: string | null
  readonly text: string
  /** UTC ms. */
  readonly at: number
}

export type Aimed =
  | {
      readonly kind: 'aimed'
      readonly target: Target
      readonly ours: readonly OurWords[]
      /** Whether the person changed it since we read it. */
      readonly theirs: 'as-known' | 'edited'
    }
  | { readonly kind: 'gone'; readonly says: string }
  | Later
  | Refused

export interface ReplyToFreeze {
  readonly uid: string
  readonly key: string
  readonly body: string
  /** ISO 639, or null when not sure. */
  readonly language: string | null
  /** UTC ms. */
  readonly at: number
}

/** What was tried so far with a reply that may have gone out. */
export interface Attempt {
  readonly frozen: string
  readonly body: string
  /** UTC ms, of the first and the last try, and now. */
  readonly firstAt: number
  readonly lastAt: number
  readonly now: number
}

export interface SentReply {
  readonly externalId: string | null
  readonly frozen: string | null
}

export interface Posted {
  readonly externalId: string
  readonly url: string | null
}

/** Surely not done: it waits, and is tried again. */
export interface Later {
  readonly kind: 'retry-later'
  readonly why: LaterReason
  readonly says: string
  /** UTC ms, as the place said; null leaves it to the outbox. */
  readonly notBefore: number | null
  /** Whether only this reply waits, or everything of the account. */
  readonly who: 'reply' | 'account'
}
export type LaterReason = 'unreachable' | 'busy' | 'sign-in' | 'unsafe' | 'too-similar'

/** Surely not done, and it never will be as it is. */
export interface Refused {
  readonly kind: 'refused'
  readonly why: RefusedReason
  readonly says: string
}
export type RefusedReason = 'gone' | 'no-right' | 'too-long' | 'not-taken' | 'cannot-answer'

/** What a channel says of one attempt. Expected failures are values; the outbox decides what follows. */
export type SendResult =
  | ({ readonly kind: 'sent' } & Posted)
  /** The place has it, and a moderator looks at it before it is shown. */
  | { readonly kind: 'held'; readonly externalId: string | null; readonly url: string | null }
  | Refused
  | Later
  /** It may be out. */
  | Unsure
  /** The place says that it has these very words already: to be looked up. */
  | { readonly kind: 'there-already'; readonly says: string }

export interface Unsure {
  readonly kind: 'unsure'
  readonly why: 'no-answer' | 'server-error'
  readonly says: string
}

export type Found =
  | {
      readonly kind: 'found'
      readonly state: 'sent' | 'held'
      readonly externalId: string
      readonly url: string | null
    }
  /** It is surely not there. */
  | { readonly kind: 'missing' }
  /** Not found, but this account could not see it if it were held. */
  | { readonly kind: 'cannot-tell' }
  | Later

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface NetAnswered {
  readonly kind: 'answered'
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** UTC ms. */
  readonly at: number
}

export type NetAnswer =
  | NetAnswered
  /** Nothing left this computer. */
  | { readonly kind: 'not-sent'; readonly why: 'unreachable' | 'unsafe'; readonly says: string }
  /** Some of it may have arrived. */
  | { readonly kind: 'no-answer'; readonly says: string }

export interface Mail {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly security: 'tls' | 'starttls' | 'none'
  readonly message: {
    readonly from: string
    readonly to: string
    readonly subject: string
    readonly text: string
    readonly messageId: string
    readonly inReplyTo?: string | undefined
    readonly references?: string | undefined
    readonly date: string
  }
}

/** The network as a channel sees it: https only (http to this machine), no redirects, its own account's origins. */
export interface Net {
  readonly request: (request: Request) => Promise<NetAnswer>
  readonly now: () => number
  /** Hands over a mail; without a message it only signs in. */
  readonly mail: (
    mail: Omit<Mail, 'message'> & { readonly message: Mail['message'] | null },
  ) => Promise<NetAnswer>
}
