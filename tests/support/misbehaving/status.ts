import { FEED, sends } from './answers.ts'
import { type Case, failed } from './case.ts'
import type { FailureKind } from '../../../src-main/contract/failure.ts'

const KINDS: readonly (readonly [number, FailureKind])[] = [
  [201, 'http-status'],
  [204, 'http-status'],
  [205, 'http-status'],
  [206, 'http-status'],
  [304, 'http-status'],
  [400, 'http-status'],
  [401, 'needs-login'],
  [402, 'http-status'],
  [403, 'needs-login'],
  [404, 'http-status'],
  [406, 'http-status'],
  [407, 'needs-login'],
  [408, 'http-status'],
  [410, 'gone'],
  [418, 'http-status'],
  [429, 'throttled'],
  [451, 'http-status'],
  [500, 'http-status'],
  [502, 'http-status'],
  [503, 'http-status'],
  [504, 'http-status'],
  [520, 'http-status'],
  [999, 'http-status'],
]

/** What servers write where a number of seconds, or a date, belongs. */
const RETRY_AFTER: readonly (readonly [string, number, string, FailureKind])[] = [
  ['seconds', 429, '120', 'throttled'],
  ['date', 503, 'Fri, 31 Dec 2027 23:59:59 GMT', 'throttled'],
  ['past-date', 503, 'Sun, 01 Mar 2020 00:00:00 GMT', 'throttled'],
  ['zero', 429, '0', 'throttled'],
  ['negative', 429, '-30', 'throttled'],
  ['huge', 503, '99999999999999999999', 'throttled'],
  ['words', 429, 'later, perhaps', 'throttled'],
  ['odd-503', 503, 'soon', 'http-status'],
  ['fraction', 429, '1.5', 'throttled'],
  ['list', 429, '60, 120', 'throttled'],
  ['on-500', 500, '60', 'http-status'],
]

export const statusCases: readonly Case[] = [
  ...KINDS.map(([status, kind]): Case => ({
    name: `status-${status}`,
    serves: `${status}, whatever its body says`,
    on: sends({ status, body: [204, 205, 304].includes(status) ? '' : FEED }),
    comes: failed(kind),
  })),
  ...RETRY_AFTER.map(([name, status, value, kind]): Case => ({
    name: `retry-after-${name}`,
    serves: `${status} with Retry-After: ${value}`,
    on: sends({ status, headers: { 'retry-after': value } }),
    comes: failed(kind),
  })),
]
