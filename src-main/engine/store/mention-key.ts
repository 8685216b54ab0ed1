import type { Database } from 'better-sqlite3'
import { prepared } from './prepared.ts'

/** A mention's row number carries its time: seconds x 2^21 + serial, a safe integer until the year 2106. */
export const SERIALS = 2_097_152
const YEAR_1995_MS = Date.UTC(1995, 0, 1)

/**
 * The time a mention is listed under, in ms: its publication; first seen where that is missing, before 1995 or in
 * the future.
 */
export function keyTime(publishedAt: number | null, seenAt: number): number {
  return publishedAt === null || publishedAt < YEAR_1995_MS || publishedAt > seenAt ? seenAt : publishedAt
}

/** A free row number for a mention of this time. */
export function newMentionRow(db: Database, timeMs: number): number {
  const first = Math.floor(timeMs / 1000) * SERIALS
  const last = prepared<[number, number], { id: number | null }>(
    db,
    'SELECT max(id) AS id FROM mention WHERE id >= ? AND id < ?',
  ).get(first, first + SERIALS)
  return (last?.id ?? first - 1) + 1
}

/** The first row number of an instant (ms): every earlier mention has a smaller one. */
export function rowAt(timeMs: number): number {
  return Math.floor(timeMs / 1000) * SERIALS
}

/** The instant a row number carries, in ms, to the second. */
export function timeOfRow(row: number): number {
  return Math.floor(row / SERIALS) * 1000
}
