import type { Language } from './i18n.ts'
import { useText } from './use-text.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Dates and numbers as the user's language writes them, in the brand's time zone. */
export interface Formats {
  /** "3 h ago", "in 2 days"; a date once it is further than a week. */
  readonly relative: (instant: string, now: number) => string
  /** "3 h", for lists, where every row says the same "ago". */
  readonly short: (instant: string, now: number) => string
  /** "3 days": how long it has been, however long. */
  readonly span: (instant: string, now: number) => string
  /** "Tue 3 Mar 2026, 09:12". */
  readonly exact: (instant: string) => string
  /** "Tue 3, 09:00", for the days just ahead. */
  readonly soon: (instant: string) => string
  readonly day: (instant: string) => string
  /** "Mar 2026". */
  readonly month: (instant: string) => string
  readonly clock: (instant: string) => string
  /** "3 Mar, 09:12:40", where seconds tell two lines apart. */
  readonly log: (instant: string) => string
  readonly number: (value: number) => string
  /** "12 kB". */
  readonly bytes: (value: number) => string
  /** How long something took: "340 ms", "1.2 s". */
  readonly took: (ms: number) => string
  /** The brand's day an instant falls on, `2026-03-02`. */
  readonly isoDay: (instant: string) => string
  /** The name of a language: `es` → "español". */
  readonly languageName: (code: string) => string
  /** The name of a country: `es` → "España". */
  readonly countryName: (code: string) => string
}

function relativeSteps(differenceMs: number): { value: number; unit: 'minute' | 'hour' | 'day' } | null {
  const size = Math.abs(differenceMs)
  const rounded = (unit: number) => Math.trunc(differenceMs / unit)
  if (size < HOUR) return { value: rounded(MINUTE), unit: 'minute' }
  if (size < DAY) return { value: rounded(HOUR), unit: 'hour' }
  if (size < 7 * DAY) return { value: rounded(DAY), unit: 'day' }
  return null
}

export function makeFormats(language: Language, timezone: string | null): Formats {
  const zone = timezone === null ? {} : { timeZone: timezone }
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(language, { ...zone, ...options }))
    return (instant: string) => format().format(new Date(instant))
  }
  const day = dates({ day: 'numeric', month: 'short' })
  const dayOfYear = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const relative = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }))
  const numbers = once(() => new Intl.NumberFormat(language, { useGrouping: true }))
  const isoDays = once(() => new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' }))
  const names = once(() => new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }))
  const short = (unit: string) => inUnit(language, { unit, unitDisplay: 'short' })
  const units = { minute: short('minute'), hour: short('hour'), day: short('day') }
  const farDay = (instant: string, now: number) => {
    const sameYear = Math.abs(new Date(instant).getTime() - now) < 300 * DAY
    return sameYear ? day(instant) : dayOfYear(instant)
  }
  return {
    relative: (instant, now) => {
      const step = relativeSteps(new Date(instant).getTime() - now)
      return step ? relative().format(step.value, step.unit) : farDay(instant, now)
    },
    short: (instant, now) => {
      const step = relativeSteps(new Date(instant).getTime() - now)
      return step ? units[step.unit](Math.max(1, Math.abs(step.value))) : farDay(instant, now)
    },
    span: spansIn(language),
    exact: dates({
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
    soon: dates({ weekday: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
    day: dayOfYear,
    month: dates({ month: 'short', year: 'numeric' }),
    clock: dates({ hour: '2-digit', minute: '2-digit' }),
    log: dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    number: (value) => numbers().format(value),
    bytes: sizesIn(language),
    took: durationsIn(language),
    isoDay: (instant) => isoDays().format(new Date(instant)),
    languageName: (code) => names().of(code) ?? code,
    countryName: countriesIn(language),
  }
}

function spansIn(language: Language): (instant: string, now: number) => string {
  const long = (unit: string) => inUnit(language, { unit, unitDisplay: 'long' })
  const units = { minute: long('minute'), hour: long('hour'), day: long('day') }
  const sizes = { minute: MINUTE, hour: HOUR, day: DAY }
  return (instant, now) => {
    const ms = Math.max(0, now - new Date(instant).getTime())
    const unit = ms < HOUR ? 'minute' : ms < DAY ? 'hour' : 'day'
    return units[unit](Math.max(1, Math.floor(ms / sizes[unit])))
  }
}

function sizesIn(language: Language): (value: number) => string {
  const size = (unit: string, maximumFractionDigits: number) =>
    inUnit(language, { unit, maximumFractionDigits })
  const [small, kilobytes, megabytes] = [size('kilobyte', 1), size('kilobyte', 0), size('megabyte', 1)]
  return (value) => {
    if (value < 10_000) return small(Math.ceil(value / 100) / 10)
    return value < 1_000_000 ? kilobytes(value / 1000) : megabytes(value / 1_000_000)
  }
}

function durationsIn(language: Language): (ms: number) => string {
  const duration = (unit: string) => inUnit(language, { unit, maximumFractionDigits: 1 })
  const [milliseconds, seconds] = [duration('millisecond'), duration('second')]
  return (ms) => (ms < 1000 ? milliseconds(ms) : seconds(ms / 1000))
}

function countriesIn(language: Language): (code: string) => string {
  const names = once(() => new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }))
  return (code) => (/^[a-z]{2}$/i.test(code) ? (names().of(code.toUpperCase()) ?? code) : code)
}

function inUnit(language: Language, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = once(() => new Intl.NumberFormat(language, { style: 'unit', ...options }))
  return (value) => format().format(value)
}

/** Made when it is first needed: each costs milliseconds, and the first screen needs a few of twenty. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/** Making them costs more than a row of a list may: each language and zone once. */
const made = new Map<string, Formats>()

function formatsFor(language: Language, timezone: string | null): Formats {
  const key = `${language} ${timezone ?? ''}`
  const known = made.get(key)
  if (known) return known
  const formats = makeFormats(language, timezone)
  made.set(key, formats)
  return formats
}

export function useFormats(timezone: string | null = null): Formats {
  const { language } = useText()
  return formatsFor(language, timezone)
}
