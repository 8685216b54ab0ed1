import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** What goes wrong with one request that writes. */
export type WriteFault =
  | { readonly kind: 'drop-before-commit' | 'commit-then-drop' | '500-after-commit' | '500-before-commit' }
  /** The line breaks, and the server writes it down so many ms later, by its own clock. */
  | { readonly kind: 'commit-late'; readonly afterMs: number }
  | { readonly kind: '503'; readonly retryAfter?: number }
  | { readonly kind: '429'; readonly seconds: number }
/** What goes wrong with one request that only reads. */
export type ReadFault = { readonly kind: 'drop' | '500' } | { readonly kind: '429'; readonly seconds: number }

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly at: number
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What a place does with a request: an answer, or something it writes down first. */
export type Handled = Answer | { readonly commit: () => Answer; readonly lock?: string }

export interface PlaceToServe {
  /** The place's own time, UTC ms. */
  readonly now: () => number
  readonly handle: (asked: Asked) => Handled
  readonly tooMany: (seconds: number, now: number) => Answer
  readonly unavailable: Answer
  readonly broken: Answer
}

export interface PlaceServer {
  readonly origin: string
  readonly writeFaults: WriteFault[]
  readonly readFaults: ReadFault[]
  readonly asked: readonly Asked[]
  /** Requests that came before the place had said they may. */
  readonly tooSoon: () => number
  /** The most requests it ever had at one time. */
  readonly mostAtOnce: () => number
  /** What it is still writing down late is written down now. */
  readonly finishLate: () => void
  readonly close: () => Promise<void>
}

interface Late {
  readonly at: number
  readonly lock: string | undefined
  readonly commit: () => void
}

/** A place on this machine that speaks its protocol, and fails as it is told to. */
export async function servePlace(place: PlaceToServe): Promise<PlaceServer> {
  const { now } = place
  const writeFaults: WriteFault[] = []
  const readFaults: ReadFault[] = []
  const asked: Asked[] = []
  let late: Late[] = []
  const count = { tooSoon: 0, atOnce: 0, most: 0, closedUntil: 0 }

  const finish = (until: number) => {
    const due = late.filter(({ at }) => at <= until)
    late = late.filter(({ at }) => at > until)
    for (const { commit } of due) commit()
  }
  const fault = (handled: Handled): Answer | 'drop' => {
    const isWrite = 'commit' in handled
    const next = isWrite ? writeFaults.shift() : readFaults.shift()
    if (isWrite && handled.lock !== undefined && late.some(({ lock }) => lock === handled.lock))
      return place.unavailable
    if (next === undefined) return isWrite ? handled.commit() : handled
    switch (next.kind) {
      case 'drop':
      case 'drop-before-commit':
        return 'drop'
      case 'commit-then-drop':
        if (isWrite) handled.commit()
        return 'drop'
      case 'commit-late':
        if (isWrite)
          late.push({ at: now() + next.afterMs, lock: handled.lock, commit: () => void handled.commit() })
        return 'drop'
      case '500-after-commit':
        if (isWrite) handled.commit()
        return place.broken
      case '500-before-commit':
      case '500':
        return place.broken
      case '503':
        return next.retryAfter === undefined
          ? place.unavailable
          : {
              ...place.unavailable,
              headers: { ...place.unavailable.headers, 'retry-after': String(next.retryAfter) },
            }
      case '429':
        count.closedUntil = now() + next.seconds * 1000
        return place.tooMany(next.seconds, now())
    }
  }
  const server = createServer((request, response) => {
    void serve(
      request,
      response,
      (one) => {
        finish(now())
        asked.push(one)
        if (now() < count.closedUntil) count.tooSoon += 1
        return fault(place.handle(one))
      },
      now,
      count,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The place has no port.')
  const { port } = address
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  return {
    origin: `http://127.0.0.1:${port}`,
    writeFaults,
    readFaults,
    asked,
    tooSoon: () => count.tooSoon,
    mostAtOnce: () => count.most,
    finishLate: () => finish(Infinity),
    close,
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: Asked) => Answer | 'drop',
  now: () => number,
  count: { atOnce: number; most: number },
): Promise<void> {
  count.atOnce += 1
  count.most = Math.max(count.most, count.atOnce)
  const parts: Buffer[] = []
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part)
  const url = new URL(request.url ?? '/', 'http://place')
  // A turn of its own, so that whoever asks twice at once is seen to.
  await new Promise((resolve) => setImmediate(resolve))
  const given = answer({
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(parts).toString('utf8'),
    at: now(),
  })
  count.atOnce -= 1
  if (given === 'drop') {
    request.socket.destroy()
    return
  }
  const isText = typeof given.body === 'string'
  response.writeHead(given.status, {
    'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    ...given.headers,
  })
  response.end(isText ? given.body : JSON.stringify(given.body ?? {}))
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
