import { expect, test } from 'vitest'
import { wallClock } from '../../../src-main/contract/day.ts'
import { momentIn, type Now } from '../../../src-main/engine/triage/snooze/when.ts'

/** What the clocks of the brand show then, or null. */
function shown(text: string, at: Now): string | null {
  const moment = momentIn(text, at)
  if (moment === null) return null
  expect(moment).toBeGreaterThan(at.now)
  return new Date(wallClock(moment, at.timezone)).toISOString().slice(0, 16).replace('T', ' ')
}

const wednesday = (timezone: string, dates?: Now['dates']): Now => ({
  // Ten in the morning of Wednesday 4 March 2026 in Madrid, nine in London, six in São Paulo.
  now: Date.parse('2026-03-04T09:00:00Z'),
  timezone,
  ...(dates === undefined ? {} : { dates }),
})

test.each([
  ['mañana', '2026-03-05 09:00'],
  ['mañana 9h', '2026-03-05 09:00'],
  ['mañana a las 9', '2026-03-05 09:00'],
  ['mañana 9', '2026-03-05 09:00'],
  ['mañana a las 9 de la mañana', '2026-03-05 09:00'],
  ['lunes 9:30', '2026-03-09 09:30'],
  ['Mañana a las 17:30', '2026-03-05 17:30'],
  ['mañana por la mañana', '2026-03-05 09:00'],
  ['mañana por la tarde', '2026-03-05 16:00'],
  ['mañana por la noche', '2026-03-05 19:00'],
  ['mañana temprano', '2026-03-05 08:00'],
  ['mañana a mediodía', '2026-03-05 12:00'],
  ['a las 9 de la noche', '2026-03-04 21:00'],
  ['esta tarde', '2026-03-04 16:00'],
  ['esta noche', '2026-03-04 19:00'],
  ['hoy', '2026-03-04 19:00'],
  ['hoy a las 18', '2026-03-04 18:00'],
  ['hoy a las 8', '2026-03-04 20:00'],
  ['hoy a las 8h', null],
  ['a las 5', '2026-03-04 17:00'],
  ['el lunes a las 5', '2026-03-09 17:00'],
  ['el lunes a las 5 de la mañana', '2026-03-09 05:00'],
  ['esta tarde a las 5', '2026-03-04 17:00'],
  ['el martes por la mañana a las 10', '2026-03-10 10:00'],
  ['mañana a las nueve', '2026-03-05 09:00'],
  ['a las nueve y media', '2026-03-05 09:30'],
  ['a las cinco de la tarde', '2026-03-04 17:00'],
  ['en dos horas y media', '2026-03-04 12:30'],
  ['en una quincena', '2026-03-19 09:00'],
  ['en medio año', '2026-09-04 09:00'],
  ['a última hora', '2026-03-04 18:00'],
  ['después de comer', '2026-03-04 15:00'],
  ['dentro de un rato', '2026-03-04 13:00'],
  ['a principios de mes', '2026-04-01 09:00'],
  ['a mediados de mes', '2026-03-15 09:00'],
  ['Navidad', '2026-12-25 09:00'],
  ['Nochevieja', '2026-12-31 09:00'],
  ['Año Nuevo', '2027-01-01 09:00'],
  ['a fin de año', '2026-12-31 09:00'],
  ['primero de abril', '2026-04-01 09:00'],
  ['a las 8', '2026-03-05 08:00'],
  ['9h', '2026-03-05 09:00'],
  ['11h', '2026-03-04 11:00'],
  ['pasado mañana', '2026-03-06 09:00'],
  ['pasado mañana a las 11 y media', '2026-03-06 11:30'],
  ['el martes', '2026-03-10 09:00'],
  ['martes', '2026-03-10 09:00'],
  ['el miércoles', '2026-03-11 09:00'],
  ['el jueves a las 4 de la tarde', '2026-03-05 16:00'],
  ['el próximo viernes', '2026-03-06 09:00'],
  ['el lunes que viene', '2026-03-09 09:00'],
  ['el lunes por la tarde', '2026-03-09 16:00'],
  ['el viernes de la semana que viene', '2026-03-13 09:00'],
  ['en 3 días', '2026-03-07 09:00'],
  ['en tres dias', '2026-03-07 09:00'],
  ['dentro de una semana', '2026-03-11 09:00'],
  ['en 2 semanas', '2026-03-18 09:00'],
  ['en un mes', '2026-04-04 09:00'],
  ['en 2 horas', '2026-03-04 12:00'],
  ['en media hora', '2026-03-04 10:30'],
  ['en hora y media', '2026-03-04 11:30'],
  ['en 45 minutos', '2026-03-04 10:45'],
  ['más tarde', '2026-03-04 13:00'],
  ['la semana que viene', '2026-03-09 09:00'],
  ['la próxima semana', '2026-03-09 09:00'],
  ['el fin de semana', '2026-03-07 09:00'],
  ['el mes que viene', '2026-04-01 09:00'],
  ['fin de mes', '2026-03-31 09:00'],
  ['a fin de mes', '2026-03-31 09:00'],
  ['finales de semana', '2026-03-06 09:00'],
  ['12 de octubre', '2026-10-12 09:00'],
  ['el 3 de mayo a las 17:30', '2026-05-03 17:30'],
  ['2 de enero', '2027-01-02 09:00'],
  ['el 15', '2026-03-15 09:00'],
  ['el día 2', '2026-04-02 09:00'],
  ['3/10', '2026-10-03 09:00'],
  ['3/10/2027 9:15', '2027-10-03 09:15'],
  ['2026-10-12', '2026-10-12 09:00'],
  ['2026-01-12', null],
  ['30 de febrero', null],
  ['ayer', null],
  ['cuando pueda', null],
  ['', null],
])('in Spanish, “%s” is %s', (text, expected) => {
  expect(shown(text, wednesday('Europe/Madrid'))).toBe(expected)
})

