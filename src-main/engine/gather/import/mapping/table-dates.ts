import type { DateOrder } from '../../../../contract/imports.ts'
import { parseDate } from '../../formats/parts/dates.ts'

/** A date of digits: three numbers, the time, am or pm, the zone. */
const NUMERIC =
  /^(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?:[,T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const ZONED = /(?:\d\s*Z|\b(?:UTC|GMT|[A-Z]{2,4}T)|[+-]\d{2}:?\d{2}|[+-]\d{4})(?:\s*\(.*\))?$/

export interface NumericDate {
  readonly numbers: readonly [number, number, number]
  /** Digits of the first and the last number: a year has four, or two at the end. */
  readonly yearAt: 'first' | 'last'
  readonly secondsOfDay: number
  readonly hasTime: boolean
  readonly zone: string | null
}

/** The pieces of a date of digits, before anyone decides which is the month; null for anything else. */
export function numericDate(text: string): NumericDate | null {
  const found = NUMERIC.exec(text.trim().replace(/\s+/g, ' '))
  if (!found) return null
  const [, a = '', b = '', c = '', hour, minute = '0', second = '0', half, zone] = found
  const yearAt = a.length >= 3 ? 'first' : 'last'
  if (yearAt === 'first' ? a.length !== 4 || c.length > 2 : c.length === 1 || c.length === 3) return null
  const hours = hour === undefined ? 0 : hourOf(Number(hour), half)
  return {
    numbers: [Number(a), Number(b), Number(c)],
    yearAt,
    secondsOfDay: hours * 3600 + Number(minute) * 60 + Number(second),
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
    const ms = parseDate(trimmed)
    return ms === null || ZONED.test(trimmed) ? ms : toUtc(ms)
  }
}

/** The date in one order; where it is none, in the other: 25/12 is no 12th of the 25th month. */
export function wallTime({ numbers, yearAt, secondsOfDay }: NumericDate, order: DateOrder): number | null {
  const [a, b, c] = numbers
  if (yearAt === 'first') return at(a, b, c, secondsOfDay)
  const year = c < 100 ? 2000 + c : c
  const dayFirst = () => at(year, b, a, secondsOfDay)
  const monthFirst = () => at(year, a, b, secondsOfDay)
  return order === 'month-first' ? (monthFirst() ?? dayFirst()) : (dayFirst() ?? monthFirst())
}

function at(year: number, month: number, day: number, seconds: number): number | null {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && seconds < 86_400
  return isThere ? ms + seconds * 1000 : null
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

/** Turns the time a clock on the wall shows into UTC ms. Asking what the clock shows is slow: each hour is asked once. */
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
  const offsets = new Map<number, number>()
  return (wallMs) => {
    const hour = Math.floor(wallMs / 3_600_000)
    let offset = offsets.get(hour)
    if (offset === undefined) {
      // Twice, because the offset at the guess may be that of the other side of a change of the clocks.
      offset = offsetAt(hour * 3_600_000 - offsetAt(hour * 3_600_000))
      offsets.set(hour, offset)
    }
    return wallMs - offset
  }
}
