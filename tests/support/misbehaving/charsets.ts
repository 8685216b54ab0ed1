import iconv from 'iconv-lite'
import { sends } from './answers.ts'
import { type Case, failed, gathered } from './case.ts'

const text = (declared: string) =>
  `<?xml version="1.0"${declared === '' ? '' : ` encoding="${declared}"`}?><rss version="2.0"><channel><title>Reseñas</title><item><guid isPermaLink="false">1</guid><title>Café frío</title><description>Llegó frío, ¡qué pena! Niño, corazón, mañana.</description></item></channel></rss>`
const said = (charset: string | null, body: Uint8Array) =>
  sends({ headers: { 'content-type': `text/xml${charset === null ? '' : `; charset=${charset}`}` }, body })
const utf16 = (order: 'utf-16le' | 'utf-16be', mark: 'marked' | 'bare', declared = 'utf-16') =>
  iconv.encode(text(declared), order, { addBOM: mark === 'marked' })

/** Whatever the bytes are, the words come out: the test looks for “Café frío”. */
export const charsetCases: readonly Case[] = [
  {
    name: 'charset-latin1-says-utf8',
    serves: 'Latin-1 that says it is UTF-8',
    on: said('utf-8', iconv.encode(text('utf-8'), 'latin1')),
    comes: gathered(1),
  },
  {
    name: 'charset-utf8-says-latin1',
    serves: 'UTF-8 that says it is Latin-1',
    on: said('iso-8859-1', Buffer.from(text('iso-8859-1'))),
    comes: gathered(1),
  },
  {
    name: 'charset-none-latin1',
    serves: 'Latin-1 that says nothing',
    on: said(null, iconv.encode(text(''), 'latin1')),
    comes: gathered(1),
  },
  {
    name: 'charset-none-utf8',
    serves: 'UTF-8 that says nothing',
    on: said(null, Buffer.from(text(''))),
    comes: gathered(1),
  },
  {
    name: 'charset-declared-1252',
    serves: 'Windows-1252, said in the XML only',
    on: said(null, iconv.encode(text('windows-1252'), 'windows-1252')),
    comes: gathered(1),
  },
  {
    name: 'charset-header-wins',
    serves: 'Windows-1252 in the header, UTF-8 in the XML',
    on: said('windows-1252', iconv.encode(text('utf-8'), 'windows-1252')),
    comes: gathered(1),
  },
  {
    name: 'charset-utf16le-marked',
    serves: 'UTF-16 with a mark',
    on: said(null, utf16('utf-16le', 'marked')),
    comes: gathered(1),
  },
  {
    name: 'charset-utf16be-marked',
    serves: 'UTF-16, the other way, with a mark',
    on: said(null, utf16('utf-16be', 'marked')),
    comes: gathered(1),
  },
  {
    name: 'charset-utf16le-bare',
    serves: 'UTF-16 without a mark',
    on: said('utf-16', utf16('utf-16le', 'bare')),
    comes: gathered(1),
  },
  {
    name: 'charset-utf16be-bare',
    serves: 'UTF-16, the other way, without a mark',
    on: said(null, utf16('utf-16be', 'bare')),
    comes: gathered(1),
  },
  {
    name: 'charset-says-utf16-is-utf8',
    serves: 'UTF-8 that says it is UTF-16',
    on: said('utf-16', Buffer.from(text('utf-16'))),
    comes: gathered(1),
  },
  {
    name: 'charset-unknown',
    serves: 'UTF-8 with a made-up name',
    on: said('klingon-8', Buffer.from(text('klingon-8'))),
    comes: gathered(1),
  },
  {
    name: 'charset-quoted',
    serves: 'a name in odd quotes',
    on: said('"\'utf-8\'"', Buffer.from(text('utf-8'))),
    comes: gathered(1),
  },
  {
    name: 'charset-invalid-bytes',
    serves: 'UTF-8 with broken bytes in a text',
    on: said('utf-8', withBrokenBytes()),
    comes: gathered(1),
  },
  {
    name: 'charset-utf8-bom-twice',
    serves: 'two byte order marks',
    on: said('utf-8', Buffer.from(`\ufeff\ufeff${text('utf-8')}`)),
    comes: gathered(1),
  },
  {
    name: 'charset-utf7',
    serves: 'UTF-7, once a way to smuggle scripts',
    on: said('utf-7', iconv.encode(text('utf-7'), 'utf-7')),
    comes: gathered(1),
  },
  {
    name: 'charset-nul-bytes',
    serves: 'NULs inside the words of a text',
    on: said('utf-8', Buffer.from(text('utf-8').replaceAll('z', 'z\0'))),
    comes: gathered(1),
  },
  {
    name: 'charset-ebcdic',
    serves: 'EBCDIC, of mainframes',
    on: said('ibm037', ebcdic()),
    comes: failed('not-a-feed'),
  },
  {
    name: 'charset-random-bytes',
    serves: 'bytes that mean nothing',
    on: said('utf-8', noise()),
    comes: failed('not-a-feed'),
  },
]

function withBrokenBytes(): Buffer {
  const [before = '', after = ''] = text('utf-8').split('¡qué')
  return Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    Buffer.from(after),
  ])
}

/** “<?xml” as a mainframe writes it, and what follows as it comes. */
function ebcdic(): Buffer {
  return Buffer.from(Array.from(text('ibm037'), (letter) => (letter.charCodeAt(0) * 7 + 0x4c) % 256))
}

function noise(): Buffer {
  return Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + 104_729) % 251))
}
