import { decodeHTMLStrict } from 'entities'

const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{0,40}));/gi
const DOCTYPE = /<!DOCTYPE(?:[^[\]<>"']|"[^"]*"|'[^']*')*(?:\[[\s\S]*?\]\s*)?>/i
// XML 1.0 allows none of these, and feeds contain them.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// Controls nobody writes: they were quotes and dashes of Windows-1252, taken for Latin-1 on the way.
const WINDOWS_1252 = /[\u0080-\u009f]/g
/** A sign that opens no tag: `a < b`, `<3`. */
const STRAY = /<(?![a-z_/!?:])/i
const KEPT_OR_STRAY = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(?![a-z_/!?:])/gi

/**
 * The document without what no XML reader takes: blanks before it, controls, signs that open no tag. A DTD is dropped
 * unread, so none of its entities is ever expanded.
 */
export function cleanXml(text: string): string {
  const start = text.indexOf('<')
  const body = (start > 0 ? text.slice(start) : text)
    .replace(CONTROLS, '')
    .replace(WINDOWS_1252, (mark) => decodeHTMLStrict(`&#${mark.charCodeAt(0)};`))
  const plain = body.slice(0, 100_000).includes('<!') ? body.replace(DOCTYPE, '') : body
  return STRAY.test(plain) ? plain.replace(KEPT_OR_STRAY, (piece) => (piece === '<' ? '&lt;' : piece)) : plain
}

/** References to characters by number, or by a name of XML or HTML, as the characters; any other stays as written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    REFERENCE,
    (reference: string, hex: string | undefined, decimal: string | undefined) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16))
      return decimal === undefined ? decodeHTMLStrict(reference) : character(Number(decimal))
    },
  )
}

/** HTML reads 128 to 159 as Windows-1252, and so do the people who write them. */
export function character(code: number): string {
  if (code >= 128 && code <= 159) return decodeHTMLStrict(`&#${code};`)
  return isAllowed(code) ? String.fromCodePoint(code) : '\ufffd'
}

function isAllowed(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
}

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g

/** What stands inside an element, as markup of its own: nothing quoted, and no prefix where it is XHTML. */
export function bareMarkup(inner: string, xhtmlPrefixes: readonly string[]): string {
  return xhtmlPrefixes.reduce(
    (text, prefix) => text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</'),
    inner.replace(CDATA, '$1'),
  )
}
