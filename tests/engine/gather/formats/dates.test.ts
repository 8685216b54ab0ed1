import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from '../../../../src-main/engine/gather/formats/parts/dates.ts'

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

test('what a computer writes is read back, both ways it is written', () => {
  const dates = fc.date({ min: new Date('1995-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseDate(date.toISOString())).toBe(date.getTime())
      expect(parseDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('no text at all makes it fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void parseDate(text)),
    { seed: 3, numRuns: 500 },
  )
})
