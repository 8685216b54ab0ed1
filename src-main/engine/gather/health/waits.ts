import type { Failure } from '../../../contract/failure.ts'
import { parseUrl } from '../url.ts'
import { type TurnPlace, turnPlaceOf } from './turn-places.ts'

/** A 429 that does not say for how long. */
const UNSAID_MS = 15 * 60_000
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

/** Until when a failure asks to be left alone, or null. Further ahead than any may ask, the clock was set back: null. */
export function askedToWaitUntil({ last_try_at: at, failure }: AskedBefore, now: number): number | null {
  if (failure?.kind !== 'throttled' || at === null) return null
  const seconds = failure.facts?.['retryAfterSeconds']
  const until = at + Math.min(typeof seconds === 'number' ? seconds * 1000 : UNSAID_MS, LONGEST_MS)
  return until > now && until - now <= LONGEST_MS ? until : null
}

/** What sources' notes say of the places they lie in. */
export function waitsOf(sources: readonly AskedBefore[], now: number): Waits {
  const paused = new Map<string, number>()
  const asked = new Map<string, number>()
  for (const source of sources) {
    const place = turnPlaceOf(source.url)
    const at = source.last_try_at
    if (place && at !== null && isBelievable(place, at, now)) noteLatest(asked, place.domain, at)
    const until = askedToWaitUntil(source, now)
    const told = waitingPlace(source.url, source.private_origin)
    if (until !== null && told !== null) noteLatest(paused, told, until)
  }
  return { paused, asked }
}

/** Of two notes about one place the later one holds. */
export function noteLatest(map: Map<string, number>, key: string, at: number): void {
  map.set(key, Math.max(at, map.get(key) ?? 0))
}

/** A time that far ahead was written before the clock was set back. */
function isBelievable({ apartMs }: TurnPlace, at: number, now: number): boolean {
  return at - now <= apartMs
}

/** When a network that is asked in turns may be asked again. */
export function turnIsFreeAt({ asked }: Waits, place: TurnPlace, now: number): number {
  const at = asked.get(place.domain)
  return at === undefined || !isBelievable(place, at, now) ? now : at + place.apartMs
}

export interface Wait {
  readonly until: number
  readonly why: 'retry-after' | 'turn'
}

/** Until when nobody asks this source, whoever wants it, and why; null when it may be asked now. */
export function waitOf(
  waits: Waits,
  source: AskedBefore & { readonly next_try_at: number | null },
  now: number,
): Wait | null {
  const told = toldToWait(waits, source, now)
  if (told !== null) return { until: told, why: 'retry-after' }
  const place = turnPlaceOf(source.url)
  if (place === null) return null
  const next = source.next_try_at ?? 0
  const until = Math.max(turnIsFreeAt(waits, place, now), next - now <= LONGEST_MS ? next : 0)
  return until > now ? { until, why: 'turn' } : null
}

/** Until when a source was told to wait, itself or by another of its place. */
export function toldToWait(waits: Waits, source: AskedBefore, now: number): number | null {
  const until = Math.max(askedToWaitUntil(source, now) ?? 0, pausedUntil(waits, source, now))
  return until > now ? until : null
}

type Placed = Pick<AskedBefore, 'url' | 'private_origin'>

export function isPausedNow(waits: Waits, source: Placed, now: number): boolean {
  return pausedUntil(waits, source, now) > now
}

function pausedUntil({ paused }: Waits, { url, private_origin }: Placed, now: number): number {
  const place = waitingPlace(url, private_origin)
  const until = place === null ? 0 : (paused.get(place) ?? 0)
  return until - now <= LONGEST_MS ? until : 0
}
