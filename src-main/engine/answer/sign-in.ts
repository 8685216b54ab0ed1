import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CallFailed } from '../../contract/failure.ts'
import type { Net, Settings, SignIn } from './channels/channel.ts'

const PATIENCE_MS = 10 * 60_000

/** A sign-in in the user's browser that has begun: where to go, and the secret that comes of it. */
export interface BegunSignIn {
  readonly url: string
  /** Rejects when the user says no, does not come back, or the call is cancelled. */
  readonly secret: (signal: AbortSignal) => Promise<string>
}

/**
 * OAuth's code flow for a program on the user's own machine (RFC 8252): a listener on the loopback address for the way
 * back, a `state` that nobody else knows, and PKCE, so that a code that is overheard is worth nothing (RFC 7636).
 */
export async function beginSignIn(signIn: SignIn, net: Net, settings: Settings): Promise<BegunSignIn> {
  const { server, port } = await listen()
  const redirect = `http://127.0.0.1:${port}/signed-in`
  const client = await signIn.register(net, settings, redirect)
  if (client === null) {
    server.close()
    throw cannotSignIn('The place does not let programs sign in this way.')
  }
  const state = randomBytes(32).toString('base64url')
  const verifier = randomBytes(48).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const way = { redirect, state, challenge }
  const code = comeBack(server, state)
  // Whoever begins and never asks for the secret leaves no error behind.
  code.catch(() => undefined)
  return {
    url: signIn.page(settings, client, way),
    secret: async (signal) => {
      signal.addEventListener('abort', () => server.close(), { once: true })
      const secret = await signIn.redeem(net, settings, client, {
        ...way,
        code: await orCancelled(code, signal),
        verifier,
      })
      if (secret === null) throw cannotSignIn('The place did not take what came back from the browser.')
      return secret
    },
  }
}

async function listen(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = server.address()
  if (typeof address !== 'object' || address === null)
    throw new Error('There is no way back from the browser.')
  return { server, port: address.port }
}

/** The code that the browser brings back with our `state`; anything else is shown the door, and we go on waiting. */
function comeBack(server: Server, state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      server.close()
      reject(cannotSignIn('Nobody came back from the browser.'))
    }, PATIENCE_MS)
    timer.unref()
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const code = url.searchParams.get('code')
      const isOurs = url.pathname === '/signed-in' && url.searchParams.get('state') === state
      response.writeHead(isOurs ? 200 : 400, {
        'content-type': 'text/plain; charset=utf-8',
        connection: 'close',
      })
      response.end(isOurs ? '✓ Ventanilla' : '✗')
      if (!isOurs) return
      clearTimeout(timer)
      server.close()
      if (code === null)
        reject(cannotSignIn(url.searchParams.get('error_description') ?? 'It was not allowed.'))
      else resolve(code)
    })
  })
}

function orCancelled<Value>(wanted: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new CallFailed({ kind: 'cancelled', message: 'It was stopped.', hint: '' }))
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    wanted.then(resolve, reject)
  })
}

function cannotSignIn(says: string): CallFailed {
  return new CallFailed({
    kind: 'needs-login',
    message: `Signing in did not work: ${says}`,
    hint: 'Try again, or paste the secret instead.',
    facts: { says, host: '' },
  })
}
