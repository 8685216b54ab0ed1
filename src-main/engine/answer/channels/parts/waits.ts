import type { NetAnswered } from '../channel.ts'

const LONGEST_MS = 24 * 3_600_000

/** Until when the place wants to be left alone, UTC ms, a day at most; null where it does not say. */
export function waitOf({ headers, at }: Pick<NetAnswered, 'headers' | 'at'>): number | null {
  const after = headers['retry-after']
  const until = (after === undefined ? null : retryAfter(after, at)) ?? resetOf(headers)
  return until === null ? null : Math.min(Math.max(until, at), at + LONGEST_MS)
}

/** Until when nothing may be asked after this answer: it says to wait, or that nothing is left. */
export function restOf(answer: Pick<NetAnswered, 'headers' | 'at' | 'status'>): number | null {
  if (answer.status === 429 || answer.status === 503) return waitOf(answer)
  const left = answer.headers['x-ratelimit-remaining'] ?? answer.headers['ratelimit-remaining']
  return left !== undefined && Number(left) <= 0 ? waitOf(answer) : null
}

function retryAfter(text: string, at: number): number | null {
  const wait = text.trim()
  if (/^\d+(?:\.\d+)?$/.test(wait)) return at + Math.ceil(Number(wait) * 1000)
  const time = Date.parse(wait)
  return Number.isNaN(time) ? null : time
}

/** Mastodon writes a time, Bluesky seconds since 1970. */
function resetOf(headers: Readonly<Record<string, string>>): number | null {
  const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset']
  if (reset === undefined) return null
  const time = /^\d+$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset)
  return Number.isNaN(time) ? null : time
}
