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

/** How far a zone is ahead of UTC at an instant, ms. */
function offsetAt(ms: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms)
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