test.each([
  ['tomorrow', '2026-03-05 09:00'],
  ['tomorrow 9am', '2026-03-05 09:00'],
  ['tomorrow at 9', '2026-03-05 09:00'],
  ['tomorrow 9', '2026-03-05 09:00'],
  ['friday at 8 in the evening', '2026-03-06 20:00'],
  ['tomorrow at 5:30 pm', '2026-03-05 17:30'],
  ['tmrw 10am', '2026-03-05 10:00'],
  ['tomorrow morning', '2026-03-05 09:00'],
  ['tomorrow afternoon', '2026-03-05 16:00'],
  ['tomorrow evening', '2026-03-05 19:00'],
  ['tomorrow at noon', '2026-03-05 12:00'],
  ['tonight', '2026-03-04 19:00'],
  ['this evening', '2026-03-04 19:00'],
  ['this afternoon', '2026-03-04 16:00'],
  ['today', '2026-03-04 19:00'],
  ['today at 3pm', '2026-03-04 15:00'],
  ['today at 8am', null],
  ['8am', '2026-03-05 08:00'],
  ['today at 8', '2026-03-04 20:00'],
  ['monday at 5', '2026-03-09 17:00'],
  ['tomorrow at nine', '2026-03-05 09:00'],
  ['half past nine', '2026-03-04 09:30'],
  ['friday at quarter past five', '2026-03-06 17:15'],
  ['quarter to 11', '2026-03-04 10:45'],
  ['in two and a half hours', '2026-03-04 11:30'],
  ['in 1.5 hours', '2026-03-04 10:30'],
  ['in a fortnight', '2026-03-19 09:00'],
  ['first of the month', '2026-04-01 09:00'],
  ['mid month', '2026-03-15 09:00'],
  ['end of the year', '2026-12-31 09:00'],
  ['Christmas Eve', '2026-12-24 09:00'],
  ['after lunch', '2026-03-04 15:00'],
  ['monday the 9th', '2026-03-09 09:00'],
  ['2026-03-15T15:00', '2026-03-15 15:00'],
  ['at 11', '2026-03-04 11:00'],
  ['12pm', '2026-03-04 12:00'],
  ['12am', '2026-03-05 00:00'],
  ['the day after tomorrow', '2026-03-06 09:00'],
  ['Tuesday', '2026-03-10 09:00'],
  ['on Friday', '2026-03-06 09:00'],
  ['this Friday', '2026-03-06 09:00'],
  ['next Tuesday', '2026-03-10 09:00'],
  ['next Friday', '2026-03-13 09:00'],
  ['Wednesday', '2026-03-11 09:00'],
  ['fri 2pm', '2026-03-06 14:00'],
  ['tuesday next week', '2026-03-10 09:00'],
  ['in 3 days', '2026-03-07 09:00'],
  ['3 days', '2026-03-07 09:00'],
  ['three days from now', '2026-03-07 09:00'],
  ['in a week', '2026-03-11 09:00'],
  ['in two weeks', '2026-03-18 09:00'],
  ['in a couple of weeks', '2026-03-18 09:00'],
  ['in a month', '2026-04-04 09:00'],
  ['in 2 hours', '2026-03-04 11:00'],
  ['2 hours', '2026-03-04 11:00'],
  ['in an hour and a half', '2026-03-04 10:30'],
  ['in half an hour', '2026-03-04 09:30'],
  ['30 min', '2026-03-04 09:30'],
  ['later', '2026-03-04 12:00'],
  ['next week', '2026-03-09 09:00'],
  ['this weekend', '2026-03-07 09:00'],
  ['next month', '2026-04-01 09:00'],
  ['next year', '2027-01-01 09:00'],
  ['end of month', '2026-03-31 09:00'],
  ['end of the week', '2026-03-06 09:00'],
  ['end of day', null],
  ['Oct 3rd', '2026-10-03 09:00'],
  ['12 October', '2026-10-12 09:00'],
  ['October 12, 2027 at 5pm', '2027-10-12 17:00'],
  ['the 15th', '2026-03-15 09:00'],
  ['January 2', '2027-01-02 09:00'],
  ['3/10', '2026-03-10 09:00'],
  ['yesterday', null],
  ['whenever', null],
])('in English, “%s” is %s', (text, expected) => {
  const at = wednesday('Europe/London', 'month-first')
  if (text === 'end of day') expect(shown(text, at)).toBe('2026-03-04 18:00')
  else expect(shown(text, at)).toBe(expected)
})

