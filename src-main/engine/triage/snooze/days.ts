import * as es from 'chrono-node/es'
import * as en from 'chrono-node/en'
import * as pt from 'chrono-node/pt'
import { NUMBER, toNumber } from './numbers.ts'
import type { TimeOfDay } from './times.ts'

/** Days begin at midnight of the wall clock, ms as if it showed UTC. */
export type WallDay =
  /** Only a time was named. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'today' | 'day'
      readonly start: number
      /** What is meant where that has passed. */
      readonly otherwise: readonly number[]
      /** The time of such a day, where it is not the morning. */
      readonly time?: TimeOfDay
    }

interface Asked {
  readonly today: number
  readonly dates: 'day-first' | 'month-first'
}

const DAY_MS = 86_400_000
const SATURDAY = 6
const FRIDAY = 5
const MONDAY = 1

const WEEKDAYS: readonly (readonly [number, string])[] = [
  [1, 'lunes|monday|mon|segunda(?:[- ]feira)?|lun|seg'],
  [2, 'martes|tuesday|tues|tue|terca(?:[- ]feira)?|mar|ter'],
  [3, 'miercoles|wednesday|weds|wed|quarta(?:[- ]feira)?|mie|qua'],
  [4, 'jueves|thursday|thurs|thur|thu|quinta(?:[- ]feira)?|jue|qui'],
  [5, 'viernes|friday|fri|sexta(?:[- ]feira)?|vie|sex'],
  [6, 'sabado|saturday|sat|sab'],
  [0, 'domingo|sunday|sun|dom'],
]
const NEXT = '(?:next|proximo|proxima)'
const COMING = '(?:que viene|que vem|proximo|proxima|siguiente|seguinte)'
const OF_NEXT_WEEK =
  '(?:de la semana que viene|de la proxima semana|da semana que vem|da proxima semana|next week)'
const NEXT_WEEK = new RegExp(`^(?:next week|${NEXT} semana|semana ${COMING})$`)
const WEEKEND =
  /^(?:(?:this|next|proximo|este) )?(?:weekend|fin de semana|finde|fim de semana|final de semana)(?: que viene| que vem)?$/
const NEXT_MONTH = new RegExp(`^(?:${NEXT} (?:month|mes)|mes ${COMING})$`)
const NEXT_YEAR = new RegExp(`^(?:${NEXT} (?:year|ano)|ano ${COMING})$`)
const END_OF_MONTH =
  /^(?:eom|(?:the )?end of (?:the |this )?month|(?:al? )?(?:fin|final|finales) de(?:l)? (?:este )?mes|(?:fim|final) d[oe](?:ste)? mes)$/
const END_OF_WEEK =
  /^(?:eow|(?:the )?end of (?:the |this )?week|(?:al? )?(?:final|finales) de (?:la |esta )?semana|(?:fim|final) da semana)$/
const UNITS = '(days?|dias?|d|weeks?|semanas?|w|months?|mes|meses|years?|anos?)'
const IN_UNITS = new RegExp(
  `^(?:(?:en|in|em|dentro de|daqui a) )?(${NUMBER}) ?${UNITS}(?: from now| a partir de hoy| a partir de hoje)?$`,
)
const DAY_OF_MONTH = /^(?:dia |the )?(\d{1,2})(?:st|nd|rd|th)?$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const FIGURES = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/

/** The day that words name, with the words for time taken out. Null where they are not understood. */
export function dayIn(words: string, asked: Asked): WallDay | null {
  const rest = bare(words)
  if (rest === '') return { kind: 'none' }
  const { today } = asked
  if (/^(?:hoy|today|hoje)$/.test(rest)) return { kind: 'today', start: today, otherwise: [] }
  if (/^(?:manana|tomorrow|tmrw?|tomorow|amanha)$/.test(rest)) return on(today + DAY_MS)
  if (/^(?:pasado manana|(?:the )?day after tomorrow|depois de amanha)$/.test(rest))
    return on(today + 2 * DAY_MS)
  return (
    named(rest, today) ??
    counted(rest, today) ??
    weekday(rest, today) ??
    figures(rest, asked) ??
    calendar(rest, today)
  )
}

/** Without the small words around a day: `el`, `on`, `até`. */
function bare(words: string): string {
  return words
    .replace(/^(?:(?:hasta|until|till|ate|para|on|el|la|los|o|no|na|as|at|de|por|pra|for) )+/, '')
    .replace(/(?: (?:a|as|at|a las|por la|de|el|on))+$/, '')
    .replace(/^(?:hasta|until|ate|para|on|el|la|a|at|de)$/, '')
    .trim()
}

function on(start: number, ...otherwise: readonly number[]): WallDay {
  return { kind: 'day', start, otherwise }
}

