import { instantOf, wallClock } from '../../../contract/day.ts'
import { afterAWhile } from './after-a-while.ts'
import { dayIn, type WallDay } from './days.ts'
import { tidied } from './numbers.ts'
import { plainer } from './plainer.ts'
import { takeTime, type TimeOfDay } from './times.ts'

export interface Now {
  /** UTC ms. */
  readonly now: number
  readonly timezone: string
  /** How a date in figures is read: `3/10` is the 3rd of October everywhere but in American English. */
  readonly dates?: 'day-first' | 'month-first'
}

const MINUTE_MS = 60_000
const MORNING: TimeOfDay = { minutes: 9 * 60 }
const EVENING: TimeOfDay = { minutes: 19 * 60 }
const DAY_MINUTES = 24 * 60

/**
 * The moment that words mean in Spanish, English or Portuguese ("mañana 9h", "next Tuesday", "em 3 dias"), UTC ms: a day
 * without a time is its morning. Null where they are not understood, or mean a moment that has passed.
 */
export function momentIn(text: string, { now, timezone, dates = 'day-first' }: Now): number | null {
  const words = plainer(tidied(text))
  if (words === '') return null
  const while_ = afterAWhile(words)
  if (while_ !== null) return now + while_ * MINUTE_MS
  const wallNow = wallClock(now, timezone)
  const asked = { today: startOfDay(wallNow), dates }
  const read = readDay(words, asked) ?? readDay(words.replace(LONE_HOUR, ' at $1'), asked)
  return read === null ? null : laterThan(now, momentsOf(read.day, read.time, wallNow), timezone)
}

/** `tomorrow 9`: where the figure is no part of the day, it is the hour. */
const LONE_HOUR = / (\d{1,2})$/

function readDay(words: string, asked: Parameters<typeof dayIn>[1]) {
  const { time, rest } = takeTime(words)
  const day = dayIn(rest, asked)
  return day === null ? null : { day, time }
}

/** What the words may mean, the likeliest first, by the wall clock. */
function momentsOf(day: WallDay, time: TimeOfDay | null, wallNow: number): number[] {
  if (day.kind === 'none') {
    if (time === null) return []
    const today = startOfDay(wallNow)
    return [today, today + DAY_MINUTES * MINUTE_MS].map((start) => start + likeliest(time) * MINUTE_MS)
  }
  const meant = time ?? day.time ?? (day.kind === 'today' ? EVENING : MORNING)
  const minutes = [likeliest(meant), ...(day.kind === 'today' ? [meant.afterNoon ?? likeliest(meant)] : [])]
  return [day.start, ...day.otherwise].flatMap((start) => minutes.map((minute) => start + minute * MINUTE_MS))
}

const FIRST_HOUR = 8 * 60

/** Nobody puts anything off until five in the night. */
function likeliest({ minutes, afterNoon }: TimeOfDay): number {
  return afterNoon !== undefined && minutes < FIRST_HOUR ? afterNoon : minutes
}

function laterThan(now: number, walls: readonly number[], timezone: string): number | null {
  return walls.map((wall) => instantOf(wall, timezone)).find((instant) => instant > now) ?? null
}

function startOfDay(wall: number): number {
  const day = DAY_MINUTES * MINUTE_MS
  return Math.floor(wall / day) * day
}
