import * as en from 'chrono-node/en'
import * as es from 'chrono-node/es'
import * as pt from 'chrono-node/pt'
import type { Calendar } from './calendar.ts'
import type { FoundDay } from './days.ts'
import type { WhenLanguage } from './words.ts'

const readers = { es, en, pt } as const

interface Asked {
  readonly language: WhenLanguage
  readonly now: number
  readonly calendar: Calendar
}

/** What our own words for days did not see, and the library is sure of: a day that is named, not implied. */
export function findByLibrary(
  text: string,
  known: readonly { readonly start: number; readonly end: number }[],
  { language, now, calendar }: Asked,
): FoundDay[] {
  // Only where a number or a year may be a date: nothing else is left to it.
  if (!/\d/.test(text)) return []
  const rest = text.split('')
  for (const { start, end } of known) rest.fill(' ', start, end)
  const reference = { instant: new Date(now), timezone: 0 }
  return readers[language]
    .parse(rest.join(''), reference, { forwardDate: true })
    .filter(({ start }) => start.isCertain('day') && start.isCertain('month'))
    .flatMap(({ index, text: words, start }) => {
      const day = calendar.date(start.get('day') ?? 0, start.get('month') ?? 0, start.get('year'))
      return day === null
        ? []
        : [{ start: index, end: index + words.length, day, at: null, part: 'day' as const }]
    })
}
