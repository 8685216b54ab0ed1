import { dayOf } from '../../../contract/day.ts'

/** Days around an instant, as `YYYY-MM-DD` by the clock of a zone. */
export interface Calendar {
  readonly now: number
  readonly today: string
  readonly plus: (days: number) => string
  /** So many days on, Saturdays and Sundays not counted. */
  readonly plusWorking: (days: number) => string
  /** The next day of the week (0 Sunday), never today. */
  readonly nextWeekday: (weekday: number) => string
  /** The Sunday that ends this week, or a later one. */
  readonly endOfWeek: (weeksOn: number) => string
  readonly endOfMonth: (monthsOn: number) => string
  /** A day of a month (1 to 12) in the year given, or the one it most likely means; null where there is no such day. */
  readonly date: (day: number, month: number, year: number | null) => string | null
  /** The next such day of a month, today included. */
  readonly dayOfMonth: (day: number) => string | null
}

const DAY_MS = 86_400_000

export function calendarAt(now: number, timezone: string): Calendar {
  const today = dayOf(now, timezone)
  const midnight = Date.parse(`${today}T00:00:00Z`)
  const plus = (days: number) => text(midnight + days * DAY_MS)
  const weekday = new Date(midnight).getUTCDay()
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  return {
    now,
    today,
    plus,
    plusWorking: (days) => plus(workingDays(weekday, days)),
    nextWeekday: (wanted) => plus(((wanted - weekday + 6) % 7) + 1),
    endOfWeek: (weeksOn) => plus(((7 - weekday) % 7) + weeksOn * 7),
    endOfMonth: (monthsOn) => text(Date.UTC(year, month + monthsOn, 0)),
    date: (day, ofMonth, ofYear) => dateOf(day, ofMonth, ofYear ?? likelyYear(day, ofMonth, midnight, year)),
    dayOfMonth: (day) => {
      const ahead = day >= Number(today.slice(8)) ? 0 : 1
      return dateOf(day, ((month - 1 + ahead) % 12) + 1, year + Math.floor((month - 1 + ahead) / 12))
    },
  }
}

function text(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function workingDays(weekday: number, days: number): number {
  let on = 0
  for (let left = days; left > 0;) {
    on += 1
    if ((weekday + on) % 7 !== 0 && (weekday + on) % 7 !== 6) left -= 1
  }
  return on
}

/** Without a year a day is this year's, unless that is half a year ago, or last year's was a moment ago. */
function likelyYear(day: number, month: number, midnight: number, year: number): number {
  const ahead = (Date.UTC(year, month - 1, day) - midnight) / DAY_MS
  if (ahead < -183) return year + 1
  return ahead > 275 ? year - 1 : year
}

function dateOf(day: number, month: number, year: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = at.getUTCDate() === day && at.getUTCMonth() === month - 1
  return exists ? text(at.getTime()) : null
}
