import type { GatheredItem } from '../format.ts'

/**
 * An author written as one line: `Lucía (@lucia_m)`, `@lucia_m`, `lucia@shop.example (Lucía)`, `/u/lucia_m`. An
 * e-mail address is left out where a name stands beside it.
 */
export function authorFrom(line: string | null, url: string | null = null): GatheredItem['author'] {
  const text = line?.replace(/\s+/g, ' ').trim() ?? ''
  if (text === '') return null
  const named = /^(.*?)\s*\((@[\w.-]+(?:@[\w.-]+)?)\)$/.exec(text)
  if (named)
    return { name: named[1] === '' ? (named[2] ?? text) : (named[1] ?? text), handle: named[2] ?? null, url }
  const mailed = /^\S+@\S+\.\S+\s+\((.+)\)$/.exec(text) ?? /^(.+?)\s*<\S+@\S+>$/.exec(text)
  if (mailed?.[1] !== undefined) return { name: mailed[1].trim(), handle: null, url }
  if (/^@[\w.-]+(?:@[\w.-]+)?$/.test(text)) return { name: text, handle: text, url }
  const reddit = /^\/?u\/([\w-]+)$/.exec(text)
  if (reddit?.[1] !== undefined) return { name: text, handle: reddit[1], url }
  return { name: text, handle: null, url }
}
