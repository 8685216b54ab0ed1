import { shell } from 'electron'

/** The address as it may be opened outside, or null for every scheme but http, https and mailto. */
export function openable(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/** Opens an address in the user's own browser or mail program. False when it is none that may be opened. */
export async function openOutside(text: string): Promise<boolean> {
  const url = openable(text)
  if (url === null) return false
  await shell.openExternal(url)
  return true
}
