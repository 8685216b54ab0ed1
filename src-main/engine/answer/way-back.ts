import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What the browser shows when the user comes back. */
export interface WayBackWords {
  readonly done: string
  readonly refused: string
}

/** What the browser brought: the code, or why there is none. */
export type CameBack =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refused'; readonly says: string }
  | { readonly kind: 'nobody' }

/** A listener on the loopback address, for one browser that comes back once (RFC 8252, 7.3). */
export interface WayBack {
  readonly address: string
  readonly came: Promise<CameBack>
  readonly close: () => void
}

const PATH = '/signed-in'
/** Nobody else on this machine may show what is there, and it shows nothing from elsewhere. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  connection: 'close',
}

export async function openWayBack(state: string, words: WayBackWords, patienceMs: number): Promise<WayBack> {
  const server = createServer()
  const port = await listen(server)
  const waiting = Promise.withResolvers<CameBack>()
  const timer = setTimeout(() => end({ kind: 'nobody' }), patienceMs)
  const close = () => {
    clearTimeout(timer)
    server.close()
  }
  const end = (came: CameBack) => {
    close()
    waiting.resolve(came)
  }
  // A program that closes does not wait for a browser.
  timer.unref()
  server.unref()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const came = broughtBy(request, state)
    response.writeHead(came === null ? 400 : 200, HEADERS)
    response.end(came === null ? '' : page(came.kind === 'code' ? words.done : words.refused))
    // Whoever knows nothing of our state is shown the door, and we go on waiting.
    if (came !== null) end(came)
  })
  return { address: `http://127.0.0.1:${port}${PATH}`, came: waiting.promise, close }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('There is no way back from the browser.')
}

function broughtBy({ method, url }: IncomingMessage, state: string): CameBack | null {
  const asked = `http://127.0.0.1${url ?? '/'}`
  if (method !== 'GET' || !URL.canParse(asked)) return null
  const { pathname, searchParams } = new URL(asked)
  if (pathname !== PATH || searchParams.get('state') !== state) return null
  const code = searchParams.get('code')
  if (code !== null) return { kind: 'code', code }
  return {
    kind: 'refused',
    says: (searchParams.get('error_description') ?? searchParams.get('error') ?? '').slice(0, 300),
  }
}

function page(sentence: string): string {
  const safe = sentence.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const style =
    'font:1.25rem/1.5 system-ui;max-width:32rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark'
  return `<!doctype html><meta charset="utf-8"><title>Ventanilla</title><body style="${style}"><p>${safe}</p>`
}
