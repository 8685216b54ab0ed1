import type { Calendar } from './calendar.ts'
import { type WhenLanguage, type WhenWords, whenWords } from './words.ts'

/** A day that a folded text names. */
export interface FoundDay {
  readonly start: number
  readonly end: number
  readonly day: string
  /** UTC ms, where it says so many hours or minutes from now. */
  readonly at: number | null
  readonly part: 'morning' | 'day'
}

interface Rule {
  readonly pattern: RegExp
  readonly read: (groups: Readonly<Record<string, string | undefined>>, calendar: Calendar) => Read | null
}
type Read = Pick<FoundDay, 'day'> & Partial<Pick<FoundDay, 'at' | 'part'>>

/** The days a folded text names; of two readings of the same words the earlier rule's. */
export function findDays(text: string, language: WhenLanguage, calendar: Calendar): FoundDay[] {
  const found: FoundDay[] = []
  for (const { pattern, read } of rulesOf(language)) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const what = read(match.groups ?? {}, calendar)
      if (what !== null)
        found.push({ start, end, day: what.day, at: what.at ?? null, part: what.part ?? 'day' })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

// A cache, not state: compiling the patterns costs more than using them.
const compiled = new Map<WhenLanguage, readonly Rule[]>()

function rulesOf(language: WhenLanguage): readonly Rule[] {
  const known = compiled.get(language)
  if (known) return known
  const words = whenWords[language]
  const rules = [
    ...dateRules(words, language),
    ...nearRules(words),
    ...spanRules(words),
    ...periodRules(words),
  ]
  compiled.set(language, rules)
  return rules
}

const word = (inside: string) => new RegExp(`(?<![a-z0-9])(?:${inside})(?![a-z0-9])`, 'g')
const plain = (inside: string, read: Rule['read']): Rule => ({ pattern: word(inside), read })

function dateRules(words: WhenWords, language: WhenLanguage): Rule[] {
  const weekday = `(?:${words.weekdays.join('|')})`
  const month = `(?<month>${words.months.join('|')})`
  const day = '(?<day>0?[1-9]|[12]\\d|3[01])'
  const fill = (pattern: string) =>
    pattern
      .replace('%d', day)
      .replace('%m', month)
      .replace('%y', '(?<year>20\\d\\d)')
      .replace('WEEKDAY', weekday)
  const monthNumber = (name: string) =>
    words.months.findIndex((each) => new RegExp(`^(?:${each})$`).test(name)) + 1
  const named = words.dates.map((pattern) =>
    plain(`(?:${weekday},? )?(?:the )?${fill(pattern)}`, (groups, calendar) =>
      dated(calendar.date(Number(groups['day']), monthNumber(groups['month'] ?? ''), year(groups['year']))),
    ),
  )
  const before = words.beforeNumeric.replace('WEEKDAY', weekday)
  const numeric: Rule = {
    pattern: new RegExp(
      `(?<=(?<![a-z])(?:${before}),? )(?<a>\\d{1,2})[/-](?<b>\\d{1,2})(?:[/-](?<year>(?:20)?\\d\\d))?(?![\\d/])|(?<![\\d/])(?<a2>\\d{1,2})[/.-](?<b2>\\d{1,2})[/.-](?<year2>20\\d\\d)(?!\\d)`,
      'g',
    ),
    read: (groups, calendar) => {
      const [first, second] = [Number(groups['a'] ?? groups['a2']), Number(groups['b'] ?? groups['b2'])]
      const monthFirst = second > 12 && language === 'en'
      const [d, m] = monthFirst ? [second, first] : [first, second]
      return dated(calendar.date(d, m, year(groups['year'] ?? groups['year2'])))
    },
  }
  const iso = plain('(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)', (groups, calendar) =>
    dated(calendar.date(Number(groups['day']), Number(groups['month']), Number(groups['year']))),
  )
  const alone = words.dayAlone.map((pattern) =>
    plain(fill(pattern), (groups, calendar) => dated(calendar.dayOfMonth(Number(groups['day'])))),
  )
  return [iso, ...named, numeric, ...alone]
}

function year(text: string | undefined): number | null {
  if (text === undefined) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function dated(day: string | null): Read | null {
  return day === null ? null : { day }
}

function nearRules(words: WhenWords): Rule[] {
  return [
    plain(words.dayAfter, (_groups, calendar) => ({ day: calendar.plus(2) })),
    plain(words.yesterday, (_groups, calendar) => ({ day: calendar.plus(-1) })),
    plain(words.morning, (_groups, calendar) => ({ day: calendar.today, part: 'morning' })),
    plain(words.tomorrow, (_groups, calendar) => ({ day: calendar.plus(1) })),
    plain(`${words.sameDay}|${words.today}`, (_groups, calendar) => ({ day: calendar.today })),
    ...words.weekdays.map((names, weekday) =>
      plain(names, (_groups, calendar) => ({ day: calendar.nextWeekday(weekday) })),
    ),
  ]
}

const MINUTE = 60_000

function spanRules(words: WhenWords): Rule[] {
  const names = Object.keys(words.numbers)
    .sort((a, b) => b.length - a.length)
    .join('|')
  const number = `(?:(?:\\d+|${names}) ?(?:a|y|o|ou|e|to|or|-|–) ?)?(?<n>\\d{1,3}|${names})`
  const unit = Object.entries(words.units)
    .map(([name, pattern]) => `(?<${name}>${pattern})`)
    .join('|')
  const working = `(?:${words.working})`
  const pattern = `(?:${words.within})${number} ?(?:(?<work>${working}) )?(?:${unit})(?: (?<after>${working}))?`
  return [
    plain(pattern, (groups, calendar) => {
      const n = words.numbers[groups['n'] ?? ''] ?? Number(groups['n'])
      if (groups['minute'] !== undefined) return ahead(calendar, n * MINUTE)
      if (groups['hour'] !== undefined) return ahead(calendar, n * 60 * MINUTE)
      if (groups['week'] !== undefined) return { day: calendar.plus(n * 7) }
      if (groups['month'] !== undefined) return { day: calendar.plus(n * 30) }
      const works = groups['work'] ?? groups['after']
      return { day: works === undefined ? calendar.plus(n) : calendar.plusWorking(n) }
    }),
  ]
}

function ahead(calendar: Calendar, ms: number): Read {
  return { day: calendar.today, at: calendar.now + ms }
}

function periodRules(words: WhenWords): Rule[] {
  return [
    plain(words.nextWeek, (_groups, calendar) => ({ day: calendar.endOfWeek(1) })),
    plain(words.thisWeek, (_groups, calendar) => ({ day: calendar.endOfWeek(0) })),
    plain(words.nextMonth, (_groups, calendar) => ({ day: calendar.endOfMonth(1) })),
    plain(words.thisMonth, (_groups, calendar) => ({ day: calendar.endOfMonth(0) })),
  ]
}
