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

/** The address a link means, absolute, or null when it is none. */
export function resolveUrl(link: string | null | undefined, base: string | null): string | null {
  if (link === null || link === undefined || link.trim() === '') return null
  return parseUrl(link, base)?.href ?? null
}
