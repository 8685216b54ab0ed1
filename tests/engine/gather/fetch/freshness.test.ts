import { expect, test } from 'vitest'
import { freshSeconds } from '../../../../src-main/engine/gather/fetch/freshness.ts'

const NOW = Date.parse('2026-03-10T09:00:00Z')
const HOUR = 3600

test.each([
  ['nothing', {}, null],
  ['a maximum age', { 'cache-control': 'public, max-age=1800' }, 1800],
  ['a maximum age in odd spelling', { 'cache-control': 'Max-Age = "600"' }, 600],
  ['a day, which is not believed for longer than five hours', { 'cache-control': 'max-age=86400' }, 5 * HOUR],
  ['a hundred years', { 'cache-control': 'max-age=3153600000' }, 5 * HOUR],
  ['that it is never to be kept', { 'cache-control': 'no-store, max-age=600' }, 0],
  ['that it is to be asked again', { 'cache-control': 'no-cache' }, 0],
  ['an age that is no number', { 'cache-control': 'max-age=soon' }, null],
  ['an age of caches in between only', { 'cache-control': 's-maxage=600' }, null],
  ['a time of expiry', { expires: 'Tue, 10 Mar 2026 10:00:00 GMT' }, HOUR],
  [
    'a time of expiry by a clock of its own',
    { expires: 'Tue, 10 Mar 2020 10:00:00 GMT', date: 'Tue, 10 Mar 2020 09:30:00 GMT' },
    HOUR / 2,
  ],
  ['a time of expiry that is past', { expires: 'Tue, 10 Mar 2020 10:00:00 GMT' }, 0],
  ['an expiry that is no time', { expires: '0' }, 0],
  ['an age and an expiry', { 'cache-control': 'max-age=60', expires: 'Tue, 10 Mar 2026 12:00:00 GMT' }, 60],
])('an answer that says %s', (_, headers, seconds) => {
  expect(freshSeconds(headers, NOW)).toBe(seconds)
})
