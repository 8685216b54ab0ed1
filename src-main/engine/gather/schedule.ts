import type { Failure } from '../../contract/failure.ts'

const MINUTE_MS = 60_000
const LEAST_MS = 15 * MINUTE_MS
const MOST_MS = 24 * 3_600_000
/** Some servers answer 304 for ever: now and then the whole document is asked for again. */
const VALIDATORS_MS = 8 * 24 * 3_600_000

/** When a source that was fine is asked again. `chance` (0 to 1) spreads sources that were added together. */
export function nextAfterSuccess(now: number, everyMinutes: number, chance: number): number {
  const every = Math.max(LEAST_MS, everyMinutes * MINUTE_MS)
  return now + Math.round(every * (1 + 0.1 * chance))
}

/** When a source that failed is asked again: 15 minutes, doubled each time, a day at most; never before it allowed. */
export function nextAfterFailure(
  now: number,
  failures: number,
  retryAfterSeconds: number | null,
  chance: number,
): number {
  const backOff = Math.min(MOST_MS, LEAST_MS * 2 ** Math.min(failures, 10))
  const spread = Math.round(backOff * (0.9 + 0.2 * chance))
  return now + Math.max(Math.min(Math.max(spread, LEAST_MS), MOST_MS), (retryAfterSeconds ?? 0) * 1000)
}

export function areValidatorsFresh(validatorsAt: number | null, now: number): boolean {
  return validatorsAt !== null && now - validatorsAt < VALIDATORS_MS && validatorsAt <= now
}

/** A source that asked to wait is left alone until then, whoever asks. A clock set back does not make it wait for ever. */
export function isToWait(error: Failure | null, nextTryAt: number | null, now: number): boolean {
  return (
    error?.kind === 'throttled' &&
    nextTryAt !== null &&
    nextTryAt > now &&
    nextTryAt - now <= MOST_MS + LEAST_MS
  )
}

/** Whether a source is due; one that was never tried is, and so is one whose time lies absurdly far ahead. */
export function isDue(nextTryAt: number | null, now: number): boolean {
  return nextTryAt === null || nextTryAt <= now || nextTryAt - now > MOST_MS + 2 * LEAST_MS + MOST_MS
}

/** How long to sleep before looking at the schedule again: a minute at most, so that a jump of the clock does no harm. */
export function sleepFor(nextAt: number | null, now: number): number {
  if (nextAt === null) return MINUTE_MS
  return isDue(nextAt, now) ? 1000 : Math.min(MINUTE_MS, Math.max(1000, nextAt - now))
}

/** When the first of these sources is due, UTC ms; 0 for one that was never tried, null for none. */
export function nextDue(sources: readonly { readonly next_try_at: number | null }[]): number | null {
  return sources.length === 0 ? null : Math.min(...sources.map(({ next_try_at }) => next_try_at ?? 0))
}
