import { bytes, every, FEED, http, OK_XML, send } from './answers.ts'
import { type Case, failed, gathered, type Listening, stopped } from './case.ts'

/** Connected, and then nothing is ever read or sent. */
const mute: Listening = { kind: 'tcp', connected: (socket) => void socket.pause() }
const resets: Listening = { kind: 'tcp', connected: (socket) => void socket.resetAndDestroy() }

export const timeCases: readonly Case[] = [
  {
    name: 'never-answers',
    serves: 'a connection that is taken and never answered',
    on: mute,
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'no-byte',
    serves: 'a request that is read and never answered',
    on: bytes(() => undefined),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'a-byte-a-second',
    serves: 'a feed at one byte a second',
    on: bytes((socket) => {
      socket.write(`${OK_XML}\r\n`)
      slowly(socket, FEED, 1000)
    }),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'headers-a-byte-a-second',
    serves: 'headers at one byte a second',
    on: bytes((socket) => slowly(socket, `${OK_XML}\r\n${FEED}`, 1000)),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'first-byte-at-5-s',
    serves: 'a feed after five seconds of silence',
    on: http((asked) => void setTimeout(() => send(asked, { body: FEED }), 5000)),
    comes: gathered(1),
    slow: true,
  },
  {
    name: 'headers-then-silence',
    serves: 'headers, and never a body',
    on: http(({ response }) => response.writeHead(200, { 'content-type': 'application/xml' }).flushHeaders()),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'half-then-silence',
    serves: 'half a feed, and then silence',
    on: http(
      ({ response }) =>
        void response.writeHead(200, { 'content-length': Buffer.byteLength(FEED) }).write(FEED.slice(0, 200)),
    ),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'informational-endless',
    serves: '103 Early Hints once a second, and never an answer',
    on: bytes((socket) =>
      every(socket, 1000, () => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n')),
    ),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'redirects-slowly',
    serves: 'a new redirect every eight seconds',
    on: http(
      (asked) =>
        void setTimeout(() => send(asked, { status: 302, headers: { location: `${asked.path}a` } }), 8000),
    ),
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'tls-never-shakes-hands',
    serves: 'a secure address whose handshake never ends',
    on: mute,
    at: ({ host, port }) => `https://${host}:${port}/feed`,
    comes: stopped('timeout'),
    slow: true,
  },
  {
    name: 'cut-in-the-middle',
    serves: 'half a feed, and the line is cut',
    on: http(
      ({ response }) =>
        void response
          .writeHead(200, { 'content-length': Buffer.byteLength(FEED) })
          .write(FEED.slice(0, 200), () => response.destroy()),
    ),
    comes: failed('unreachable'),
  },
  {
    name: 'cut-in-a-chunk',
    serves: 'a chunk that is cut in the middle',
    on: bytes((socket) => socket.end(`${OK_XML}Transfer-Encoding: chunked\r\n\r\nffff\r\n${FEED}`)),
    comes: failed('unreachable'),
  },
  {
    name: 'reset-at-once',
    serves: 'a line that is reset as soon as it stands',
    on: resets,
    comes: failed('unreachable'),
  },
  {
    name: 'reset-after-request',
    serves: 'a line that is reset when the request has come',
    on: bytes((socket) => void socket.resetAndDestroy()),
    comes: failed('unreachable'),
  },
  {
    name: 'reset-in-the-middle',
    serves: 'a line that is reset in the middle of the body',
    on: bytes((socket) =>
      socket.write(`${OK_XML}Content-Length: 9999\r\n\r\n${FEED}`, () =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
    ),
    comes: failed('unreachable'),
  },
  {
    name: 'closed-without-a-word',
    serves: 'a line that is closed politely before any answer',
    on: bytes((socket) => socket.end()),
    comes: failed('unreachable'),
  },
  {
    name: 'half-closed',
    serves: 'a feed by a server that closes its half at once',
    on: bytes((socket) => socket.end(`${OK_XML}Connection: close\r\n\r\n${FEED}`)),
    comes: gathered(1),
  },
  {
    name: 'two-answers',
    serves: 'two answers to one request',
    on: bytes((socket) =>
      socket.end(
        `${OK_XML}Content-Length: ${Buffer.byteLength(FEED)}\r\n\r\n${FEED}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil`,
      ),
    ),
    comes: gathered(1),
  },
]

/** One byte at a time. */
function slowly(socket: Parameters<typeof every>[0], text: string, ms: number): void {
  let at = 0
  every(socket, ms, () => {
    socket.write(text.charAt(at))
    at += 1
  })
}
