import type { Failure } from '../../../contract/failure.ts'
import { parseUrl } from '../url.ts'
import { turnPlaceOf } from './turn-places.ts'

const MINUTE_MS = 60_000
/** A 429 that does not say for how long. */
const UNSAID_MS = 15 * MINUTE_MS
const LONGEST_MS = 24 * 3_600_000

/** What is known of a source that may have been told to wait, or is asked in turns. */
export interface AskedBefore {
  readonly url: string
  readonly private_origin: string | null
  readonly last_try_at: number | null
  readonly failure: Failure | null
}

/** Until when whole places are left alone, and when each network that is asked in turns was asked last. */
export interface Waits {
  readonly paused: ReadonlyMap<string, number>
  readonly asked: ReadonlyMap<string, number>
}

/**
 * Whom a request to wait is from: everything at a public host, or in a network that is asked in turns. Null for what is
 * private: behind one address many unrelated things may listen, and only the source that was told waits.
 */
export function waitingPlace(url: string, privateOrigin: string | null): string | null {
  if (privateOrigin !== null) return null
  return turnPlaceOf(url)?.domain ?? parseUrl(url)?.host ?? null
}

/** Until when a failure asks to be left alone, or null. */
export function askedToWaitUntil({ last_try_at: at, failure }: AskedBefore): number | null {
  if (failure?.kind !== 'throttled' || at === null) return null
  const seconds = failure.facts?.['retryAfterSeconds']
  return at + Math.min(typeof seconds === 'number' ? seconds * 1000 : UNSAID_MS, LONGEST_MS)
}

export function waitsOf(sources: readonly AskedBefore[], now: number): Waits {
  const paused = new Map<string, number>()
  const asked = new Map<string, number>()
  for (const source of sources) {
    noteLatest(asked, turnPlaceOf(source.url)?.domain ?? null, source.last_try_at)
    const until = askedToWaitUntil(source)
    if (until !== null && until > now && until - now <= LONGEST_MS)
      noteLatest(paused, waitingPlace(source.url, source.private_origin), until)
  }
  return { paused, asked }
}

export function noteLatest(map: Map<string, number>, key: string | null, at: number | null): void {
  if (key !== null && at !== null) map.set(key, Math.max(at, map.get(key) ?? 0))
}

/** When a network that is asked in turns may be asked again. A clock set back costs it one turn, not years. */
export function turnIsFreeAt(waits: Waits, url: string, now: number): number | null {
  const place = turnPlaceOf(url)
  if (place === null) return null
  const asked = waits.asked.get(place.domain)
  return asked === undefined ? now : Math.min(asked, now) + place.apartMs
}

/** Until when nobody asks this source, whoever wants it, and why; null when it may be asked now. */
export function waitOf(
  waits: Waits,
  source: AskedBefore & { readonly next_try_at: number | null },
  now: number,
): { readonly until: number; readonly why: 'retry-after' | 'turn' } | null {
  const own = askedToWaitUntil(source)
  const place = waitingPlace(source.url, source.private_origin)
  const told = Math.max(
    own !== null && own - now <= LONGEST_MS ? own : 0,
    place === null ? 0 : (waits.paused.get(place) ?? 0),
  )
  if (told > now) return { until: told, why: 'retry-after' }
  const free = turnIsFreeAt(waits, source.url, now)
  const next = free === null ? 0 : Math.max(free, source.next_try_at ?? 0)
  return next > now ? { until: next, why: 'turn' } : null
}
