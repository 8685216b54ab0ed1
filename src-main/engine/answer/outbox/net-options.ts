import type { Host } from '../../context.ts'
import type { Reach } from '../../gather/thread/reach.ts'
import type { NetAnswer } from '../channels/channel.ts'

export interface NetworkOptions {
  readonly host: Pick<Host, 'clock' | 'proxyFor' | 'patienceMs'>
  readonly reach: () => Reach
}

export const OFFLINE: NetAnswer = { kind: 'not-sent', why: 'unreachable', says: 'Ventanilla is offline.' }

const PATIENCE_MS = 30_000

/** How long a place may take to answer, in ms. */
export function patienceOf({ patienceMs }: Pick<Host, 'patienceMs'>): number {
  return patienceMs ?? PATIENCE_MS
}
