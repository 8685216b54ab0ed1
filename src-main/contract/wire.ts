import type { EngineEvent } from './events.ts'
import type { Failure } from './failure.ts'

/** What travels over the port. Plain data only: it must survive structured clone, and a reply must survive JSON. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: string; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: string }

export type Reply =
  { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly failure: Failure }

/**
 * A reply on its way: one text crosses the borders between the engine's process and the page in a tenth of the time that
 * an object of a thousand parts takes.
 */
export type ReplyText = string & { readonly is: 'a reply' }

export function asText(reply: Reply): ReplyText {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- this is where they are made
  return JSON.stringify(reply) as ReplyText
}

export function fromText(text: ReplyText): Reply {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- `asText` made it
  return JSON.parse(text) as Reply
}

export type FromEngine =
  | { readonly kind: 'reply'; readonly id: string; readonly reply: ReplyText }
  | { readonly kind: 'event'; readonly event: EngineEvent }

/** The object the preload puts on `window.engine`: named functions only. */
export interface EngineBridge {
  /** Asks the engine; `callId` is chosen by the caller and is what `cancel` and progress events name. */
  readonly call: (method: string, input: unknown, callId: string) => Promise<ReplyText>
  readonly cancel: (callId: string) => void
  /** Hears every event until the returned function is called. */
  readonly on: (listener: (event: EngineEvent) => void) => () => void
}

/** What the shell and the engine's process say to each other, beside the ports of windows. */
export type ShellToEngine =
  | { readonly kind: 'window' }
  | { readonly kind: 'told'; readonly word: 'awake' | 'system-offline' | 'system-online' }
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'proxy'; readonly id: number; readonly proxy: string }
  /** What was kept, or how it is kept; null where there is nothing. */
  | { readonly kind: 'secret'; readonly id: number; readonly answer: string | null }
  | { readonly kind: 'close' }

export type EngineToShell =
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'proxy-for'; readonly id: number; readonly url: string }
  | ({ readonly kind: 'secret'; readonly id: number; readonly account: string } & SecretAct)

/** An account's secret, by the account's uid: kept, asked for, or forgotten. */
export type SecretAct =
  { readonly act: 'put'; readonly secret: string } | { readonly act: 'get' } | { readonly act: 'remove' }
