/** Days by the clock of a brand's own time zone; the engine and the window count them alike. */
const DAY_MS = 86_400_000
const DAY = /^\d{4}-\d\d-\d\d$/

/** UTC ms of an instant, or of the start of a day (`2026-10-01`) as the brand's own clock has it. */
export function startOf(text: string, timezone: string): number {
  if (!DAY.test(text)) return Date.parse(text)
  const midnight = Date.parse(`${text}T00:00:00Z`)
  // Twice, because the offset at the guess may be that of the other side of a change of the clocks.
  const guess = midnight - offsetAt(midnight, timezone)
  return midnight - offsetAt(guess, timezone)
}

/** The last millisecond of a day, or the instant itself. */
export function endOf(text: string, timezone: string): number {
  if (!DAY.test(text)) return Date.parse(text)
  const next = new Date(Date.parse(`${text}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  return startOf(next, timezone) - 1
}

export function isDay(text: string): boolean {
  return DAY.test(text)
}

/** The day of an instant by the brand's own clock, `YYYY-MM-DD`. */
export function dayOf(ms: number, timezone: string): string {
  return new Date(ms + offsetAt(ms, timezone)).toISOString().slice(0, 10)
}

/** What the clocks of a zone show at an instant, as if they showed UTC; ms. */
export function wallClock(ms: number, timezone: string): number {
  return ms + offsetAt(ms, timezone)
}

/** The instant at which the clocks of a zone show this; a time they jump over is as much later. */
export function instantOf(wall: number, timezone: string): number {
  const guess = wall - offsetAt(wall, timezone)
  return wall - offsetAt(guess, timezone)
}

/**
 * The starts of the days from one instant to another by the brand's own clock, oldest first; the first may begin before
 * `from`. Clocks change seldom: a week that begins and ends with one offset has it throughout.
 */
export function dayStarts(from: number, to: number, timezone: string): { day: string; at: number }[] {
  const days: { day: string; at: number }[] = []
  let midnight = Date.parse(`${dayOf(from, timezone)}T00:00:00Z`)
  while (midnight - offsetAt(midnight, timezone) <= to) {
    const [first, last] = [offsetAt(midnight, timezone), offsetAt(midnight + 8 * DAY_MS, timezone)]
    for (let count = 0; count < 7; count += 1, midnight += DAY_MS) {
      const day = new Date(midnight).toISOString().slice(0, 10)
      const at = first === last ? midnight - first : startOf(day, timezone)
      if (at <= to) days.push({ day, at })
    }
  }
  return days
}

// A cache, not state: making one costs a hundred times what asking it costs.
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** How far a zone is ahead of UTC at an instant, ms. */
function offsetAt(ms: number, timezone: string): number {
  const parts = clockOf(timezone).formatToParts(ms)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(ms / 1000) * 1000
}
