import { decodeHTMLStrict } from 'entities'

const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{0,40}));/gi
const DOCTYPE = /^<!DOCTYPE(?:[^[\]<>"']|"[^"]*"|'[^']*')*(?:\[[\s\S]*?\]\s*)?>/i
/**
 * XML 1.0 allows none of these, and feeds contain them. Those from 0x80 on nobody writes: they were quotes and dashes
 * of Windows-1252, taken for Latin-1 on the way.
 */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]/g
/** A reference to anything but what XML needs itself. */
const UNCOMMON = /&(?!(?:lt|gt|quot|apos|amp);)[#a-z]/i
/** A sign that opens no tag: `a < b`, `<3`. */
const STRAY = /<(?![a-z_/!?:])/i
// What is never closed goes on to the end: looked for again from each beginning, it would take for ever.
const KEPT_OR_STRAY = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(?![a-z_/!?:])/gi

/**
 * The document without what no XML reader takes: blanks before it, controls, signs that open no tag. A DTD is dropped
 * unread, so none of its entities is ever expanded.
 */
export function cleanXml(text: string): string {
  const start = text.indexOf('<')
  const body = (start > 0 ? text.slice(start) : text).replace(CONTROLS, (mark) =>
    isWindows1252(mark.charCodeAt(0)) ? character(mark.charCodeAt(0)) : '',
  )
  const plain = withoutDoctype(body)
  return STRAY.test(plain) ? plain.replace(KEPT_OR_STRAY, (piece) => (piece === '<' ? '&lt;' : piece)) : plain
}

function withoutDoctype(text: string): string {
  const at = text.slice(0, 20_000).search(/<!DOCTYPE/i)
  const found = at < 0 ? null : DOCTYPE.exec(text.slice(at))
  return found === null ? text : text.slice(0, at) + text.slice(at + found[0].length)
}

/** References to characters by number, or by a name of XML or HTML, as the characters; any other stays as written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  if (!UNCOMMON.test(text)) return decodeCommon(text)
  return text.replace(
    REFERENCE,
    (reference: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return decodeHTMLStrict(reference)
      return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    },
  )
}

/** Markup that was escaped has nothing but these, by the hundred thousand: the ampersand last, as it was first. */
function decodeCommon(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** HTML reads 128 to 159 as Windows-1252, and so do the people who write them. */
export function character(code: number): string {
  if (isWindows1252(code)) return decodeHTMLStrict(`&#${code};`)
  return isAllowed(code) ? String.fromCodePoint(code) : '\ufffd'
}

function isWindows1252(code: number): boolean {
  return code >= 128 && code <= 159
}

function isAllowed(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
}

const CDATA = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g

/** What stands inside an element, as markup of its own: nothing quoted, and no prefix where it is XHTML. */
export function bareMarkup(inner: string, xhtmlPrefixes: readonly string[]): string {
  return xhtmlPrefixes.reduce(
    (text, prefix) => text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</'),
    inner.replace(CDATA, '$1'),
  )
}
