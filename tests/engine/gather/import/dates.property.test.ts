import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateReader } from '../../../../src-main/engine/gather/import/mapping/table-dates.ts'
import { seed } from '../../../support/seed.ts'

const ZONES = [
  'UTC',
  'Europe/Madrid',
  'Atlantic/Canary',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Mexico_City',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
]
const zones = fc.constantFrom(...ZONES)
const instants = fc
  .date({ min: new Date('1995-01-02'), max: new Date('2048-12-30'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 1000) * 1000)
const DAY_MS = 86_400_000
const HALF_HOUR_MS = 1_800_000
const two = (value: number) => String(value).padStart(2, '0')

interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: string
}

/** What calendar and clock on the wall show there, in digits. */
function wallAt(ms: number, timezone: string): Wall {
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(ms).split('-').map(Number)
  const [year = 0, month = 0, day = 0] = date
  return {
    year,
    month,
    day,
    time: [parts.get('hour'), parts.get('minute'), parts.get('second')].map((it) => two(it ?? 0)).join(':'),
  }
}

const sameWall = (a: Wall, b: Wall) => JSON.stringify(a) === JSON.stringify(b)

/** How tables write a date of digits, by the order in which they do. */
const WAYS = {
  'day-first': [
    ({ year, month, day, time }: Wall) => `${two(day)}/${two(month)}/${year} ${time}`,
    ({ year, month, day, time }: Wall) => `${day}.${month}.${year}, ${time}`,
    ({ year, month, day, time }: Wall) => `${day}-${month}-${year} ${time}`,
  ],
  'month-first': [({ year, month, day, time }: Wall) => `${month}/${day}/${year} ${time}`],
  'year-first': [
    ({ year, month, day, time }: Wall) => `${year}-${two(month)}-${two(day)} ${time}`,
    ({ year, month, day, time }: Wall) => `${year}-${two(month)}-${two(day)}T${time}`,
    ({ year, month, day, time }: Wall) => `${year}/${month}/${day} ${time}`,
  ],
} as const
const written = fc.constantFrom(
  ...WAYS['day-first'].map((way) => ({ order: 'day-first', way }) as const),
  ...WAYS['month-first'].map((way) => ({ order: 'month-first', way }) as const),
  ...WAYS['year-first'].map((way) => ({ order: 'year-first', way }) as const),
)

test('a date of digits is what the wall showed there, in whichever order it is written', () => {
  fc.assert(
    fc.property(instants, zones, written, (ms, timezone, { order, way }) => {
      const wall = wallAt(ms, timezone)
      const read = dateReader(order, timezone)(way(wall)) ?? Number.NaN
      // One hour of the year is there twice: either will do, if the wall shows the same.
      expect(read === ms || sameWall(wallAt(read, timezone), wall), `${way(wall)} in ${timezone}`).toBe(true)
    }),
    { seed: seed(31), numRuns: 1000 },
  )
})

test('around each change of the clocks, a date is what the wall showed', () => {
  const changes = ZONES.flatMap((timezone) => changesOf(timezone, 2026).map((at) => ({ timezone, at })))
  expect(changes.length).toBeGreaterThan(8)
  const minutes = fc.integer({ min: -180, max: 180 })
  fc.assert(
    fc.property(fc.constantFrom(...changes), minutes, ({ timezone, at }, minute) => {
      const ms = at + minute * 60_000
      const wall = wallAt(ms, timezone)
      const read = dateReader('year-first', timezone)(WAYS['year-first'][0](wall)) ?? Number.NaN
      expect(wallAt(read, timezone), `${new Date(ms).toISOString()} in ${timezone}`).toEqual(wall)
    }),
    { seed: seed(32), numRuns: 1000 },
  )
})

/** When the clocks of a place change in a year, UTC ms: the day first, then the half hour. */
function changesOf(timezone: string, year: number): number[] {
  const shown = (ms: number) => Date.parse(`${isoOf(wallAt(ms, timezone))}Z`) - ms
  const changesAt = (step: number) => (ms: number) => shown(ms) !== shown(ms - step)
  const days = Array.from({ length: 365 }, (_, day) => Date.UTC(year, 0, 2 + day)).filter(changesAt(DAY_MS))
  return days.flatMap((day) =>
    Array.from({ length: 48 }, (_, n) => day - n * HALF_HOUR_MS).filter(changesAt(HALF_HOUR_MS)),
  )
}

