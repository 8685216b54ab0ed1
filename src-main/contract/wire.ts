import type { EngineEvent } from './events.ts'
import type { Failure } from './failure.ts'

/** What travels over the port. Plain data only: it must survive structured clone. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: string; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: string }

export type Reply =
  { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly failure: Failure }

export type FromEngine =
  | { readonly kind: 'reply'; readonly id: string; readonly reply: Reply }
  | { readonly kind: 'event'; readonly event: EngineEvent }

/** The object the preload puts on `window.engine`: named functions only. */
export interface EngineBridge {
  /** Asks the engine; `callId` is chosen by the caller and is what `cancel` and progress events name. */
  readonly call: (method: string, input: unknown, callId: string) => Promise<Reply>
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
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'proxy-for'; readonly id: number; readonly url: string }
  | ({ readonly kind: 'secret'; readonly id: number; readonly account: string } & SecretAct)

/** An account's secret, by the account's uid: kept, asked for, or forgotten. */
export type SecretAct =
  { readonly act: 'put'; readonly secret: string } | { readonly act: 'get' } | { readonly act: 'remove' }
