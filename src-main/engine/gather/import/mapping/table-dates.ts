import type { DateOrder } from '../../../../contract/imports.ts'
import { readDate } from '../../formats/parts/dates.ts'

/** A date of digits: three numbers, the time, am or pm, the zone. */
const NUMERIC =
  /^(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?:[,T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*([ap]\.?\s?m\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

const DAY_MS = 86_400_000
const HALF_HOUR_MS = 1_800_000

export interface NumericDate {
  readonly numbers: readonly [number, number, number]
  /** Digits of the first and the last number: a year has four, or two at the end. */
  readonly yearAt: 'first' | 'last'
  readonly msOfDay: number
  readonly hasTime: boolean
  readonly zone: string | null
}

/** The pieces of a date of digits, before anyone decides which is the month; null for anything else. */
export function numericDate(text: string): NumericDate | null {
  const found = NUMERIC.exec(text.trim().replace(/\s+/g, ' '))
  if (!found) return null
  const [, a = '', b = '', c = '', hour, minute = '0', second = '0', fraction = '', half, zone] = found
  const yearAt = a.length >= 3 ? 'first' : 'last'
  if (yearAt === 'first' ? a.length !== 4 || c.length > 2 : c.length === 1 || c.length === 3) return null
  if (Number(minute) > 59 || Number(second) > 60) return null
  const minutes = (hour === undefined ? 0 : hourOf(Number(hour), half)) * 60 + Number(minute)
  return {
    numbers: [Number(a), Number(b), Number(c)],
    yearAt,
    msOfDay: (minutes * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3)),
    hasTime: hour !== undefined,
    zone: zone ?? null,
  }
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

/** UTC ms of a date as a table writes it, read in this order; one that has no zone is the place's. Null: unreadable. */
export type ReadDate = (text: string) => number | null

export function dateReader(order: DateOrder | null, timezone: string): ReadDate {
  const toUtc = wallClock(timezone)
  return (text) => {
    const trimmed = text.trim()
    const serial = serialDate(trimmed)
    if (serial !== null) return serial.zoned ? serial.ms : toUtc(serial.ms)
    const numeric = numericDate(trimmed)
    if (numeric) {
      const wall = wallTime(numeric, order ?? 'day-first')
      if (wall === null) return null
      return numeric.zone === null ? toUtc(wall) : wall - minutesOf(numeric.zone) * 60_000
    }
    const dated = readDate(trimmed)
    return dated === null || dated.hasZone ? (dated?.ms ?? null) : toUtc(dated.ms)
  }
}

/** The date in one order; where it is none, in the other: 25/12 is no 12th of the 25th month. */
export function wallTime({ numbers, yearAt, msOfDay }: NumericDate, order: DateOrder): number | null {
  const [a, b, c] = numbers
  if (yearAt === 'first') return at(a, b, c, msOfDay)
  const year = c >= 100 ? c : c < 50 ? 2000 + c : 1900 + c
  const dayFirst = () => at(year, b, a, msOfDay)
  const monthFirst = () => at(year, a, b, msOfDay)
  return order === 'month-first' ? (monthFirst() ?? dayFirst()) : (dayFirst() ?? monthFirst())
}

function at(year: number, month: number, day: number, msOfDay: number): number | null {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && msOfDay < DAY_MS
  return isThere ? ms + msOfDay : null
}

function minutesOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0
}

/** Days since 1900 as spreadsheets count them, seconds or ms since 1970 as programs do. */
function serialDate(text: string): { readonly ms: number; readonly zoned: boolean } | null {
  if (/^\d{13}$/.test(text)) return { ms: Number(text), zoned: true }
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return { ms: Math.round(Number(text) * 1000), zoned: true }
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null
  const days = Number(text)
  return days < 20_000 || days > 80_000
    ? null
    : { ms: Math.round((days - 25_569) * 86_400) * 1000, zoned: false }
}

/** Turns the time a clock on the wall shows into UTC ms. Asking what it shows is slow: each day is asked once. */
function wallClock(timezone: string): (wallMs: number) => number {
  if (timezone === 'UTC') return (wallMs) => wallMs
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const offsetAt = (ms: number) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
    const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'))
    return wall - Math.floor(ms / 60_000) * 60_000
  }
  // Twice, because the offset at the guess may be that of the other side of a change of the clocks.
  const offsetFor = remembering((wallMs: number) => offsetAt(wallMs - offsetAt(wallMs)))
  return (wallMs) => {
    const day = Math.floor(wallMs / DAY_MS) * DAY_MS
    const early = offsetFor(day)
    if (early === offsetFor(day + DAY_MS)) return wallMs - early
    // There are places whose clocks change by half an hour.
    return wallMs - offsetFor(Math.floor(wallMs / HALF_HOUR_MS) * HALF_HOUR_MS)
  }
}

function remembering(ask: (ms: number) => number): (ms: number) => number {
  const answers = new Map<number, number>()
  return (ms) => {
    const known = answers.get(ms) ?? ask(ms)
    answers.set(ms, known)
    return known
  }
}
