import { dayOf, startOf } from '../../../../contract/day.ts'
import { rowAt } from '../../../store/mention-key.ts'
import { fold } from '../fold.ts'
import type { Said } from '../question.ts'
import { type AskedBrand, condition, type Keyword, type Offers } from './keyword.ts'
import { dateInWords } from './dates-in-words.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A day, a month or a year. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/
const AGO = /^-?(\d{1,4})(h|d|w|m|y)$/
const NAMED: Readonly<Record<string, string>> = {
  hoy: 'today',
  hoje: 'today',
  ayer: 'yesterday',
  ontem: 'yesterday',
}

const TAKES: Said = {
  en: 'a day (2026-10-01), a month (2026-10), today, yesterday, or how long ago (-7d, -12h, -2w, -3m, -1y)',
  es: 'un día (2026-10-01), un mes (2026-10), hoy, ayer, o hace cuánto (-7d, -12h, -2w, -3m, -1y)',
}
const OFFERS: Offers = { kind: 'examples', values: ['today', 'yesterday', '-7d', '-30d', '-3m', '-1y'] }

/** `after:2026-10-01`: from the beginning of that day of the brand's on. A row number carries its time. */
export const after: Keyword = {
  name: 'after',
  es: 'desde',
  also: ['since', 'despues', 'depois', 'apos'],
  about: { en: 'said from a day on', es: 'dicho desde un día' },
  takes: TAKES,
  example: '-7d',
  offers: OFFERS,
  normalise,
  says: (value) => {
    const { en, es } = dateInWords(value)
    return { en: `since ${en}`, es: `desde ${es}` }
  },
  condition: (value, brand) => condition('state.id >= ?', rowAt(beginning(value, brand))),
}

/** `before:2026-10-01`: until that day of the brand's begins. */
export const before: Keyword = {
  name: 'before',
  es: 'antes',
  also: [],
  about: { en: 'said before a day', es: 'dicho antes de un día' },
  takes: TAKES,
  example: '2026-10-01',
  offers: OFFERS,
  normalise,
  says: (value) => {
    const { en, es } = dateInWords(value)
    return { en: `before ${en}`, es: `antes de ${es}` }
  },
  condition: (value, brand) => condition('state.id < ?', rowAt(beginning(value, brand))),
}

/** `on:yesterday`, `on:2026-10`, `on:2026-10-01..2026-10-15`: within a day, a month, or from one day to another, both included. */
export const on: Keyword = {
  name: 'on',
  es: 'día',
  also: ['date', 'day', 'fecha', 'data'],
  about: { en: 'said on a day, or between two', es: 'dicho un día, o entre dos' },
  takes: {
    en: 'a day, a month or a year, today, yesterday, or two of them: 2026-10-01..2026-10-15',
    es: 'un día, un mes o un año, hoy, ayer, o dos de ellos: 2026-10-01..2026-10-15',
  },
  example: '2026-10-01..2026-10-15',
  offers: { kind: 'examples', values: ['today', 'yesterday'] },
  normalise: (value) => {
    const [first = '', last = first, ...more] = value.split('..')
    const ends = [first, last].map(normalise)
    if (more.length > 0 || ends.some((end) => end === null || AGO.test(end))) return null
    return ends[0] === ends[1] ? (ends[0] ?? null) : ends.join('..')
  },
  says: (value) => {
    const [first, last] = value.split('..').map(dateInWords)
    if (!first) return { en: value, es: value }
    return last ? { en: `${first.en} to ${last.en}`, es: `de ${first.es} a ${last.es}` } : first
  },
  condition: (value, brand) => {
    const [first = '', last = first] = value.split('..')
    return condition(
      'state.id >= ? AND state.id < ?',
      rowAt(beginning(first, brand)),
      rowAt(Math.max(startOf(next(dayAt(last, brand), last), brand.timezone), 0)),
    )
  },
}

function normalise(given: string): string | null {
  const value = fold(given)
  const named = NAMED[value] ?? value
  if (named === 'today' || named === 'yesterday') return named
  if (AGO.test(value)) return value.startsWith('-') ? value : `-${value}`
  if (!DATE.test(value)) return null
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value) ? value : null
}

/** UTC ms at which it begins by the brand's own clock. */
function beginning(value: string, brand: AskedBrand): number {
  const ago = AGO.exec(value)
  if (ago?.[2] === 'h') return brand.now - Number(ago[1]) * HOUR_MS
  return Math.max(startOf(dayAt(value, brand), brand.timezone), 0)
}

/** The first day of a date, as `YYYY-MM-DD`. */
function dayAt(value: string, { now, timezone }: AskedBrand): string {
  const today = dayOf(now, timezone)
  const ago = AGO.exec(value)
  if (ago) return daysAgo(today, Number(ago[1]), ago[2] ?? 'd')
  if (value === 'today') return today
  if (value === 'yesterday') return daysAgo(today, 1, 'd')
  return `${value}-01-01`.slice(0, 'YYYY-MM-DD'.length)
}

/** The day after a day, a month or a year that begins on `day`. */
function next(day: string, value: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (/^\d{4}$/.test(value)) date.setUTCFullYear(date.getUTCFullYear() + 1)
  else if (/^\d{4}-\d\d$/.test(value)) date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setTime(date.getTime() + DAY_MS)
  return date.toISOString().slice(0, 10)
}

/** A day some days, weeks, months or years before another; 31 March less a month is the last of February. */
function daysAgo(day: string, count: number, unit: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (unit === 'd' || unit === 'w') {
    date.setTime(date.getTime() - count * (unit === 'w' ? 7 : 1) * DAY_MS)
  } else {
    const dayOfMonth = date.getUTCDate()
    date.setUTCMonth(date.getUTCMonth() - count * (unit === 'y' ? 12 : 1))
    if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0)
  }
  return date.getTime() < 0 ? '1970-01-01' : date.toISOString().slice(0, 10)
}
