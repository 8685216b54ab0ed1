const MINUTE_MS = 60_000
const LEAST_MS = 15 * MINUTE_MS
const MOST_MS = 24 * 3_600_000
/** Some servers answer 304 for ever: now and then the whole document is asked for again. */
const VALIDATORS_MS = 8 * 24 * 3_600_000
/** What is fetched when a source is added is its first gathering, if that comes soon. */
const FIRST_BODY_MS = 3_600_000

/**
 * When a source that was fine is asked again: not before its server said its answer may change. `chance` (0 to 1)
 * spreads sources that were added together.
 */
export function nextAfterSuccess(
  now: number,
  everyMinutes: number,
  freshSeconds: number | null,
  chance: number,
): number {
  const every = Math.max(LEAST_MS, everyMinutes * MINUTE_MS)
  return now + Math.max(Math.round(every * (1 + 0.1 * chance)), (freshSeconds ?? 0) * 1000)
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

export function isFirstBodyFresh(fetchedAt: number | null, now: number): boolean {
  return fetchedAt !== null && now >= fetchedAt && now - fetchedAt <= FIRST_BODY_MS
}

export interface Planned {
  readonly next_try_at: number | null
  readonly last_try_at: number | null
}

/**
 * Whether a source is due. One that was never tried is; so is one whose last or next time lies absurdly far ahead: the
 * clock was set back, and one request puts it right.
 */
export function isDue({ next_try_at: next, last_try_at: last }: Planned, now: number): boolean {
  if (next === null || next <= now) return true
  return next - now > 2 * (MOST_MS + LEAST_MS) || (last !== null && last - now > LEAST_MS)
}

/** How long to sleep before looking at the schedule again: a minute at most, so that a jump of the clock does no harm. */
export function sleepFor(nextAt: number | null, now: number): number {
  return nextAt === null ? MINUTE_MS : Math.min(MINUTE_MS, Math.max(1000, nextAt - now))
}

/**
 * When the first of these sources is asked, UTC ms, now at the earliest; null for none. `waitUntil` is what its place
 * asks for.
 */
export function nextDue(
  sources: readonly (Planned & { readonly waitUntil: number | null })[],
  now: number,
): number | null {
  const times = sources.map((source) =>
    Math.max(now, source.waitUntil ?? 0, isDue(source, now) ? 0 : (source.next_try_at ?? 0)),
  )
  return times.length === 0 ? null : Math.min(...times)
}
