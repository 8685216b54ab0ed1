import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { rssFeed } from './feed-server.ts'

/** One request as a place saw it, at the engine's own time. */
export interface Visit {
  readonly at: number
  /** As the asker names it: for a public place its name, else the loopback's with its port. */
  readonly host: string
  readonly path: string
  readonly isConditional: boolean
  readonly cookie: string | undefined
  readonly userAgent: string
  status: number
  /** Until when it asked to be left alone. */
  waitUntil: number | null
}

/** What a place does beside publishing; `at` is the time of the request, `visits` those of its path before. */
export type Manner = (at: number, visits: readonly Visit[]) => Answer | null

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly waitUntil?: number
  /** Instead of what the place says. */
  readonly body?: string
  /** Breaks off in the middle. */
  readonly isCut?: boolean
}

export interface Place {
  readonly path: string
  /** It says something so often. */
  readonly everyMs: number
  readonly manner?: Manner
  readonly headers?: Readonly<Record<string, string>>
}

export interface Places {
  /** `http://127.0.0.1:PORT` of each host. */
  readonly origins: readonly string[]
  readonly visits: Visit[]
  /** The most requests open at one time on any one host. */
  readonly mostAtOnce: () => number
  readonly close: () => Promise<void>
}

/** So many hosts on the loopback, all with these places; `now` is the engine's clock. */
export async function openPlaces(
  hosts: number,
  places: ReadonlyMap<string, Place>,
  now: () => number,
): Promise<Places> {
  const visits: Visit[] = []
  const open = new Map<string, number>()
  let most = 0
  const enter = (host: string, change: number) => {
    open.set(host, (open.get(host) ?? 0) + change)
    most = Math.max(most, open.get(host) ?? 0)
  }
  const before = new Map<string, Visit[]>()
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    const visit = visitOf(request, now())
    const earlier = before.get(visit.path) ?? []
    before.set(visit.path, [...earlier.slice(-20), visit])
    visits.push(visit)
    enter(visit.host, 1)
    response.on('close', () => enter(visit.host, -1))
    const place = places.get(visit.path)
    // A moment each, so that who asks too many at a time is seen.
    setTimeout(() => answer(place, visit, earlier, request, response), 2)
  }
  const servers = await Promise.all(Array.from({ length: hosts }, () => listen(createServer(receive))))
  return {
    origins: servers.map(({ origin }) => origin),
    visits,
    mostAtOnce: () => most,
    close: async () => {
      for (const { server } of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

function visitOf({ url, headers }: IncomingMessage, at: number): Visit {
  return {
    at,
    host: headers.host ?? '',
    path: url ?? '/',
    isConditional: headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined,
    cookie: headers.cookie,
    userAgent: headers['user-agent'] ?? '',
    status: 0,
    waitUntil: null,
  }
}

function listen(server: Server): Promise<{ readonly server: Server; readonly origin: string }> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('A place has no port.')
      resolve({ server, origin: `http://127.0.0.1:${address.port}` })
    }),
  )
}

const LISTED = 12

function answer(
  place: Place | undefined,
  visit: Visit,
  earlier: readonly Visit[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const odd = place?.manner?.(visit.at, earlier) ?? (place ? null : { status: 404 })
  const newest = place ? Math.floor(visit.at / place.everyMs) : 0
  const etag = `"${newest}"`
  const status = odd?.status ?? (request.headers['if-none-match'] === etag ? 304 : 200)
  visit.status = status
  visit.waitUntil = odd?.waitUntil ?? null
  const headers = { 'Set-Cookie': 'who=you; Path=/', ETag: etag, ...place?.headers, ...odd?.headers }
  response.writeHead(status, { 'Content-Type': 'application/rss+xml', ...headers })
  const body = odd?.body ?? (status === 200 && place ? feedOf(place, visit, newest) : '')
  if (odd?.isCut === true) response.write(body.slice(0, body.length / 2), () => response.destroy())
  else response.end(body)
}

function feedOf({ everyMs }: Place, { path }: Visit, newest: number): string {
  const items = Array.from({ length: LISTED }, (_, index) => ({
    id: `${path}#${newest - index}`,
    title: `Dicho ${newest - index}`,
    text: `Lo que se dice en ${path}, número ${newest - index}.`,
    date: new Date((newest - index) * everyMs).toISOString(),
  }))
  return rssFeed(items, path)
}
