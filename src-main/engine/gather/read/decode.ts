import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { sniffCharset } from './sniff.ts'

/** Names the web uses for a charset that is really a wider one (https://encoding.spec.whatwg.org/#names-and-labels). */
const WIDER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  ansi: 'windows-1252',
  646: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'ks_c_5601-1987': 'euc-kr',
  'euc-cn': 'gb18030',
  eucgb2312_cn: 'gb18030',
  'x-sjis': 'shift_jis',
  ujis: 'euc-jp',
  uhc: 'cp949',
  utf8: 'utf-8',
  utf_8: 'utf-8',
  u8: 'utf-8',
  u16: 'utf-16',
  'ucs-2': 'utf-16',
  'iso-10646-ucs-2': 'utf-16',
  csunicode: 'utf-16',
  'ucs-4': 'utf-32',
  'iso-10646-ucs-4': 'utf-32',
  csucs4: 'utf-32',
}

/**
 * Bytes to text: a byte order mark, else the charset of the HTTP header, else what the document declares, else what
 * its bytes look like, else UTF-8. A declaration that the bytes contradict is not believed.
 */
export function decode(body: Uint8Array, contentType: string | null): string {
  const marked = markedCharset(body)
  if (marked !== null) return stripMark(decodeAs(body, marked))
  const isValid = isUtf8(body)
  for (const charset of [charsetIn(contentType), declaredCharset(body)]) {
    const name = charset === null ? null : nameOf(charset)
    if (name === null) continue
    // Valid UTF-8 with letters beyond ASCII does not happen by chance.
    if (isValid && !isWide(name) && !isAscii(body)) return decodeAs(body, 'utf-8')
    if (name === 'utf-8' && !isValid) {
      if (isMostlyUtf8(body)) return decodeAs(body, 'utf-8')
      continue
    }
    if (isWide(name) && !looksWide(body)) continue
    return decodeAs(body, name)
  }
  if (isValid || isMostlyUtf8(body)) return decodeAs(body, 'utf-8')
  const sniffed = nameOf(sniffCharset(body.subarray(0, 65_536)) ?? '')
  return decodeAs(body, sniffed === null || sniffed.startsWith('utf-8') ? 'windows-1252' : sniffed)
}

/** The charset an HTTP header names. */
export function charsetIn(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1] ?? null
}

function markedCharset(body: Uint8Array): string | null {
  const [a, b, c, d] = body
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // No mark, but a first sign, `<`, `{`, `[` or a blank, that only UTF-16 or UTF-32 writes so.
  if (isFirst(a) && b === 0 && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0 && isFirst(d)) return 'utf-32be'
  if (isFirst(a) && b === 0 && d === 0) return 'utf-16le'
  if (a === 0 && isFirst(b) && c === 0) return 'utf-16be'
  return null
}

const FIRST = new Set(Array.from('<{[ \t\r\n', (sign) => sign.charCodeAt(0)))

function isFirst(byte: number | undefined): boolean {
  return byte !== undefined && FIRST.has(byte)
}

/** What an XML declaration or a `meta` element says, read from the first bytes as ASCII. */
function declaredCharset(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, 4096)).toString('latin1')
  const xml = /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)
  return xml?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? null
}

function nameOf(charset: string): string | null {
  const lower = charset.trim().toLowerCase()
  const name = WIDER[lower] ?? lower
  if (name === '' || NO_CHARSET.test(name)) return null
  return iconv.encodingExists(name) || isKnownToTheWeb(name) ? name : null
}

/** What iconv-lite knows beside charsets. */
const NO_CHARSET = /^(?:base64|hex|binary)$/

/** A few charsets that iconv-lite does not know, ISO-2022-JP the one that is met. */
function isKnownToTheWeb(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== ''
  } catch {
    return false
  }
}

function decodeAs(body: Uint8Array, charset: string): string {
  return charset === 'utf-8' || !iconv.encodingExists(charset)
    ? new TextDecoder(charset).decode(body)
    : iconv.decode(Buffer.from(body.buffer, body.byteOffset, body.byteLength), charset)
}

function stripMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** A few broken letters among many whole ones are torn UTF-8; another charset would break nearly all of them. */
function isMostlyUtf8(body: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(body.subarray(0, 262_144))
  let whole = 0
  let broken = 0
  for (const letter of text) {
    if (letter === '\ufffd') broken += 1
    else if (letter > '\u007f') whole += 1
  }
  return whole > broken * 4
}

function isWide(charset: string): boolean {
  return /^(?:utf-?16|utf-?32|ucs)/.test(charset)
}

function looksWide(body: Uint8Array): boolean {
  return body.subarray(0, 200).includes(0)
}
