import { expect, test } from 'vitest'
import { restOf } from '../../../src-main/engine/answer/channels/parts/waits.ts'

const at = Date.parse('2026-03-02T09:00:00Z')

test.each([
  ['too many, with seconds', 429, { 'retry-after': '344' }, '2026-03-02T09:05:44.000Z'],
  [
    'closed for a while, with a date',
    503,
    { 'retry-after': 'Mon, 02 Mar 2026 09:10:00 GMT' },
    '2026-03-02T09:10:00.000Z',
  ],
  ['closed, and it does not say for how long', 503, {}, null],
  [
    'a success that was the last',
    200,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-03-02T09:03:00Z' },
    '2026-03-02T09:03:00.000Z',
  ],
  ['a success with some left', 200, { 'ratelimit-remaining': '3', 'ratelimit-reset': '1772442200' }, null],
  ['for longer than a day', 429, { 'retry-after': '999999' }, '2026-03-03T09:00:00.000Z'],
])(
  'an answer says at once how long its place wants to be left alone: %s',
  (_case, status, headers, until) => {
    const rest = restOf({ status, headers, at })
    expect(rest === null ? null : new Date(rest).toISOString()).toBe(until)
  },
)
