import type { DateOrder, RatingScale } from '../../../../contract/imports.ts'
import type { DateStudy, RatingStudy } from './study.ts'

export interface OrderDecision {
  readonly order: DateOrder | null
  /** Every date can be read both ways: it is a guess worth a question. */
  readonly isOpen: boolean
}

/** Steps that say which way a file was sorted; fewer may be chance. */
const MIN_STEPS = 5

/**
 * In which order a column's dates are written, from all of them: a number above 12 is no month; nobody has spoken in
 * the future; and exports are sorted, so the reading under which the column is in order is the right one.
 */
export function decideOrder(dates: DateStudy): OrderDecision {
  const sure = (order: DateOrder | null): OrderDecision => ({ order, isOpen: false })
  if (dates.open === 0) return sure(dates.yearFirst > 0 ? 'year-first' : null)
  if (dates.dayFirst !== dates.monthFirst)
    return sure(dates.dayFirst > dates.monthFirst ? 'day-first' : 'month-first')
  const { 'day-first': day, 'month-first': month } = dates.read
  if (day.future !== month.future) return sure(day.future < month.future ? 'day-first' : 'month-first')
  const [dayDisorder, monthDisorder] = [day, month].map(({ ups, downs }) => Math.min(ups, downs))
  const steps = day.ups + day.downs
  if (steps >= MIN_STEPS && dayDisorder !== monthDisorder) {
    if (dayDisorder === 0) return sure('day-first')
    if (monthDisorder === 0) return sure('month-first')
  }
  return { order: dates.halves > 0 ? 'month-first' : 'day-first', isOpen: true }
}

/** The scale of a column of bare numbers: what its name says, else the smallest usual one that holds them all. */
export function decideScale(name: string, { numbers, least, most }: RatingStudy): RatingScale | null {
  const written = /\(?\b(\d{1,2})\s*(?:-|–|to|a|al)\s*(\d{1,3})\)?\s*$/i.exec(name)
  if (written && Number(written[1]) < Number(written[2]))
    return { worst: Number(written[1]), best: Number(written[2]) }
  const outOf = /(?:\/|out of|sobre|de)\s*(5|10|20|100)\b/i.exec(name)
  const best = outOf ? Number(outOf[1]) : usualBest(name, numbers === 0 ? 5 : most)
  if (best === null) return null
  return { worst: least === 0 || best > 10 ? 0 : 1, best }
}

function usualBest(name: string, most: number): number | null {
  if (/nps|promoter/i.test(name) && most <= 10) return 10
  if (/%|percent|porcentaje/i.test(name) && most <= 100) return 100
  return [5, 10, 100].find((best) => most <= best) ?? null
}
