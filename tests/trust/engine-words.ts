import type { EngineEvent } from '../../src-main/contract/events.ts'
import type { Reply } from '../../src-main/contract/wire.ts'

/** What a test and the engine's process say to each other. */
export type ToProcess =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'clock'; readonly at: string }
  | { readonly kind: 'memory'; readonly id: number }
  | { readonly kind: 'close' }

export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'log'; readonly line: string }
  /** Bytes of the whole process: now, and at most since it was asked last. */
  | { readonly kind: 'memory'; readonly id: number; readonly now: number; readonly most: number }
