const LONGEST_SECONDS = 24 * 3600

/** `Retry-After` as seconds from now, a day at most; null when it is missing or makes no sense. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (text === '') return null
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text)), LONGEST_SECONDS)
  const at = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) return null
  return Math.min(Math.max(0, Math.ceil((at - now) / 1000)), LONGEST_SECONDS)
}
