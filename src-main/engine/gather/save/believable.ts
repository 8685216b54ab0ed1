import type { ReadMention } from '../gatherer-protocol.ts'

const DAY_MS = 86_400_000
const YEAR_1995_MS = Date.UTC(1995, 0, 1)

/** The item with the time of its update, where that is one. */
export function withBelievableUpdate(item: ReadMention, now: number): ReadMention {
  const updatedAt = believable(item.updatedAt, now)
  return updatedAt === item.updatedAt ? item : { ...item, updatedAt }
}

/** A date the place may mean: a clock that runs ahead a little is no lie. */
export function believable(publishedAt: number | null, now: number): number | null {
  return publishedAt !== null && publishedAt >= YEAR_1995_MS && publishedAt <= now + DAY_MS
    ? publishedAt
    : null
}
