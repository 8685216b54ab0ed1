/** The address a text is, or null. (`URL.parse` came with Node 22; Electron 33 brings 20.) */
export function parseUrl(text: string, base?: string | null): URL | null {
  const trimmed = text.trim()
  return (base === undefined || base === null ? null : tryUrl(trimmed, base)) ?? tryUrl(trimmed)
}

/** Most are addresses: asking first whether they are would parse them twice. */
function tryUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/**
 * An absolute web address written as the URL standard would write it: a lower-case name of a host, a path without dot
 * segments, nothing that has to be encoded. Taking it apart and writing it again costs more than reading a mention's words.
 */
const AS_IT_STANDS =
  /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}(?:\/(?!\.{1,2}(?:[/?#]|$))(?:[\w~!$()*+,;=:@.-]|%(?!2[eE]))*)+(?:\?[\w~!$&()*+,;=:@/?.%-]*)?(?:#[\w~!$&()*+,;=:@/?.%-]*)?$/

/** Whether an address stands as `new URL(address).href` would write it; false says nothing. */
export function isAsItStands(address: string): boolean {
  return AS_IT_STANDS.test(address)
}

/** The address a link means, absolute, or null when it is none. */
export function resolveUrl(link: string | null | undefined, base: string | null): string | null {
  const written = link?.trim() ?? ''
  if (written === '') return null
  return isAsItStands(written) ? written : (parseUrl(written, base)?.href ?? null)
}