test.each([
  ['amanhã', '2026-03-05 09:00'],
  ['amanhã 9h', '2026-03-05 09:00'],
  ['amanhã às 9', '2026-03-05 09:00'],
  ['amanhã às 17h30', '2026-03-05 17:30'],
  ['amanhã de manhã', '2026-03-05 09:00'],
  ['amanhã à tarde', '2026-03-05 16:00'],
  ['amanhã à noite', '2026-03-05 19:00'],
  ['amanhã cedo', '2026-03-05 08:00'],
  ['amanhã ao meio-dia', '2026-03-05 12:00'],
  ['hoje', '2026-03-04 19:00'],
  ['hoje à noite', '2026-03-04 19:00'],
  ['hoje às 15h', '2026-03-04 15:00'],
  ['hoje às 5h', null],
  ['às 5h', '2026-03-05 05:00'],
  ['às dez', '2026-03-04 10:00'],
  ['amanhã às nove', '2026-03-05 09:00'],
  ['daqui a pouco', '2026-03-04 09:00'],
  ['em duas horas e meia', '2026-03-04 08:30'],
  ['dia 10 de abril', '2026-04-10 09:00'],
  ['primeiro de abril', '2026-04-01 09:00'],
  ['no começo do mês', '2026-04-01 09:00'],
  ['no Natal', '2026-12-25 09:00'],
  ['fim do ano', '2026-12-31 09:00'],
  ['depois do almoço', '2026-03-04 15:00'],
  ['às 8 da noite', '2026-03-04 20:00'],
  ['depois de amanhã', '2026-03-06 09:00'],
  ['terça', '2026-03-10 09:00'],
  ['terça-feira', '2026-03-10 09:00'],
  ['na sexta', '2026-03-06 09:00'],
  ['na quinta às 16h', '2026-03-05 16:00'],
  ['próxima segunda', '2026-03-09 09:00'],
  ['segunda que vem', '2026-03-09 09:00'],
  ['sexta da semana que vem', '2026-03-13 09:00'],
  ['sábado de manhã', '2026-03-07 09:00'],
  ['domingo', '2026-03-08 09:00'],
  ['em 3 dias', '2026-03-07 09:00'],
  ['em três dias', '2026-03-07 09:00'],
  ['daqui a 3 dias', '2026-03-07 09:00'],
  ['daqui a uma semana', '2026-03-11 09:00'],
  ['em duas semanas', '2026-03-18 09:00'],
  ['em um mês', '2026-04-04 09:00'],
  ['em 2 horas', '2026-03-04 08:00'],
  ['em meia hora', '2026-03-04 06:30'],
  ['em uma hora e meia', '2026-03-04 07:30'],
  ['em 45 minutos', '2026-03-04 06:45'],
  ['mais tarde', '2026-03-04 09:00'],
  ['semana que vem', '2026-03-09 09:00'],
  ['na próxima semana', '2026-03-09 09:00'],
  ['fim de semana', '2026-03-07 09:00'],
  ['mês que vem', '2026-04-01 09:00'],
  ['fim do mês', '2026-03-31 09:00'],
  ['final do dia', '2026-03-04 18:00'],
  ['12 de outubro', '2026-10-12 09:00'],
  ['3 de maio às 17h', '2026-05-03 17:00'],
  ['15 de março', '2026-03-15 09:00'],
  ['dia 15', '2026-03-15 09:00'],
  ['3/10', '2026-10-03 09:00'],
  ['ontem', null],
  ['quando der', null],
])('in Portuguese, “%s” is %s', (text, expected) => {
  expect(shown(text, wednesday('America/Sao_Paulo'))).toBe(expected)
})

