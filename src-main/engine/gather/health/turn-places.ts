import { parseUrl } from '../url.ts'

/** A network that answers 429 unless it is asked one source at a time, so far apart, whatever the host's name within it. */
export interface TurnPlace {
  readonly domain: string
  readonly apartMs: number
}

/** One line each. */
export const TURN_PLACES: readonly TurnPlace[] = [
  { domain: 'reddit.com', apartMs: 61_000 }, // one feed a minute since 2026, whoever asks
]

/** The network that asks to be asked in turns an address belongs to, or null. */
export function turnPlaceOf(url: string): TurnPlace | null {
  const host = parseUrl(url)?.hostname ?? ''
  return TURN_PLACES.find(({ domain }) => host === domain || host.endsWith(`.${domain}`)) ?? null
}
