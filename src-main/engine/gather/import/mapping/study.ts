import { readRating } from '../../formats/parts/rating.ts'
import { parseDate } from '../../formats/parts/dates.ts'
import { numericDate, wallTime } from './table-dates.ts'

/** What the values of one column are like, all of them. */
export interface ColumnStudy {
  readonly samples: string[]
  filled: number
  characters: number
  urls: number
  dates: DateStudy
  ratings: RatingStudy
}

export interface DateStudy {
  /** Of any kind, those of digits included. */
  count: number
  yearFirst: number
  /** Of digits, with the year last. */
  open: number
  /** The first number cannot be a month, or the second cannot. */
  dayFirst: number
  monthFirst: number
  /** Written with am and pm, as those do who put the month first. */
  halves: number
  /** How the dates go up and down under each reading, and how many would lie in the future. */
  readonly read: Readonly<Record<'day-first' | 'month-first', OrderStudy>>
}

interface OrderStudy {
  ups: number
  downs: number
  future: number
  last: number | null
}

export interface RatingStudy {
  /** Bare numbers. */
  numbers: number
  least: number
  most: number
  /** At most 30. */
  readonly distinct: Set<number>
  /** Values that say their scale themselves: `4/5`, `FIVE`, stars. */
  scaled: number
}

const SAMPLES = 3
const SAMPLE_LENGTH = 120
const DAY_MS = 86_400_000

export function newStudy(): ColumnStudy {
  const order = (): OrderStudy => ({ ups: 0, downs: 0, future: 0, last: null })
  return {
    samples: [],
    filled: 0,
    characters: 0,
    urls: 0,
    dates: {
      count: 0,
      yearFirst: 0,
      open: 0,
      dayFirst: 0,
      monthFirst: 0,
      halves: 0,
      read: { 'day-first': order(), 'month-first': order() },
    },
    ratings: { numbers: 0, least: Infinity, most: -Infinity, distinct: new Set(), scaled: 0 },
  }
}

/** Adds one value to what is known of its column. */
export function studyCell(study: ColumnStudy, cell: string, now: number): void {
  const text = cell.trim()
  if (text === '') return
  study.filled += 1
  study.characters += text.length
  if (study.samples.length < SAMPLES && !study.samples.includes(shortened(text)))
    study.samples.push(shortened(text))
  if (text.length > 80) return
  if (/^https?:\/\//i.test(text)) study.urls += 1
  else if (/\d/.test(text)) studyDigits(study, text, now)
  else if (readRating(text) !== null) study.ratings.scaled += 1
}

function shortened(text: string): string {
  return text.length <= SAMPLE_LENGTH ? text : `${text.slice(0, SAMPLE_LENGTH - 1)}…`
}

function studyDigits({ dates, ratings }: ColumnStudy, text: string, now: number): void {
  if (/^-?\d{1,9}(?:[.,]\d+)?$/.test(text)) studyNumber(ratings, Number(text.replace(',', '.')))
  else if (text.length <= 24 && readRating(text) !== null) ratings.scaled += 1
  else studyDate(dates, text, now)
}

function studyNumber(ratings: RatingStudy, value: number): void {
  ratings.numbers += 1
  ratings.least = Math.min(ratings.least, value)
  ratings.most = Math.max(ratings.most, value)
  if (ratings.distinct.size < 30) ratings.distinct.add(value)
}

function studyDate(dates: DateStudy, text: string, now: number): void {
  const numeric = numericDate(text)
  if (numeric === null) {
    if (/^\d{10}$|^\d{13}$/.test(text) || parseDate(text) !== null) dates.count += 1
    return
  }
  dates.count += 1
  if (numeric.yearAt === 'first') {
    dates.yearFirst += 1
    return
  }
  const [first, second] = numeric.numbers
  dates.open += 1
  if (/[ap]\.?\s?m\.?/i.test(text)) dates.halves += 1
  if (first > 12) dates.dayFirst += 1
  if (second > 12) dates.monthFirst += 1
  for (const order of ['day-first', 'month-first'] as const) {
    const ms = wallTime(numeric, order)
    if (ms !== null) studyOrder(dates.read[order], ms, now)
  }
}

function studyOrder(order: OrderStudy, ms: number, now: number): void {
  if (ms > now + DAY_MS) order.future += 1
  if (order.last !== null && ms > order.last) order.ups += 1
  if (order.last !== null && ms < order.last) order.downs += 1
  order.last = ms
}