test('a time that the clocks jump over is as much later, and days around it keep their morning', () => {
  // In Madrid the clocks go from two to three on Sunday 29 March 2026.
  const saturday: Now = { now: Date.parse('2026-03-28T11:00:00Z'), timezone: 'Europe/Madrid' }
  expect(momentIn('mañana a las 2:30', saturday)).toBe(Date.parse('2026-03-29T01:30:00Z'))
  expect(momentIn('mañana 9h', saturday)).toBe(Date.parse('2026-03-29T07:00:00Z'))
  expect(momentIn('en 24 horas', saturday)).toBe(Date.parse('2026-03-29T11:00:00Z'))
  expect(momentIn('en 1 día', saturday)).toBe(Date.parse('2026-03-29T07:00:00Z'))
  // And back again on Sunday 25 October.
  const autumn: Now = { now: Date.parse('2026-10-24T11:00:00Z'), timezone: 'Europe/Madrid' }
  expect(momentIn('tomorrow 9am', autumn)).toBe(Date.parse('2026-10-25T08:00:00Z'))
})

test('the turn of a year is a night like any other', () => {
  // Half past ten in the evening of 31 December in Madrid.
  const night: Now = { now: Date.parse('2026-12-31T21:30:00Z'), timezone: 'Europe/Madrid' }
  const meant = (text: string) => shown(text, night)
  expect(
    [
      'mañana',
      'en 2 horas',
      'el 1',
      '1 de enero',
      '31/12',
      'fin de mes',
      'next month',
      'em 3 dias',
      'a medianoche',
      'next Friday',
    ].map(meant),
  ).toEqual([
    '2027-01-01 09:00',
    '2027-01-01 00:30',
    '2027-01-01 09:00',
    '2027-01-01 09:00',
    '2027-12-31 09:00',
    '2027-01-31 09:00',
    '2027-01-01 09:00',
    '2027-01-03 09:00',
    '2027-01-01 00:00',
    '2027-01-08 09:00',
  ])
})

test('the end of a month that is today, and a month after the 31st, are days that there are', () => {
  const last: Now = { now: Date.parse('2026-01-31T12:00:00Z'), timezone: 'UTC' }
  expect(momentIn('fin de mes', last)).toBe(Date.parse('2026-02-28T09:00:00Z'))
  expect(momentIn('en un mes', last)).toBe(Date.parse('2026-02-28T09:00:00Z'))
  expect(momentIn('el 31', last)).toBe(Date.parse('2026-03-31T09:00:00Z'))
})
