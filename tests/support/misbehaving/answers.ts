import type { Socket } from 'node:net'
import type { Writable } from 'node:stream'
import { type FeedItem, rssFeed } from '../feed-server.ts'
import type { Asked, Listening } from './case.ts'

/** Ways to answer, for cases to put together. */

export const PLAIN: FeedItem = {
  id: 'one',
  title: 'Llegó frío',
  text: 'El café llegó frío y nadie contesta.',
  url: 'https://place.example/one',
  author: 'lucia_m',
  date: '2026-03-09T10:00:00Z',
}

/** A feed as it should be, with one mention. */
export const FEED = rssFeed([PLAIN])

/** A feed with so many mentions, each its own. */
export function feedOf(count: number, from = 0): string {
  return rssFeed(
    Array.from({ length: count }, (_, index) => ({
      ...PLAIN,
      id: `item-${from + index}`,
      title: `Mención ${from + index}`,
      text: `Lo que se dijo, número ${from + index}.`,
      url: `https://place.example/${from + index}`,
    })),
  )
}

/** Its links on a host of the case's own: one address given by two sources is one mention. */
export function ownLinks({ request }: Asked, body: string): string {
  const own = (request.headers.host ?? '').replaceAll(/[.:]/g, '-')
  return body.replaceAll('https://place.example/', `https://${own}.place.example/`)
}

export function http(answer: (asked: Asked) => void): Listening {
  return { kind: 'http', answer }
}

export interface Sent {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

/** Answers like any server, whatever is in it. */
export function send({ response }: Asked, { status = 200, headers = {}, body = '' }: Sent): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/xml')
  response.writeHead(status).end(body)
}

/** Always the same answer. */
export function sends(sent: Sent): Listening {
  return http((asked) => send(asked, sent))
}

/** Sends on to an address that the request decides. */
export function redirects(status: number, to: (asked: Asked) => string): Listening {
  return http((asked) => send(asked, { status, headers: { location: to(asked) } }))
}

/** The first address redirects, every other one is a feed. */
export function redirectsOnce(status: number, to: (asked: Asked) => string): Listening {
  return http((asked) => {
    if (asked.path === '/feed') send(asked, { status, headers: { location: to(asked) } })
    else send(asked, { body: FEED })
  })
}

/** Bytes on the line, once a request has begun to come. */
export function bytes(answer: (socket: Socket) => void): Listening {
  return {
    kind: 'tcp',
    connected: (socket) => socket.once('data', () => answer(socket)),
  }
}

export const OK_XML = 'HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n'

/** Goes on sending the same bytes until nobody takes them any more. */
export function endlessly(to: Writable, piece: Uint8Array): void {
  const more = () => {
    while (!to.destroyed && to.write(piece));
    if (!to.destroyed) to.once('drain', more)
  }
  more()
}

/** Does something every so many milliseconds until the line is closed. */
export function every(socket: Socket, ms: number, act: () => void): void {
  const timer = setInterval(act, ms)
  socket.once('close', () => clearInterval(timer))
}
