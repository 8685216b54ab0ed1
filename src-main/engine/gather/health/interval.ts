/** How often the user lets sources be asked, in minutes. */
export interface AskLimits {
  readonly leastMinutes: number
  readonly mostMinutes: number
}

export interface Publishing {
  /** What the user wants of this source, in minutes. */
  readonly every_minutes: number | null
  /** The usual time between two things said there, ms. */
  readonly publishes_every: number | null
  readonly newest_item_at: number | null
  readonly added_at: number
}

const MINUTE_MS = 60_000
/** A source that has been quiet for so long is asked again after an eighth of it. */
const QUIET_SHARE = 8

/**
 * How often a source is asked now, in minutes: about twice for each thing said there, and more slowly the longer
 * nothing is; a source that says nothing new for long ends at the user's most, one that publishes at the least.
 */
export function asksEvery(source: Publishing, { leastMinutes, mostMinutes }: AskLimits, now: number): number {
  if (source.every_minutes !== null) return source.every_minutes
  const quietFor = Math.max(0, now - (source.newest_item_at ?? source.added_at))
  const wanted = Math.max((source.publishes_every ?? 0) / 2, quietFor / QUIET_SHARE) / MINUTE_MS
  return Math.round(Math.min(Math.max(wanted, leastMinutes), Math.max(leastMinutes, mostMinutes)))
}
