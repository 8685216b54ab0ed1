import { byHand } from './by-hand.ts'
import type { Channel } from './channel.ts'

/** Every channel; one line each. */
const channels: readonly Channel[] = [byHand]

export const DEFAULT_CHANNEL = byHand

export function findChannel(name: string): Channel | null {
  return channels.find((channel) => channel.name === name) ?? null
}
