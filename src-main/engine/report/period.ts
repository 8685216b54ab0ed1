import { CallFailed } from '../../contract/failure.ts'
import { dayOf, endOf, startOf } from '../../contract/day.ts'
import { rowAt } from '../store/mention-key.ts'

const DAY_MS = 86_400_000
const MOST_DAYS = 3660

/** A period of a brand's own days: both ends belong to it. */
export interface Period {
  readonly from: number
  readonly to: number
  /** Rows of its mentions: from the first on, and before the last. */
  readonly firstRow: number
  readonly pastRow: number
  /** Only the mentions kept under this number in reported-store.ts; null: all of them. */
  readonly reported: number | null
}

export interface Day {
  readonly day: string
  readonly firstRow: number
  readonly pastRow: number
}

/** Throws `invalid-input` where a period ends before it begins, or is longer than ten years. */
export function periodOf(from: string, to: string, timezone: string): Period {
  const begins = startOf(from, timezone)
  const ends = endOf(to, timezone)
  if (begins < 0 || ends < begins) throw noPeriod('A period begins before it ends.')
  if (ends - begins > MOST_DAYS * DAY_MS) throw noPeriod('A report is about ten years at most.')
  const [firstRow, pastRow] = [rowAt(begins), rowAt(secondAfter(ends))]
  return { from: begins, to: ends, firstRow, pastRow, reported: null }
}

/** Each day of a period once, by the brand's own clock, oldest first. */
export function daysOf({ from, to, firstRow, pastRow }: Period, timezone: string): Day[] {
  const last = dayOf(to, timezone)
  const days: Day[] = []
  for (let day = dayOf(from, timezone); day <= last; day = nextDay(day)) {
    days.push({
      day,
      firstRow: Math.max(firstRow, rowAt(startOf(day, timezone))),
      pastRow: Math.min(pastRow, rowAt(startOf(nextDay(day), timezone))),
    })
  }
  return days
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

/** A row carries its time to the second, so the last second belongs to the period as a whole. */
function secondAfter(ms: number): number {
  return (Math.floor(ms / 1000) + 1) * 1000
}

function noPeriod(message: string): CallFailed {
  return new CallFailed({
    kind: 'invalid-input',
    message,
    hint: 'Give the first day and the last, both included.',
  })
}
