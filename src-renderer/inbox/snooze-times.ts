export type SnoozePreset = 'tonight' | 'tomorrow' | 'inTwoDays' | 'nextWeek'

const MORNING = 9
const EVENING = 19

function at(now: Date, days: number, hour: number): Date {
  const day = new Date(now)
  day.setDate(day.getDate() + days)
  day.setHours(hour, 0, 0, 0)
  return day
}

/** Sensible moments to see something again, in the user's own day; those that have passed are left out. */
export function snoozeTimes(now: Date): { readonly preset: SnoozePreset; readonly until: string }[] {
  const untilMonday = (8 - now.getDay()) % 7 || 7
  const times = [
    { preset: 'tonight', day: at(now, 0, EVENING) },
    { preset: 'tomorrow', day: at(now, 1, MORNING) },
    { preset: 'inTwoDays', day: at(now, 2, MORNING) },
    { preset: 'nextWeek', day: at(now, untilMonday, MORNING) },
  ] as const
  return (
    times
      .filter(({ day }) => day.getTime() > now.getTime() + 60 * 60_000)
      // On a Sunday, tomorrow is the Monday.
      .filter(
        ({ day }, index, all) => all.findIndex((other) => other.day.getTime() === day.getTime()) === index,
      )
      .map(({ preset, day }) => ({ preset, until: day.toISOString() }))
  )
}
