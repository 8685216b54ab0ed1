import { dayOf, startOf } from '../../../../contract/day.ts'
import { rowAt } from '../../../store/mention-key.ts'
import { type AskedBrand, condition, type Keyword } from './keyword.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DAY = /^\d{4}-\d\d-\d\d$/
const AGO = /^-(\d{1,4})(h|d|w|m|y)$/

const TAKES = 'a day (2026-10-01), or how long ago (-7d, -12h, -2w, -3m, -1y)'

/** `after:2026-10-01`: from the beginning of that day of the brand's on. A row number carries its time. */
export const after: Keyword = {
  name: 'after',
  takes: TAKES,
  example: '-7d',
  normalise,
  condition: (value, brand) => condition('state.id >= ?', rowAt(beginning(value, brand))),
}

/** `before:2026-10-01`: until that day of the brand's begins. */
export const before: Keyword = {
  name: 'before',
  takes: TAKES,
  example: '2026-10-01',
  normalise,
  condition: (value, brand) => condition('state.id < ?', rowAt(beginning(value, brand))),
}

function normalise(value: string): string | null {
  if (AGO.test(value)) return value
  if (!DAY.test(value)) return null
  const ms = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value) ? value : null
}

function beginning(value: string, { now, timezone }: AskedBrand): number {
  const ago = AGO.exec(value)
  if (!ago) return Math.max(startOf(value, timezone), 0)
  const count = Number(ago[1])
  if (ago[2] === 'h') return now - count * HOUR_MS
  return startOf(daysAgo(dayOf(now, timezone), count, ago[2] ?? 'd'), timezone)
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
