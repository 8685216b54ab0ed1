import { decodeHTMLStrict } from 'entities'
import { bareMarkup, character } from './xml-text.ts'

/** XML knows these; every other name is HTML's or nobody's. */
const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])
const KEPT_OR_AMPERSAND =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{0,40}));|&/gi

/** Makes well-formed what feeds get wrong every day: bare ampersands, HTML's entities, markup that is not quoted. */
export function repairXml(text: string): string {
  return quoteMarkup(repairReferences(text))
}

function repairReferences(text: string): string {
  return text.replace(
    KEPT_OR_AMPERSAND,
    (piece: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return escaped(character(Number.parseInt(hex, 16)))
      if (decimal !== undefined) return escaped(character(Number(decimal)))
      if (name !== undefined) return namedCharacter(piece, name)
      return piece === '&' ? '&amp;' : piece
    },
  )
}

function namedCharacter(reference: string, name: string): string {
  if (XML_NAMES.has(name)) return reference
  const decoded = decodeHTMLStrict(reference)
  return decoded === reference ? `&amp;${name};` : escaped(decoded)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const TEXT_ELEMENT =
  /<((?!media:|itunes:)(?:[\w.-]+:)?(?:title|summary|content|description|encoded|subtitle|tagline|body|copyright|rights))(\s(?:[^>"']|"[^"]*"|'[^']*')*)?(?<!\/)>([\s\S]*?)<\/\1\s*>/gi
const CDATA = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g

/** Markup that stands bare inside a text element is wrapped, so that the XML reader keeps its order and its faults. */
function quoteMarkup(text: string): string {
  const prefixes = [...text.matchAll(/xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/g)]
  const xhtml = prefixes.map(([, prefix = '']) => prefix)
  return text.replace(
    TEXT_ELEMENT,
    (whole: string, name: string, attributes: string | undefined, inner: string) => {
      if (!/<[a-z/]/i.test(inner.replace(CDATA, ''))) return whole
      const bare = bareMarkup(inner, xhtml).replaceAll(']]>', ']]&gt;')
      return `<${name}${attributes ?? ''}><![CDATA[${bare}]]></${name}>`
    },
  )
}

const TAG =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([a-z_][\w:.-]*)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/gi

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
