import type { Reply } from '../../src-main/contract/wire.ts'

/** Between the soak and the engine's process. */
export type ToProcess =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'clock'; readonly at: number }
  | { readonly kind: 'awake' }
  | { readonly kind: 'cost'; readonly id: number }
  | { readonly kind: 'close' }

/** What the engine's process holds, garbage collected. Bytes. */
export interface Cost {
  readonly rss: number
  readonly heap: number
  /** Open files and sockets; 0 where the system does not say. */
  readonly handles: number
}

export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | ({ readonly kind: 'cost'; readonly id: number } & Cost)
