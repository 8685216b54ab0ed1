import { bytes, FEED, http, OK_XML, send, sends } from './answers.ts'
import { type Case, failed, gathered } from './case.ts'

export const headerCases: readonly Case[] = [
  {
    name: 'cookies-set',
    serves: 'cookies on a redirect, and an error to whoever sends them back',
    on: http((asked) => {
      if (asked.request.headers.cookie !== undefined) send(asked, { status: 500 })
      else if (asked.path === '/feed')
        send(asked, { status: 302, headers: { location: '/new', 'set-cookie': ['id=1; Path=/', 'track=2'] } })
      else send(asked, { body: FEED })
    }),
    comes: gathered(1),
  },
  {
    name: 'cookie-of-100',
    serves: 'a hundred cookies',
    on: sends({
      headers: { 'set-cookie': Array.from({ length: 100 }, (_, n) => `c${n}=${'x'.repeat(100)}`) },
      body: FEED,
    }),
    comes: gathered(1),
  },
  {
    name: 'type-none',
    serves: 'no Content-Type',
    on: bytes((socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${FEED}`)),
    comes: gathered(1),
  },
  {
    name: 'type-html',
    serves: 'a feed that says it is a page',
    on: sends({ headers: { 'content-type': 'text/html' }, body: FEED }),
    comes: gathered(1),
  },
  {
    name: 'type-octets',
    serves: 'a feed that says it is a file',
    on: sends({
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="../../evil.exe"',
      },
      body: FEED,
    }),
    comes: gathered(1),
  },
  {
    name: 'type-nonsense',
    serves: 'a Content-Type of nonsense',
    on: sends({ headers: { 'content-type': ';;;=,"' }, body: FEED }),
    comes: gathered(1),
  },
  {
    name: 'etag-8-kb',
    serves: 'a validator of 8 kB',
    on: sends({ headers: { etag: `"${'e'.repeat(8000)}"` }, body: FEED }),
    comes: gathered(1),
  },
  {
    name: 'etag-odd',
    serves: 'a validator with letters no header may hold',
    on: bytes((socket) =>
      socket.end(
        Buffer.from(`${OK_XML}ETag: "caf\xe9 \u00ff"\r\nLast-Modified: \xff\xfe\r\n\r\n`, 'latin1').toString(
          'latin1',
        ) + FEED,
        'latin1',
      ),
    ),
    comes: gathered(1),
  },
  {
    name: 'headers-200',
    serves: 'two hundred headers',
    on: bytes((socket) =>
      socket.end(`${OK_XML}${Array.from({ length: 200 }, (_, n) => `X-${n}: y\r\n`).join('')}\r\n${FEED}`),
    ),
    comes: gathered(1),
  },
  {
    name: 'header-without-colon',
    serves: 'a header line that is none',
    on: bytes((socket) => socket.end(`${OK_XML}this is no header\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'header-with-nul',
    serves: 'a NUL in a header',
    on: bytes((socket) => socket.end(`${OK_XML}X-A: a\0b\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'http-0.9',
    serves: 'a body without any headers',
    on: bytes((socket) => socket.end(FEED)),
    comes: failed('unreachable'),
  },
  {
    name: 'http-1.0',
    serves: 'HTTP 1.0',
    on: bytes((socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${FEED}`)),
    comes: gathered(1),
  },
  {
    name: 'http-9.9',
    serves: 'HTTP of a version nobody knows',
    on: bytes((socket) => socket.end(`HTTP/9.9 200 OK\r\n\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'http-2-unasked',
    serves: 'HTTP/2 though nobody asked for it',
    on: bytes((socket) => socket.end('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')),
    comes: failed('unreachable'),
  },
  {
    name: 'upgrade-101',
    serves: '101 Switching Protocols',
    on: bytes((socket) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
    ),
    comes: failed('unreachable'),
  },
  {
    name: 'continue-unasked',
    serves: '100 Continue, which nobody asked for',
    on: bytes((socket) => socket.end(`HTTP/1.1 100 Continue\r\n\r\n${OK_XML}\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'keep-alive-for-ever',
    serves: 'a wish to keep the line for a week',
    on: sends({ headers: { connection: 'keep-alive', 'keep-alive': 'timeout=604800' }, body: FEED }),
    comes: gathered(1),
  },
  {
    name: 'refresh-header',
    serves: 'a Refresh header to a private address',
    on: http((asked) =>
      send(asked, {
        headers: {
          refresh: `0; url=${asked.canary.url('refresh')}`,
          link: `<${asked.canary.url('preload')}>; rel=preload`,
        },
        body: FEED,
      }),
    ),
    comes: gathered(1),
  },
  {
    name: 'transfer-gzip',
    serves: 'Transfer-Encoding: gzip, chunked',
    on: bytes((socket) =>
      socket.end(
        `${OK_XML}Transfer-Encoding: gzip, chunked\r\n\r\n${Buffer.byteLength(FEED).toString(16)}\r\n${FEED}\r\n0\r\n\r\n`,
      ),
    ),
    comes: gathered(1),
  },
]
