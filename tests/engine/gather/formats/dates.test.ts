import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from '../../../../src-main/engine/gather/formats/parts/dates.ts'
import { seed } from '../../../support/seed.ts'

test.each([
  ['Tue, 10 Mar 2026 09:00:00 GMT', '2026-03-10T09:00:00.000Z'],
  ['Tue, 10 Mar 2026 09:00:00 +0100', '2026-03-10T08:00:00.000Z'],
  ['Tue, 10 Mar 2026 09:00:00 EST', '2026-03-10T14:00:00.000Z'],
  ['Tue, 10 Mar 2026 09:00:00 PDT', '2026-03-10T16:00:00.000Z'],
  ['10 Mar 2026 09:00 GMT', '2026-03-10T09:00:00.000Z'],
  ['10 Mar 26 09:00 GMT', '2026-03-10T09:00:00.000Z'],
  ['10 Mar 97 09:00 GMT', '1997-03-10T09:00:00.000Z'],
  ['Tuesday, 10-Mar-26 09:00:00 GMT', '2026-03-10T09:00:00.000Z'],
  ['10 March 2026', '2026-03-10T00:00:00.000Z'],
  ['Mar 10, 2026 9:05 pm', '2026-03-10T21:05:00.000Z'],
  ['Tue Mar 10 09:00:00 2026', '2026-03-10T09:00:00.000Z'],
  ['Tue Mar 10 09:00:00 UTC 2026', '2026-03-10T09:00:00.000Z'],
  ['2026-03-10T09:00:00Z', '2026-03-10T09:00:00.000Z'],
  ['2026-03-10T09:00:00.123Z', '2026-03-10T09:00:00.123Z'],
  ['2026-03-10T09:00:00+05:30', '2026-03-10T03:30:00.000Z'],
  ['2026-03-10T09:00:00-0300', '2026-03-10T12:00:00.000Z'],
  ['2026-03-10T09:00Z', '2026-03-10T09:00:00.000Z'],
  ['2026-03-10 09:00:00', '2026-03-10T09:00:00.000Z'],
  ['2026-03-10', '2026-03-10T00:00:00.000Z'],
  ['20260310', '2026-03-10T00:00:00.000Z'],
  ['2026-03', '2026-03-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['2026-112', '2026-04-22T00:00:00.000Z'],
  ['2026366', null],
  ['2026/3/1', '2026-03-01T00:00:00.000Z'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53.000Z'],
  ['2026-03-10T09:00:00 EST', '2026-03-10T14:00:00.000Z'],
  ['2026-03-10T24:00:00Z', '2026-03-11T00:00:00.000Z'],
  ['Tue, 10 Mar 2026 09:00:00 GMT+2', '2026-03-10T07:00:00.000Z'],
  ['Tue, 10 Mar 2026 09:00:00 +0000 (UTC)', '2026-03-10T09:00:00.000Z'],
  ['Tue, 10 Mar 2026 9:0:0 GMT', '2026-03-10T09:00:00.000Z'],
  ['Tuesday, March 10th, 2026 at 9:05 PM', '2026-03-10T21:05:00.000Z'],
  ['jueves, 5 de marzo de 2026 10:00', '2026-03-05T10:00:00.000Z'],
  ['Seg, 24 Set 2018 19:42:40 -0300', '2018-09-24T22:42:40.000Z'],
  ['jeu., 5 févr. 2026 10:00:00 +0100', '2026-02-05T09:00:00.000Z'],
  ['Do, 5 März 2026 10:00:00 MEZ', '2026-03-05T09:00:00.000Z'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00.000Z'],
  ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00.000Z'],
  ['2004년 05월 28일 01:31:15', '2004-05-27T16:31:15.000Z'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17.000Z'],
  ['  2026-03-10T09:00:00Z\n', '2026-03-10T09:00:00.000Z'],
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ['2026-02-30T09:00:00Z', null],
  ['2026-13-01T09:00:00Z', null],
  ['31 Nov 2026 09:00:00 GMT', null],
  ['01/02/2026', null],
  ['yesterday', null],
  ['', null],
  [null, null],
])('the date "%s" is %s', (text, instant) => {
  const ms = parseDate(text)
  expect(ms === null ? null : new Date(ms).toISOString()).toBe(instant)
})

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const ZONES: Readonly<Record<string, number>> = { GMT: 0, UT: 0, EST: -300, PDT: -420, CET: 60, JST: 540 }

const instants = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 1000) * 1000)
const offsets = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15)
const two = (value: number) => String(value).padStart(2, '0')

/** The same instant as clocks show it so many minutes east of Greenwich. */
function clock(ms: number, minutesEast: number) {
  const date = new Date(ms + minutesEast * 60_000)
  const [day, time] = [date.toISOString().slice(0, 10), date.toISOString().slice(11, 19)]
  return { date, day, time, year: date.getUTCFullYear(), month: MONTHS[date.getUTCMonth()] ?? '' }
}

function offsetText(minutes: number, colon: '' | ':'): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`
}

test('an instant written as RFC 822 lets it is read back, in any zone', () => {
  const ways = fc.record({
    ms: instants,
    zone: fc.oneof(
      offsets.map((minutes) => ({ text: offsetText(minutes, ''), minutes })),
      fc.constantFrom(...Object.keys(ZONES)).map((text) => ({ text, minutes: ZONES[text] ?? 0 })),
    ),
    dayName: fc.boolean(),
    shortYear: fc.boolean(),
    loud: fc.boolean(),
  })
  fc.assert(
    fc.property(ways, ({ ms, zone, dayName, shortYear, loud }) => {
      const { date, time, year, month } = clock(ms, zone.minutes)
      const shown = shortYear && year >= 1970 && year < 2050 ? two(year % 100) : String(year)
      const name = dayName ? `${DAYS[date.getUTCDay()] ?? ''}, ` : ''
      const text = `${name}${date.getUTCDate()} ${month} ${shown} ${time} ${zone.text}`
      expect(parseDate(loud ? text.toUpperCase() : text)).toBe(ms)
    }),
    { seed: seed(5), numRuns: 500 },
  )
})

test('an instant written as ISO 8601 lets it is read back, in any zone', () => {
  const ways = fc.record({
    ms: instants,
    minutes: offsets,
    colon: fc.constantFrom<'' | ':'>('', ':'),
    between: fc.constantFrom('T', ' ', 't'),
    fraction: fc.constantFrom('', '.0', '.000', ',000000'),
  })
  fc.assert(
    fc.property(ways, ({ ms, minutes, colon, between, fraction }) => {
      const { day, time } = clock(ms, minutes)
      expect(parseDate(`${day}${between}${time}${fraction}${offsetText(minutes, colon)}`)).toBe(ms)
    }),
    { seed: seed(6), numRuns: 500 },
  )
})

test('what a computer writes is read back, both ways it is written', () => {
  const dates = fc.date({ min: new Date('1995-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseDate(date.toISOString())).toBe(date.getTime())
      expect(parseDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
    }),
    { seed: seed(11), numRuns: 300 },
  )
})

/** Ways in which programs write a date for people to read, each with its month in words. */
const IN_WORDS: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'long' },
  { dateStyle: 'full' },
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'medium' },
  { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', hour12: true },
  { weekday: 'long', day: '2-digit', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
]

test('a date in the words of a language is read back, to what it says of it', () => {
  const languages = [
    'es',
    'es-MX',
    'es-AR',
    'en-US',
    'en-GB',
    'pt-BR',
    'pt-PT',
    'ca',
    'gl',
    'fr',
    'it',
    'de',
    'nl',
  ]
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom(...languages),
      fc.constantFrom(...IN_WORDS),
      (ms, language, way) => {
        const options = { ...way, timeZone: 'UTC' } as const
        const text = new Intl.DateTimeFormat(language, options).format(ms)
        const seconds = way.timeStyle === 'medium' ? 1 : 60
        const said = way.timeStyle || way.hour ? seconds : 86_400
        expect(parseDate(text), text).toBe(Math.floor(ms / 1000 / said) * said * 1000)
      },
    ),
    { seed: seed(12), numRuns: 500 },
  )
})

test('a message’s date with the names of a language is read back, in any zone', () => {
  const languages = fc.constantFrom('es', 'en', 'pt', 'ca', 'gl', 'fr', 'it', 'de', 'nl', 'el', 'ru')
  const lengths = fc.constantFrom<'short' | 'long'>('short', 'long')
  fc.assert(
    fc.property(instants, offsets, languages, lengths, (ms, minutes, language, length) => {
      const { date, time, year } = clock(ms, minutes)
      const named = new Intl.DateTimeFormat(language, {
        weekday: length,
        day: 'numeric',
        month: length,
        timeZone: 'UTC',
      }).formatToParts(date)
      const part = (type: string) => named.find((one) => one.type === type)?.value ?? ''
      const text = `${part('weekday')}, ${date.getUTCDate()} ${part('month')} ${year} ${time} ${offsetText(minutes, '')}`
      expect(parseDate(text), text).toBe(ms)
    }),
    { seed: seed(13), numRuns: 500 },
  )
})

test('a fraction of a second is kept to the millisecond, and a minute that is none is refused', () => {
  const ways = fc.record({
    ms: instants,
    digits: fc.stringMatching(/^\d{1,9}$/),
    minute: fc.integer({ min: 60, max: 99 }),
  })
  fc.assert(
    fc.property(ways, ({ ms, digits, minute }) => {
      const { day, time } = clock(ms, 0)
      expect(parseDate(`${day}T${time}.${digits}Z`)).toBe(
        ms + Math.floor(Number(`0.${digits}`) * 1000 + 1e-6),
      )
      expect(parseDate(`${day}T${time.slice(0, 2)}:${minute}Z`)).toBe(null)
    }),
    { seed: seed(14), numRuns: 300 },
  )
})

test('rubbish is no date: it never fails, and is never half a number', () => {
  const rubbish = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789-:/., TZ+mayº年')), maxLength: 40 }),
    fc
      .array(fc.constantFrom('10', 'Mar', '2026', '99', 'GMT', '09:00', '+99:99', 'am', '-', 'T'), {
        maxLength: 9,
      })
      .map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(rubbish, (text) => {
      const ms = parseDate(text)
      expect(ms === null || Number.isSafeInteger(ms)).toBe(true)
    }),
    { seed: seed(3), numRuns: 2000 },
  )
})
