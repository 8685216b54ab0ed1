import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

/** What a path of the server answers. Everything not said is a plain 200. */
export interface Route {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Packed for real, and labelled so. */
  readonly pack?: 'gzip' | 'br' | 'deflate'
  /** Answers 304 to whoever sends this validator back. */
  readonly etag?: string
  readonly lastModified?: string
  readonly redirect?: string
  /** `no-answer`: nothing is ever sent. `cut`: half the body, then the line breaks. `until-let-go`: waits for `letGo`. */
  readonly hang?: 'no-answer' | 'cut' | 'headers-only' | 'until-let-go'
}

export interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export interface FeedServer {
  readonly origin: string
  readonly url: (path: string) => string
  /** Sets, or changes, what a path answers; a function answers each request anew. */
  readonly route: (path: string, answer: Route | ((asked: Asked) => Route)) => void
  /** Every request so far, in order. */
  readonly log: readonly Asked[]
  /** Resolves when the path is asked next, or was asked so often. */
  readonly asked: (path: string, times?: number) => Promise<void>
  /** Answers what waits with `until-let-go`. */
  readonly letGo: () => void
  /** The most requests that were open at one time. */
  readonly mostAtOnce: () => number
  readonly close: () => Promise<void>
}

/** A real HTTP server on the loopback; everything it does is said by its routes. */
export async function startFeedServer(host = '127.0.0.1'): Promise<FeedServer> {
  const routes = new Map<string, (asked: Asked) => Route>()
  const log: Asked[] = []
  const watchers = new Set<() => void>()
  let open = 0
  let most = 0
  let gate = Promise.withResolvers<null>()

  const server = createServer((request, response) => {
    open += 1
    most = Math.max(most, open)
    response.on('close', () => (open -= 1))
    const asked = { path: request.url ?? '/', headers: request.headers }
    log.push(asked)
    watchers.forEach((look) => look())
    const route = routes.get(asked.path) ?? routes.get(asked.path.split('?')[0] ?? '')
    void answer(request, response, route?.(asked) ?? { status: 404, body: 'nothing here' }, gate.promise)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
  return {
    origin,
    url: (path) => `${origin}${path}`,
    route: (path, route) => routes.set(path, typeof route === 'function' ? route : () => route),
    log,
    asked: (path, times = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (log.filter((asked) => asked.path === path).length < times) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
    letGo: () => {
      gate.resolve(null)
      gate = Promise.withResolvers<null>()
    },
    mostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  route: Route,
  gate: Promise<null>,
): Promise<void> {
  if (route.hang === 'no-answer') return
  if (route.hang === 'until-let-go') await gate
  for (const [name, value] of Object.entries(route.headers ?? {})) response.setHeader(name, value)
  if (route.etag !== undefined) response.setHeader('ETag', route.etag)
  if (route.lastModified !== undefined) response.setHeader('Last-Modified', route.lastModified)
  if (route.redirect !== undefined) {
    response.writeHead(route.status ?? 302, { Location: route.redirect }).end()
    return
  }
  if (isKnown(request, route)) {
    response.writeHead(304).end()
    return
  }
  const body = pack(Buffer.from(route.body ?? ''), route.pack)
  if (route.pack !== undefined) response.setHeader('Content-Encoding', route.pack)
  response.setHeader('Content-Length', body.length)
  response.writeHead(route.status ?? 200, { 'Content-Type': route.type ?? typeOf(route.body) })
  if (route.hang === 'headers-only') response.flushHeaders()
  else if (route.hang === 'cut') response.write(body.subarray(0, body.length / 2), () => response.destroy())
  else response.end(body)
}

function isKnown({ headers }: IncomingMessage, { etag, lastModified }: Route): boolean {
  if (etag !== undefined) return headers['if-none-match'] === etag
  return lastModified !== undefined && headers['if-modified-since'] === lastModified
}

function pack(body: Buffer, how: Route['pack']): Buffer {
  switch (how) {
    case 'gzip':
      return gzipSync(body)
    case 'br':
      return brotliCompressSync(body)
    case 'deflate':
      return deflateSync(body)
    case undefined:
      return body
  }
}

function typeOf(body: Route['body']): string {
  const head = Buffer.from(body ?? '')
    .subarray(0, 200)
    .toString('latin1')
    .toLowerCase()
  if (head.includes('<html')) return 'text/html; charset=utf-8'
  return head.trimStart().startsWith('{') ? 'application/feed+json' : 'application/xml'
}

export interface FeedItem {
  readonly id?: string
  readonly title?: string
  readonly text?: string
  readonly url?: string
  readonly author?: string
  readonly date?: string
  readonly inReplyTo?: string
  readonly rating?: number
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const element = (name: string, text: string | number | undefined) =>
  text === undefined ? '' : `<${name}>${escape(String(text))}</${name}>`

/** An RSS 2.0 feed. */
export function rssFeed(items: readonly FeedItem[], title = 'What people say'): string {
  const body = items.map((item) => {
    const reply = item.inReplyTo === undefined ? '' : `<thr:in-reply-to ref="${escape(item.inReplyTo)}"/>`
    const date = item.date === undefined ? undefined : new Date(item.date).toUTCString()
    const guid = item.id === undefined ? '' : `<guid isPermaLink="false">${escape(item.id)}</guid>`
    return `<item>${guid}${element('title', item.title)}${element('link', item.url)}${element('description', item.text)}${element('dc:creator', item.author)}${element('pubDate', date)}${element('im:rating', item.rating)}${reply}</item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:im="http://itunes.apple.com/rss">
<channel><title>${escape(title)}</title><link>https://place.example/</link>${body.join('\n')}</channel></rss>`
}

/** A web page that names feeds. */
export function pageWithFeeds(
  feeds: readonly { readonly href: string; readonly title?: string; readonly type?: string }[],
): string {
  const links = feeds.map(
    ({ href, title = '', type = 'application/rss+xml' }) =>
      `<link rel="alternate" type="${type}" title="${title}" href="${href}">`,
  )
  return `<!doctype html><html><head><title>A place</title>${links.join('')}</head><body><p>Hello.</p></body></html>`
}