function isoOf({ year, month, day, time }: Wall): string {
  return `${year}-${two(month)}-${two(day)}T${time}`
}

test('a date that says its zone is the same instant wherever the brand is', () => {
  const minutesEast = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)
  const ways = fc.constantFrom(
    (local: string, zone: string) => `${local}${zone}`,
    (local: string, zone: string) => `${local.replace('T', ' ')} ${zone}`,
    (local: string, zone: string) => `${local}${zone.replace(':', '')}`,
    // As PostgreSQL does it: no minutes where there are none.
    (local: string, zone: string) => `${local.replace('T', ' ')}${zone.replace(/:00$/, '')}`,
    (local: string, zone: string) => `${local.replace('T', ' ')} GMT${zone}`,
  )
  fc.assert(
    fc.property(instants, zones, minutesEast, ways, (ms, timezone, minutes, way) => {
      const local = new Date(ms + minutes * 60_000).toISOString().slice(0, 19)
      const size = Math.abs(minutes)
      const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
      expect(dateReader('day-first', timezone)(way(local, zone)), way(local, zone)).toBe(ms)
    }),
    { seed: seed(33), numRuns: 600 },
  )
})

test('what programs count, seconds, milliseconds and days, is the instant they counted', () => {
  const milliseconds = fc
    .date({ min: new Date('2002-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((date) => date.getTime())
  fc.assert(
    fc.property(milliseconds, zones, (ms, timezone) => {
      const read = dateReader('day-first', timezone)
      const seconds = Math.floor(ms / 1000)
      expect(read(String(ms))).toBe(ms)
      expect(read(String(seconds))).toBe(seconds * 1000)
      expect(read(`${seconds}.${String(ms % 1000).padStart(3, '0')}`)).toBe(ms)
      expect(read(new Date(ms).toISOString())).toBe(ms)
    }),
    { seed: seed(34), numRuns: 400 },
  )
})

test('a day alone begins when it begins where the brand is, whether its month is digits or a word', () => {
  const days = fc.integer({ min: 10_000, max: 25_000 }).map((day) => day * 86_400_000)
  const languages = fc.constantFrom('es', 'en-GB', 'pt', 'fr', 'it')
  fc.assert(
    fc.property(days, languages, (midnight, language) => {
      const date = new Date(midnight)
      const inWords = (month: 'long' | 'short') =>
        new Intl.DateTimeFormat(language, { month, timeZone: 'UTC', day: 'numeric' })
          .formatToParts(date)
          .find(({ type }) => type === 'month')?.value ?? ''
      const [day, year] = [date.getUTCDate(), date.getUTCFullYear()]
      const read = dateReader('day-first', 'Europe/Madrid')
      const expected = read(date.toISOString().slice(0, 10))
      const written = [
        `${day}/${date.getUTCMonth() + 1}/${year}`,
        `${day} ${inWords('long')} ${year}`,
        `${day}-${inWords('short').replace('.', '')}-${year}`,
        new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date),
      ]
      for (const text of written) expect(read(text), text).toBe(expected)
    }),
    { seed: seed(35), numRuns: 400 },
  )
})

test('two digits of a year are read as messages’ are: below 50 of this century, else of the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2049 }), (year) => {
      const read = dateReader('day-first', 'UTC')(`9/3/${two(year % 100)} 10:00`)
      expect(read).toBe(Date.UTC(year, 2, 9, 10))
    }),
    { seed: seed(36) },
  )
})

test('rubbish among dates never fails, and no clock shows the minute 60', () => {
  const rubbish = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789-:/., TZ+apm')), maxLength: 24 }),
  )
  const orders = fc.constantFrom('day-first', 'month-first', 'year-first', null)
  fc.assert(
    fc.property(rubbish, orders, zones, fc.integer({ min: 60, max: 99 }), (text, order, timezone, minute) => {
      const read = dateReader(order, timezone)
      const ms = read(text)
      expect(ms === null || Number.isSafeInteger(ms)).toBe(true)
      expect(read(`10/03/2026 09:${minute}`)).toBe(null)
      expect(read(`10/03/2026 09:10:${minute === 60 ? 61 : minute}`)).toBe(null)
    }),
    { seed: seed(37), numRuns: 1500 },
  )
})
