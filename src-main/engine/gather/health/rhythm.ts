/** How often something is said at a place, as the dates of what it lists show. Milliseconds. */
export interface Rhythm {
  /** The middle gap between two things said; null when too few are dated. */
  readonly publishesEvery: number | null
  /** When the newest believable thing was said. */
  readonly newestAt: number | null
  /** So long without anything new is no chance any more; null where that cannot be said. */
  readonly quietAfter: number | null
}

const NEWEST = 20
const FEWEST_GAPS = 8
const DAY_MS = 86_400_000
const YEAR_1995_MS = Date.UTC(1995, 0, 1)
/** P(nothing for t) = e^(-t / gap) under a Poisson process; below a thousandth at ln(1000) gaps. */
const UNLIKELY_GAPS = Math.log(1000)

/** The rhythm of a list of dates (UTC ms, null for items without one), in any order. */
export function rhythmOf(dates: readonly (number | null)[], now: number): Rhythm {
  const newest = dates
    .filter((at) => at !== null)
    .filter((at) => at >= YEAR_1995_MS && at <= now)
    .toSorted((a, b) => b - a)
    .slice(0, NEWEST + 1)
  const gaps = newest.slice(1).map((at, index) => (newest[index] ?? at) - at)
  return {
    publishesEvery: gaps.length < 2 ? null : middle(gaps),
    newestAt: newest[0] ?? null,
    quietAfter: gaps.length < FEWEST_GAPS ? null : quietAfter(gaps),
  }
}

function middle(gaps: readonly number[]): number {
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0
}

/** A night is no silence, nor is a pause as long as one it has made before. */
function quietAfter(gaps: readonly number[]): number {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  return Math.round(Math.max(UNLIKELY_GAPS * mean, 1.5 * Math.max(...gaps), DAY_MS))
}

/** Since when a source is silent, judged by when it last answered fine, or null. */
export function silentSince(
  newestAt: number | null,
  quietAfterMs: number | null,
  answeredAt: number | null,
): number | null {
  if (newestAt === null || quietAfterMs === null || answeredAt === null) return null
  return answeredAt - newestAt > quietAfterMs ? newestAt : null
}
