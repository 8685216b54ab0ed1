import { gzipSync } from 'node:zlib'
import { rssFeed } from '../feed-server.ts'
import { bytes, endlessly, FEED, feedOf, http, OK_XML, PLAIN, sends } from './answers.ts'
import { type Case, failed, gathered, type Listening, stopped } from './case.ts'

const HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>'
const FOOT = '</channel></rss>'
const MEBIBYTE = 1_048_576

/** A beginning, so many pieces, and an end; nobody keeps the whole in memory. */
const pieces = (start: string, piece: string, count: number, end: string) =>
  http(({ response }) => {
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.write(start)
    let left = count
    const more = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1
        if (!response.write(piece)) {
          response.once('drain', more)
          return
        }
      }
      response.end(end)
    }
    more()
  })

const forEver = (start: string, piece: string) =>
  http(({ response }) => {
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.write(start)
    endlessly(response, Buffer.from(piece))
  })

/** Packed, so that as much arrives as fits into the limit of what comes out. */
const packed = (text: string) => sends({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(text) })

export const sizeCases: readonly Case[] = [
  {
    name: 'title-50mb',
    serves: 'one title of 50 MB',
    on: pieces(`${HEAD}<item><guid>1</guid><title>`, 'Aurora '.repeat(10_000), 750, `</title></item>${FOOT}`),
    comes: stopped('too-large'),
  },
  {
    name: 'title-10mb',
    serves: 'one title of 10 MB',
    on: packed(`${HEAD}<item><guid>1</guid><title>${'Aurora '.repeat(1_500_000)}</title></item>${FOOT}`),
    comes: gathered(1),
  },
  {
    name: 'items-1m',
    serves: 'a million items',
    on: packed(`${HEAD}${'<item/>'.repeat(1_000_000)}${FOOT}`),
    comes: gathered(1),
  },
  {
    name: 'items-1m-with-titles',
    serves: 'a million items with titles',
    on: pieces(HEAD, '<item><title>x</title></item>'.repeat(1000), 1000, FOOT),
    comes: stopped('too-large'),
  },
  {
    name: 'items-5000-long',
    serves: 'as many items as are read, each half a page long',
    on: packed(feedOf(5000).replaceAll('Lo que se dijo', 'Lo que se dijo ayer en la tienda. '.repeat(20))),
    comes: gathered(5000),
    slow: true,
  },
  {
    name: 'items-6000',
    serves: 'a thousand items more than are read at once',
    on: sends({ body: feedOf(6000) }),
    comes: gathered(5000),
    slow: true,
  },
  {
    name: 'endless-body',
    serves: 'letters for ever',
    on: forEver(`${HEAD}<item><title>`, 'x'.repeat(65_536)),
    comes: stopped('too-large'),
  },
  {
    name: 'endless-items',
    serves: 'items for ever',
    on: forEver(
      HEAD,
      feedOf(20)
        .replace(/^.*?(?=<item>)/s, '')
        .replace(FOOT, ''),
    ),
    comes: stopped('too-large'),
  },
  {
    name: 'endless-blanks',
    serves: 'blanks for ever',
    on: forEver('', ' '.repeat(65_536)),
    comes: stopped('too-large'),
  },
  {
    name: 'endless-tiny-chunks',
    serves: 'one byte a chunk, for ever',
    on: tinyChunks(),
    comes: stopped('too-large'),
    slow: true,
  },
  {
    name: 'endless-chunk-extension',
    serves: 'a chunk whose label never ends',
    on: bytes((socket) => {
      socket.write(`${OK_XML}Transfer-Encoding: chunked\r\n\r\n5;x=`)
      endlessly(socket, Buffer.alloc(65_536, 0x61))
    }),
    comes: stopped('too-large'),
  },
  {
    name: 'endless-headers',
    serves: 'header lines for ever',
    on: bytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      endlessly(socket, Buffer.from('X-More: yes\r\n'.repeat(1000)))
    }),
    comes: failed('unreachable'),
  },
  {
    name: 'endless-header',
    serves: 'one header line for ever',
    on: bytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Long: ')
      endlessly(socket, Buffer.alloc(65_536, 0x61))
    }),
    comes: failed('unreachable'),
  },
  {
    name: 'endless-status-line',
    serves: 'a status line for ever',
    on: bytes((socket) => {
      socket.write('HTTP/1.1 200 ')
      endlessly(socket, Buffer.alloc(65_536, 0x61))
    }),
    comes: stopped('too-large'),
  },
  {
    name: 'endless-trailers',
    serves: 'a whole feed, and then trailers for ever',
    on: bytes((socket) => {
      socket.write(
        `${OK_XML}Transfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(FEED).toString(16)}\r\n${FEED}\r\n0\r\n`,
      )
      endlessly(socket, Buffer.from('X-More: yes\r\n'.repeat(1000)))
    }),
    comes: failed('unreachable'),
  },
  {
    name: 'header-100-kb',
    serves: 'one header of 100 kB',
    on: bytes((socket) => socket.end(`${OK_XML}X-Long: ${'a'.repeat(100_000)}\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  { name: 'empty-body', serves: 'nothing', on: sends({ body: '' }), comes: failed('not-a-feed') },
  {
    name: 'blanks-only',
    serves: 'a megabyte of blanks',
    on: sends({ body: ' '.repeat(MEBIBYTE) }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'feed-without-items',
    serves: 'a feed in which nobody has spoken yet',
    on: sends({ body: rssFeed([]) }),
    comes: gathered(0),
  },
  {
    name: 'attributes-100k',
    serves: 'an element with 100,000 attributes',
    on: sends({ body: `${HEAD}<item ${attributes(100_000)}><guid>1</guid><title>T</title></item>${FOOT}` }),
    comes: gathered(1),
    slow: true,
  },
  {
    name: 'elements-240k',
    serves: 'as many elements as may just be',
    on: packed(`${HEAD}<item><guid>1</guid><title>T</title>${'<x/>'.repeat(240_000)}</item>${FOOT}`),
    comes: gathered(1),
    slow: true,
  },
  {
    name: 'names-20k',
    serves: 'twenty thousand different element names',
    on: sends({
      body: `${HEAD}<item><guid>1</guid><title>T</title>${Array.from({ length: 20_000 }, (_, n) => `<n${n}>x</n${n}>`).join('')}</item>${FOOT}`,
    }),
    comes: gathered(1),
    slow: true,
  },
  {
    name: 'markup-of-tags',
    serves: 'a text of 20,000 tags',
    on: packed(rssFeed([{ ...PLAIN, text: '<b><i>'.repeat(10_000) }])),
    comes: gathered(1),
  },
  {
    name: 'text-2mb',
    serves: 'a text of 2 MB',
    on: sends({ body: rssFeed([{ ...PLAIN, text: 'Una queja muy larga. '.repeat(100_000) }]) }),
    comes: gathered(1),
  },
  {
    name: 'ampersands-15mb',
    serves: 'fifteen million bare ampersands',
    on: packed(`${HEAD}<item><guid>1</guid><title>${'&'.repeat(15_000_000)}</title></item>${FOOT}`),
    comes: gathered(1),
    slow: true,
  },
  {
    name: 'left-angles-15mb',
    serves: 'fifteen million opening brackets',
    on: packed(`${HEAD}${'<'.repeat(15_000_000)}${FOOT}`),
    comes: stopped('broken-document'),
  },
  {
    name: 'json-deep',
    serves: 'JSON that nests 100,000 deep',
    on: sends({
      headers: { 'content-type': 'application/feed+json' },
      body: `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    }),
    comes: gathered(0),
  },
  {
    name: 'json-items-1m',
    serves: 'a JSON Feed of a million items',
    on: packed(`{"version":"https://jsonfeed.org/version/1.1","items":[${'{},'.repeat(1_000_000)}{}]}`),
    comes: stopped('broken-document'),
  },
  {
    name: 'json-torn',
    serves: 'half a JSON Feed',
    on: sends({
      headers: { 'content-type': 'application/feed+json' },
      body: '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"',
    }),
    comes: failed('broken-document'),
  },
  {
    name: 'xml-torn',
    serves: 'a feed cut off after its second item',
    on: sends({ body: feedOf(3).slice(0, feedOf(3).lastIndexOf('<item>')) }),
    comes: gathered(2),
  },
]

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}="x"`).join(' ')
}

/** As wasteful as HTTP allows: six bytes on the line for one of the body. */
function tinyChunks(): Listening {
  const piece = Buffer.from('1\r\nx\r\n'.repeat(10_000))
  return bytes((socket) => {
    socket.write(`${OK_XML}Transfer-Encoding: chunked\r\n\r\n`)
    endlessly(socket, piece)
  })
}