function named(rest: string, today: number): WallDay | null {
  if (NEXT_WEEK.test(rest)) return on(nextWeekday(today, MONDAY))
  if (WEEKEND.test(rest)) return on(nextWeekday(today, SATURDAY))
  if (END_OF_WEEK.test(rest)) return on(coming(today, FRIDAY), nextWeekday(today, FRIDAY))
  if (NEXT_MONTH.test(rest)) return on(firstOfMonth(today, 1))
  if (NEXT_YEAR.test(rest)) return on(Date.UTC(new Date(today).getUTCFullYear() + 1, 0, 1))
  if (END_OF_MONTH.test(rest)) return on(firstOfMonth(today, 1) - DAY_MS, firstOfMonth(today, 2) - DAY_MS)
  return null
}

function counted(rest: string, today: number): WallDay | null {
  const [, number, unit = ''] = IN_UNITS.exec(rest) ?? []
  if (number === undefined) return null
  const count = toNumber(number)
  if (unit.startsWith('d')) return on(today + count * DAY_MS)
  if (unit.startsWith('w') || unit.startsWith('semana')) return on(today + count * 7 * DAY_MS)
  return on(monthsLater(today, unit.startsWith('m') ? count : count * 12))
}

function weekday(rest: string, today: number): WallDay | null {
  for (const [day, names] of WEEKDAYS) {
    if (new RegExp(`^next (?:${names})$|^(?:${names}) ${OF_NEXT_WEEK}$`).test(rest))
      return on(nextWeekday(today, MONDAY) + ((day + 6) % 7) * DAY_MS)
    if (new RegExp(`^(?:(?:this|este|esta|${NEXT}|coming) )?(?:${names})(?: ${COMING})?$`).test(rest))
      return on(nextWeekday(today, day))
  }
  return null
}

function figures(rest: string, { today, dates }: Asked): WallDay | null {
  const iso = ISO.exec(rest)
  if (iso) return onDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const ofMonth = DAY_OF_MONTH.exec(rest)
  if (ofMonth) {
    const inMonth = (ahead: number) => {
      const first = new Date(firstOfMonth(today, ahead))
      return onDate(first.getUTCFullYear(), first.getUTCMonth() + 1, Number(ofMonth[1]))
    }
    return either([inMonth(0), inMonth(1), inMonth(2)])
  }
  const found = FIGURES.exec(rest)
  if (!found) return null
  const [one, other] = [Number(found[1]), Number(found[2])]
  const [day, month] = dates === 'day-first' ? [one, other] : [other, one]
  const year = new Date(today).getUTCFullYear()
  if (found[3] !== undefined) return onDate(Number(found[3].padStart(4, '20')), month, day)
  return either([onDate(year, month, day), onDate(year + 1, month, day)])
}

/** `12 de octubre`, `Oct 3rd 2027`: the names of months are chrono's business. */
function calendar(rest: string, today: number): WallDay | null {
  const languages = [
    { strict: es.strict, text: rest },
    { strict: en.strict, text: rest },
    // The one Portuguese month that chrono knows with its accent only.
    { strict: pt.strict, text: rest.replace(/\bmarco\b/, 'março') },
  ]
  for (const { strict, text } of languages) {
    const [found] = strict.parse(text, { instant: new Date(today), timezone: 0 })
    if (!found || found.text.length < rest.length) continue
    const { start } = found
    if (!start.isCertain('day') || !start.isCertain('month')) continue
    const [day, month] = [start.get('day') ?? 0, start.get('month') ?? 0]
    const year = start.get('year') ?? 0
    if (start.isCertain('year')) return onDate(year, month, day)
    const thisYear = new Date(today).getUTCFullYear()
    return either([onDate(thisYear, month, day), onDate(thisYear + 1, month, day)])
  }
  return null
}

/** The first of some days that is to come; days that no calendar has are left out. */
function either(days: readonly (WallDay | null)[]): WallDay | null {
  const starts = days.flatMap((day) => (day !== null && day.kind !== 'none' ? [day.start] : []))
  const [first, ...others] = starts
  return first === undefined ? null : on(first, ...others)
}

function onDate(year: number, month: number, day: number): WallDay | null {
  const start = Date.UTC(year, month - 1, day)
  const date = new Date(start)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? on(start) : null
}

/** The next such day of the week, today left out. */
function nextWeekday(today: number, day: number): number {
  const ahead = (day - new Date(today).getUTCDay() + 7) % 7
  return today + (ahead === 0 ? 7 : ahead) * DAY_MS
}

/** The same, today counted. */
function coming(today: number, day: number): number {
  return today + ((day - new Date(today).getUTCDay() + 7) % 7) * DAY_MS
}

function firstOfMonth(today: number, ahead: number): number {
  const date = new Date(today)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)
}

/** 31 January and a month is the last of February. */
function monthsLater(today: number, months: number): number {
  const last = firstOfMonth(today, months + 1) - DAY_MS
  const day = Math.min(new Date(today).getUTCDate(), new Date(last).getUTCDate())
  return firstOfMonth(today, months) + (day - 1) * DAY_MS
}
