import type { Days } from './use-days.ts'

/** One day on the axis: from where to where it reaches, 0 being the end of the list one begins with. */
export interface AxisDay {
  readonly day: string
  readonly count: number
  readonly from: number
  readonly to: number
}

export interface Axis {
  /** Every day from the first to the last that has mentions, in the order of the list. */
  readonly days: readonly AxisDay[]
  readonly most: number
}

const DAY_MS = 86_400_000
/** Half of the axis is shared out by days and half by mentions: no day is too small to hit, no month too big. */
const BY_TIME = 0.5

/** An axis of time in the order of a list; null where there is but one day. */
export function makeAxis({ days, count }: Days, order: 'newest' | 'oldest'): Axis | null {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last || first.day === last.day) return null
  const counts = new Map(days.map((each) => [each.day, each.count]))
  const all: string[] = []
  for (let ms = Date.parse(first.day); ms <= Date.parse(last.day); ms += DAY_MS) {
    all.push(new Date(ms).toISOString().slice(0, 10))
  }
  let at = 0
  const placed = (order === 'newest' ? all.toReversed() : all).map((day) => {
    const here = counts.get(day) ?? 0
    const from = at
    at += BY_TIME / all.length + ((1 - BY_TIME) * here) / count
    return { day, count: here, from, to: at }
  })
  return { days: placed, most: Math.max(...days.map((each) => each.count)) }
}

/** The day at a share of the axis, 0 to 1. */
export function dayAt({ days }: Axis, share: number): AxisDay | null {
  return days.find(({ to }) => share < to) ?? days.at(-1) ?? null
}

/** Which of the days a day is; the nearest where it lies outside. */
export function indexOfDay({ days }: Axis, day: string): number {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return 0
  const [oldest, newest] = first.day < last.day ? [first.day, last.day] : [last.day, first.day]
  const within = day < oldest ? oldest : day > newest ? newest : day
  return Math.max(
    0,
    days.findIndex((each) => each.day === within),
  )
}

/** From a day on, the next one with mentions in a direction; the same where there is none. */
export function nextWithMentions({ days }: Axis, index: number, direction: 1 | -1): number {
  for (let at = index + direction; at >= 0 && at < days.length; at += direction) {
    if ((days[at]?.count ?? 0) > 0) return at
  }
  return index
}

const BINS = 160

/** How much was said along the axis, as the outline of bars: x from 0 to 1, y from 0 to 1. */
export function barsOf({ days, most }: Axis): string {
  const bins = Array.from({ length: BINS }, () => 0)
  for (const { count, from, to } of days) {
    const [first, last] = [Math.floor(from * BINS), Math.min(BINS - 1, Math.floor(to * BINS))]
    for (let bin = first; bin <= last; bin += 1) bins[bin] = Math.max(bins[bin] ?? 0, count)
  }
  const width = (count: number) => Math.sqrt(count / most).toFixed(3)
  return bins.map((count, bin) => `M0 ${bin / BINS}H${width(count)}V${(bin + 0.7) / BINS}H0Z`).join('')
}

/** Months to name beside the axis, far enough apart to be read. */
export function monthsOf({ days }: Axis, apart: number): readonly AxisDay[] {
  let last = -apart
  return days.filter((day, index) => {
    const begins = index === 0 || day.day.slice(0, 7) !== days[index - 1]?.day.slice(0, 7)
    if (!begins || day.from - last < apart) return false
    last = day.from
    return true
  })
}
