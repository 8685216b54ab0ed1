import { dayOf, endOf, startOf } from '../../../contract/day.ts'
import { type Folded, originalRange } from '../folded.ts'
import { type Calendar, calendarAt } from './calendar.ts'
import { findByLibrary } from './by-library.ts'
import { findClock, type FoundClock } from './clock-times.ts'
import { findDays, type FoundDay } from './days.ts'
import type { WhenLanguage } from './words.ts'

/** A day, or a time of a day, that a text names. */
export interface FoundTime {
  /** Where in the original text. */
  readonly start: number
  readonly end: number
  /** UTC ms: the time itself, or the end of the day, in the zone. */
  readonly due: number
  readonly day: string
  readonly when: 'past' | 'to-come'
}

interface Asked {
  readonly language: WhenLanguage
  readonly now: number
  readonly timezone: string
}

/** The days and times a folded text names, in its order. Vague words (soon, in a few days) name none. */
export function findTimes(folded: Folded, { language, now, timezone }: Asked): FoundTime[] {
  const calendar = calendarAt(now, timezone)
  const days = findDays(folded.text, language, calendar)
  const clocks = findClock(folded.text, language).filter(
    (clock) => !days.some(({ start, end }) => clock.start < end && start < clock.end),
  )
  const byLibrary = findByLibrary(folded.text, [...days, ...clocks], { language, now, calendar })
  const all: FoundDay[] = [...days, ...byLibrary].sort((a, b) => a.start - b.start)
  const dated = all.map((found) => dueOf(found, clockOf(found, clocks), now, timezone))
  const alone = clocks.filter((clock) => !all.some((found) => clockOf(found, clocks) === clock))
  return [...dated, ...alone.map((clock) => dueAlone(clock, calendar, now, timezone))]
    .map((found) => ({ ...found, ...originalRange(folded, found.start, found.end) }))
    .sort((a, b) => a.start - b.start)
}

/** The time of day that belongs to a day: right after it, or right before. */
function clockOf(found: FoundDay, clocks: readonly FoundClock[]): FoundClock | null {
  const near = (clock: FoundClock) =>
    (clock.start >= found.end && clock.start - found.end <= 22) ||
    (found.start >= clock.end && found.start - clock.end <= 14)
  return clocks.find(near) ?? null
}

function dueOf(found: FoundDay, clock: FoundClock | null, now: number, timezone: string): FoundTime {
  if (found.at !== null) {
    return {
      start: found.start,
      end: found.end,
      due: found.at,
      day: dayOf(found.at, timezone),
      when: 'to-come',
    }
  }
  const due =
    clock === null ? endOf(found.day, timezone) : startOf(found.day, timezone) + clock.minutes * 60_000
  const partPassed =
    found.part === 'morning' && clock === null && due - 12 * 3_600_000 < now && isToday(found, now, timezone)
  return {
    start: clock === null ? found.start : Math.min(found.start, clock.start),
    end: clock === null ? found.end : Math.max(found.end, clock.end),
    due,
    day: found.day,
    when: due < now || partPassed ? 'past' : 'to-come',
  }
}

function isToday({ day }: FoundDay, now: number, timezone: string): boolean {
  return day === dayOf(now, timezone)
}

/** A time without a day is today's, or tomorrow's where today's has passed. */
function dueAlone(clock: FoundClock, calendar: Calendar, now: number, timezone: string): FoundTime {
  const today = startOf(calendar.today, timezone) + clock.minutes * 60_000
  const day = today > now ? calendar.today : calendar.plus(1)
  const due = startOf(day, timezone) + clock.minutes * 60_000
  return { start: clock.start, end: clock.end, due, day, when: 'to-come' }
}
