import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net'
import { type Canary, startCanary } from './canary.ts'
import type { Case, Certificate, Listening, Place } from './case.ts'
import { EXPIRED, GOOD, KEY, NOT_YET, OTHER_HOST, SELF_SIGNED } from './certificates.ts'

/** Every case on a port of its own, as every site has a host of its own. */
export interface Misbehaving {
  /** Where a case is asked; the address holds a secret that must never be seen again. */
  readonly url: (name: string) => string
  readonly setRound: (round: number) => void
  readonly canary: Canary
  /** When each case was asked first since `setRound`, by `performance.now()`. */
  readonly firstAsked: (name: string) => number | null
  readonly close: () => Promise<void>
}

/** In every case's address: a token, as feeds of paid or private places have one. */
export const SECRET = 'Zk3RtY7pQw9LmN2xGEHEIM4'

const HOST = '127.0.0.1'

const CERTIFICATES: Readonly<Record<Certificate, string>> = {
  good: GOOD,
  expired: EXPIRED,
  'not-yet': NOT_YET,
  'other-host': OTHER_HOST,
  'self-signed': SELF_SIGNED,
}

/** Real servers on the loopback, one a case. */
export async function startMisbehaving(cases: readonly Case[]): Promise<Misbehaving> {
  const canary = await startCanary()
  const sockets = new Set<Socket>()
  const firstAsked = new Map<string, number>()
  const state = { round: 0 }
  const started = await Promise.all(
    cases.map(async (one) => {
      const note = () => firstAsked.set(one.name, firstAsked.get(one.name) ?? performance.now())
      const server = create(one.on, canary, state, note)
      server.on('connection', (socket: Socket) => {
        sockets.add(socket)
        // Who is cut off in the middle of a bomb is no fault of the server.
        socket.on('error', () => undefined)
        socket.on('close', () => sockets.delete(socket))
      })
      await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
      return { one, server, place: { host: HOST, port: portOf(server) } }
    }),
  )
  const urls = new Map(started.map(({ one, place }) => [one.name, addressOf(one, place)]))
  return {
    url: (name) => urls.get(name) ?? fail(name),
    setRound: (round) => {
      state.round = round
      firstAsked.clear()
    },
    canary,
    firstAsked: (name) => firstAsked.get(name) ?? null,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all(started.map(({ server }) => new Promise((resolve) => server.close(resolve))))
      await canary.close()
    },
  }
}

function fail(name: string): never {
  throw new Error(`There is no case ${name}.`)
}

function addressOf({ on, at }: Case, place: Place): string {
  const scheme = on.kind === 'https' ? 'https' : 'http'
  const url = at?.(place) ?? `${scheme}://${place.host}:${place.port}/feed`
  return `${url}${url.includes('?') ? '&' : '?'}token=${SECRET}`
}

function create(
  on: Listening,
  canary: Canary,
  state: { readonly round: number },
  note: () => void,
): Server | TcpServer {
  if (on.kind === 'tcp') {
    return createTcpServer((socket) => {
      note()
      on.connected(socket)
    })
  }
  const scheme = on.kind
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    note()
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const origin = `${scheme}://${request.headers.host ?? HOST}`
    on.answer({ request, response, path, origin, round: state.round, canary })
  }
  return on.kind === 'http'
    ? createServer(listener)
    : createSecureServer({ key: KEY, cert: CERTIFICATES[on.certificate] }, listener)
}

export function portOf(server: TcpServer): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
