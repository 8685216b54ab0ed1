import { decodeHTMLStrict } from 'entities'

/** XML knows these; every other name is HTML's or nobody's. */
const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])
const KEPT_OR_AMPERSAND =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{0,40}));|&/gi
const DOCTYPE = /<!DOCTYPE(?:[^[\]<>"']|"[^"]*"|'[^']*')*(?:\[[\s\S]*?\]\s*)?>/i
// XML 1.0 allows none of these, and feeds contain them.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// Controls nobody writes: they were quotes and dashes of Windows-1252, taken for Latin-1 on the way.
const WINDOWS_1252 = /[\u0080-\u009f]/g

/**
 * Makes well-formed what feeds get wrong every day: blanks before the XML, bare ampersands, HTML's entities. A DTD is
 * dropped unread, so none of its entities is ever expanded.
 */
export function repairXml(text: string): string {
  const start = text.indexOf('<')
  const body = (start > 0 ? text.slice(start) : text)
    .replace(CONTROLS, '')
    .replace(WINDOWS_1252, (mark) => character(mark.charCodeAt(0)))
  return quoteMarkup(repairReferences(body.replace(DOCTYPE, '')))
}

function repairReferences(text: string): string {
  return text.replace(
    KEPT_OR_AMPERSAND,
    (piece: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16))
      if (decimal !== undefined) return character(Number(decimal))
      if (name !== undefined) return namedCharacter(piece, name)
      return piece === '&' ? '&amp;' : piece
    },
  )
}

function character(code: number): string {
  // HTML reads 128 to 159 as Windows-1252, and so do the people who write them.
  if (code >= 128 && code <= 159) return decodeHTMLStrict(`&#${code};`)
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
  return allowed ? `&#${code};` : '\ufffd'
}

function namedCharacter(reference: string, name: string): string {
  if (XML_NAMES.has(name)) return reference
  const decoded = decodeHTMLStrict(reference)
  if (decoded === reference) return `&amp;${name};`
  return decoded.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const TEXT_ELEMENT =
  /<((?!media:|itunes:)(?:[\w.-]+:)?(?:title|summary|content|description|encoded|subtitle|tagline|body|copyright|rights))(\s(?:[^>"']|"[^"]*"|'[^']*')*)?(?<!\/)>([\s\S]*?)<\/\1\s*>/gi
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g

/** Markup that stands bare inside a text element is wrapped, so that the XML reader keeps its order and its faults. */
function quoteMarkup(text: string): string {
  const prefixes = [
    ...text.slice(0, 20_000).matchAll(/xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/g),
  ]
  const xhtml = prefixes.map(([, prefix = '']) => prefix)
  return text.replace(
    TEXT_ELEMENT,
    (whole: string, name: string, attributes: string | undefined, inner: string) => {
      if (!/<[a-z/]/i.test(inner.replace(CDATA, ''))) return whole
      const bare = inner.replace(CDATA, '$1')
      return `<${name}${attributes ?? ''}><![CDATA[${withoutPrefixes(bare, xhtml).replaceAll(']]>', ']]&gt;')}]]></${name}>`
    },
  )
}

function withoutPrefixes(markup: string, prefixes: readonly string[]): string {
  return prefixes.reduce(
    (text, prefix) => text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</'),
    markup,
  )
}

const TAG =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([a-z_][\w:.-]*)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/gi

/** How deep a document nests, and which of its elements were never closed, outermost first. */
export function scanTags(text: string): { readonly depth: number; readonly open: readonly string[] } {
  const open: string[] = []
  let depth = 0
  for (const [, close, name, empty] of text.matchAll(TAG)) {
    if (name === undefined || empty === '/') continue
    if (close === '/') {
      const at = open.lastIndexOf(name)
      if (at >= 0) open.length = at
    } else {
      open.push(name)
      depth = Math.max(depth, open.length)
    }
  }
  return { depth, open }
}

/** A document that was cut off, closed where it stopped. */
export function closeOpenTags(text: string): string {
  const lastClosed = text.lastIndexOf('>')
  const whole = lastClosed < text.lastIndexOf('<') ? text.slice(0, text.lastIndexOf('<')) : text
  return (
    whole +
    scanTags(whole)
      .open.map((name) => `</${name}>`)
      .reverse()
      .join('')
  )
}
