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

/** How deep a document nests. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [, close, name, empty] of text.matchAll(TAG)) {
    if (name === undefined || empty === '/') continue
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

interface OpenTag {
  readonly name: string
  /** Where its `>` is. */
  readonly end: number
}

/**
 * Closes what was never closed: an element inside another that ends first is taken for empty, a closing tag without
 * an opening one is left out, and a document that was cut off ends where it stopped.
 */
export function balanceTags(text: string): string {
  const whole = withoutTornTag(text)
  const open: OpenTag[] = []
  const edits: { readonly from: number; readonly to: number; readonly put: string }[] = []
  for (const tag of whole.matchAll(TAG)) {
    const [written, close, name, empty] = tag
    if (name === undefined || empty === '/') continue
    if (close !== '/') {
      open.push({ name, end: tag.index + written.length - 1 })
      continue
    }
    const at = open.findLastIndex((one) => one.name === name)
    if (at < 0) edits.push({ from: tag.index, to: tag.index + written.length, put: '' })
    else for (const { end } of open.splice(at).slice(1)) edits.push({ from: end, to: end, put: '/' })
  }
  const rest = open.map(({ name }) => `</${name}>`).reverse()
  return applyEdits(whole, edits) + rest.join('')
}

function withoutTornTag(text: string): string {
  const lastOpened = text.lastIndexOf('<')
  return text.lastIndexOf('>') < lastOpened ? text.slice(0, lastOpened) : text
}

function applyEdits(
  text: string,
  edits: { readonly from: number; readonly to: number; readonly put: string }[],
): string {
  const parts: string[] = []
  let done = 0
  for (const { from, to, put } of edits.sort((a, b) => a.from - b.from)) {
    parts.push(text.slice(done, from), put)
    done = to
  }
  return parts.join('') + text.slice(done)
}
