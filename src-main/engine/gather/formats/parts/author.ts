import type { GatheredItem } from '../format.ts'

const MAIL = String.raw`[^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@]+`
/** `lucia@shop.example (Lucía)`, `Lucía (lucia@shop.example)`, `Lucía <lucia@shop.example>` */
const NAME_BESIDE_MAIL = [
  new RegExp(`^${MAIL}\\s*\\((.+)\\)$`),
  new RegExp(`^(.+?)\\s*\\(${MAIL}\\)$`),
  new RegExp(`^(.+?)(?:\\s*<${MAIL}>|\\s${MAIL})$`),
]
const MAIL_ALONE = new RegExp(`^${MAIL}$`)
/** No name is longer, and patterns take their time over long lines. */
const MAX_LINE = 300

/**
 * An author written as one line: `Lucía (@lucia_m)`, `@lucia_m`, `lucia@shop.example (Lucía)`, `/u/lucia_m`. An
 * e-mail address is left out where a name stands beside it.
 */
export function authorFrom(line: string | null, url: string | null = null): GatheredItem['author'] {
  const text = line?.slice(0, MAX_LINE).replace(/\s+/g, ' ').trim() ?? ''
  if (text === '') return null
  const named = /^(.*?)\s*\((@[\w.-]+(?:@[\w.-]+)?)\)$/.exec(text)
  if (named)
    return { name: named[1] === '' ? (named[2] ?? text) : (named[1] ?? text), handle: named[2] ?? null, url }
  const mailed = NAME_BESIDE_MAIL.map((pattern) => pattern.exec(text)).find((found) => found !== null)?.[1]
  if (mailed !== undefined) return { name: mailed.trim(), handle: null, url }
  if (/^@[\w.-]+(?:@[\w.-]+)?$/.test(text)) return { name: text, handle: text, url }
  const reddit = /^\/?u\/([\w-]+)$/.exec(text)
  if (reddit?.[1] !== undefined) return { name: text, handle: reddit[1], url }
  return { name: text, handle: null, url }
}

/** The first line with a name in it; an e-mail address alone only where there is no name at all. */
export function authorAmong(lines: readonly string[]): GatheredItem['author'] {
  return authorFrom(lines.find((line) => !MAIL_ALONE.test(line.slice(0, MAX_LINE))) ?? lines[0] ?? null)
}
