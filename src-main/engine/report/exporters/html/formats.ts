import type { TagReport } from '../../../../contract/reports.ts'
import type { Words } from '../exporter.ts'

/** Numbers and times as the reader writes them, in the brand's time zone. */
export interface Formats {
  readonly count: (n: number) => string
  readonly stars: (n: number) => string
  readonly percent: (share: number) => string
  readonly date: (instant: string) => string
  readonly moment: (instant: string) => string
  readonly day: (day: string) => string
  readonly shortDay: (day: string) => string
  readonly month: (day: string) => string
  readonly period: string
}

export function formatsFor({ timezone, from, to }: TagReport, { locale }: Words): Formats {
  const number = new Intl.NumberFormat(locale)
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const instant = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: timezone, ...options })
    return (text: string) => format.format(new Date(text))
  }
  // A day is a day wherever it is read.
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const long = new Intl.DateTimeFormat(locale, { timeZone: timezone, dateStyle: 'long' })
  return {
    count: (n) => number.format(n),
    stars: (n) => one.format(n),
    percent: (share) => percent.format(share),
    date: instant({ day: 'numeric', month: 'short', year: 'numeric' }),
    moment: instant({ dateStyle: 'long', timeStyle: 'short' }),
    day: ofDay({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: ofDay({ day: 'numeric', month: 'short' }),
    month: ofDay({ month: 'long', year: 'numeric' }),
    period: long.formatRange(new Date(from), new Date(to)),
  }
}
