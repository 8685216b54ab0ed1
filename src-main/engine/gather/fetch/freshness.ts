type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Many servers say a day of everything they keep in files; NetNewsWire, too, believes a feed no longer than this. */
export const LONGEST_SECONDS = 5 * 3600

/**
 * For how long an answer says it stays as it is, in seconds, five hours at most: `Cache-Control: max-age`, else
 * `Expires`. RFC 9111 sections 5.2.2.1 and 5.3. Null when it does not say.
 */
export function freshSeconds(headers: Headers, now: number): number | null {
  const said = maxAge(headers) ?? untilExpiry(headers, now)
  return said === null ? null : Math.min(Math.max(0, said), LONGEST_SECONDS)
}

function maxAge(headers: Headers): number | null {
  const control = text(headers['cache-control']).toLowerCase()
  if (/(?:^|[\s,])no-(?:cache|store)(?:[\s,=]|$)/.test(control)) return 0
  const found = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1]
  return found === undefined ? null : Number(found)
}

/** Against the server's own clock where it tells it. */
function untilExpiry(headers: Headers, now: number): number | null {
  const expires = text(headers['expires'])
  if (expires === '') return null
  const at = Date.parse(expires)
  const told = Date.parse(text(headers['date']))
  // RFC 9111: an Expires that is no date, `0` above all, is in the past.
  return Number.isNaN(at) ? 0 : Math.ceil((at - (Number.isNaN(told) ? now : told)) / 1000)
}

function text(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header.join(', ') : (header ?? '')).trim()
}
