/** The address as it may be opened outside, or null for every scheme but http, https and mailto. */
export function openable(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}
