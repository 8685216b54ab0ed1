import { decodeHTML } from 'entities'
import { type SafeHtml, safeImage, safeLink } from './safe-html.ts'

/** Elements that stay as they are when they have no attribute that says anything. */
const PLAIN = new Set('p b strong i em u s del ins sub sup small mark code'.split(' '))
const VOID = new Set(['br', 'hr', 'img'])
/** A tag as nearly everybody writes it: in lower case, each value in double quotes, its references ampersands alone. */
const TAG =
  /<(?:\/([a-z][a-z0-9]*)>|([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*="[^"<>&]*(?:&amp;[^"<>&]*)*")*)\s*(\/?)>)/y
const ATTRIBUTE = /([a-z][a-z-]*)="([^"]*)"/g
/** Kept, or of a meaning that only the library weighs. */
const WEIGHTY = new Set(['dir', 'lang'])
/** What words are not written again letter by letter for. */
const UNUSUAL = /&(?!(?:amp|lt|gt);)|>/
/** A reference that is cut short: what it means depends on what follows. */
const OPEN_REFERENCE = /&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)/i
/** Deeper, and whoever wrote it is up to something. */
const NESTING = 50

/**
 * Markup of nothing but words, paragraphs, breaks, emphasis, links and images, all of it well-formed: safe HTML is
 * written anew from what was understood of it, as `sanitize-html` would write it, at a tenth of the cost. Null for
 * everything else, which that library reads.
 */
export function simpleMarkup(markup: string, baseUrl: string | null): SafeHtml | null {
  const open: string[] = []
  let html = ''
  let images = 0
  let at = 0
  for (let next = markup.indexOf('<'); next >= 0; next = markup.indexOf('<', at)) {
    const words = safeWords(markup.slice(at, next))
    TAG.lastIndex = next
    const tag = TAG.exec(markup)
    if (tag === null || words === null) return null
    const [whole, closes, opens = '', given = '', slash] = tag
    const written =
      closes === undefined ? opened(opens, given, slash === '/', open, baseUrl) : closed(closes, open)
    if (written === null) return null
    if (written.startsWith('<img')) images += 1
    html += words + written
    at = next + whole.length
  }
  const rest = safeWords(markup.slice(at))
  return open.length > 0 || rest === null ? null : { html: (html + rest).trim(), images }
}

function safeWords(words: string): string | null {
  if (!UNUSUAL.test(words)) return words
  return OPEN_REFERENCE.test(words) ? null : escaped(decodeHTML(words))
}

function closed(name: string, open: string[]): string | null {
  return open.pop() === name ? `</${name}>` : null
}

function opened(
  name: string,
  given: string,
  isClosed: boolean,
  open: string[],
  baseUrl: string | null,
): string | null {
  if (VOID.has(name)) return name === 'hr' && open.length > 0 ? null : voidElement(name, given, baseUrl)
  // A paragraph ends the one it stands in; the rest is not worth knowing here.
  if (isClosed || open.length >= NESTING || ((name === 'p' || name === 'a') && open.includes(name)))
    return null
  open.push(name)
  if (name === 'a') return withAttributes('a', given, (attributes) => safeLink(attributes, baseUrl), '>')
  return PLAIN.has(name) ? withAttributes(name, given, nothing, '>') : null
}

function voidElement(name: string, given: string, baseUrl: string | null): string | null {
  if (name !== 'img') return withAttributes(name, given, nothing, ' />')
  const written = withAttributes('img', given, (attributes) => safeImage(attributes, baseUrl), ' />')
  return written?.includes(' data-src="') === false ? '' : written
}

type Attributes = Readonly<Record<string, string>>

function nothing(): Attributes {
  return {}
}

function withAttributes(
  name: string,
  given: string,
  kept: (attributes: Attributes) => Attributes,
  end: string,
): string | null {
  if (given === '') return `<${name}${end}`
  const attributes: Record<string, string> = {}
  for (const [, key = '', value = ''] of given.matchAll(ATTRIBUTE)) {
    if (WEIGHTY.has(key) || key in attributes) return null
    attributes[key] = value.replaceAll('&amp;', '&')
  }
  let written = `<${name}`
  const safe = kept(attributes)
  for (const key in safe) {
    const value = safe[key] ?? ''
    if (key === 'href' && !/^https?:/.test(value)) return null
    if (value !== '') written += ` ${key}="${quoted(value)}"`
    else if (key === 'alt') written += ' alt=""'
  }
  return written + end
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function quoted(value: string): string {
  return /[&<>"]/.test(value) ? escaped(value).replace(/"/g, '&quot;') : value
}
