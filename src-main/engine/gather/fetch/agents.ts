import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import * as tls from 'node:tls'
import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici'
import { LINE_BYTES, limitAnswers } from './line.ts'
import { isPublicIp } from './public-address.ts'

export const CONNECT_MS = 10_000
const KEEP_ALIVE_MS = 10_000

/** How names become addresses: the system's way, or a test's. */
export type LookUp = LookupFunction

/** Thrown inside a connection that was refused before or while it was made. */
export class PrivateConnection extends Error {
  readonly code = 'VENTANILLA_PRIVATE'
}

export interface Agents {
  /** Who asks: addresses of the public network only, or the one private origin the user consented to. */
  readonly direct: (reach: 'public' | 'consented') => Dispatcher
  readonly proxy: (uri: string) => Dispatcher
  /** Whether a connection to this origin ended on a private network. */
  readonly wasPrivate: (origin: string) => boolean
  readonly close: () => Promise<void>
}

/** The program's own network: no cookies, no cache, every connection judged by the address it really has. */
export function createAgents(
  connectMs = CONNECT_MS,
  lookUp: LookUp = dnsLookup,
  lineBytes = LINE_BYTES,
): Agents {
  const made = new Map<string, Dispatcher>()
  const privateOrigins = new Set<string>()
  const trust = lazily(systemTrust)
  const once = (name: string, make: () => Dispatcher): Dispatcher => {
    const known = made.get(name)
    if (known) return known
    const agent = make()
    made.set(name, agent)
    return agent
  }
  return {
    direct: (reach) =>
      once(reach, () => directAgent({ reach, connectMs, lookUp, trust, lineBytes }, privateOrigins)),
    proxy: (uri) => once(`proxy ${uri}`, () => new ProxyAgent({ uri, requestTls: trust() })),
    wasPrivate: (origin) => privateOrigins.has(origin),
    close: async () => {
      await Promise.all([...made.values()].map((agent) => agent.destroy()))
    },
  }
}

interface Direct {
  readonly reach: 'public' | 'consented'
  readonly connectMs: number
  readonly lookUp: LookUp
  readonly trust: typeof systemTrust
  readonly lineBytes: number
}

function directAgent(
  { reach, connectMs, lookUp, trust, lineBytes }: Direct,
  privateOrigins: Set<string>,
): Agent {
  const how = {
    timeout: connectMs,
    autoSelectFamily: true,
    lookup: reach === 'public' ? publicOnly(lookUp) : lookUp,
  }
  const connectPlain = buildConnector(how)
  // Reading the system's certificates holds up everything else: not before somebody is asked who shows one.
  const connectSafely = lazily(() => buildConnector({ ...how, ...trust() }))
  return new Agent({
    connections: 4,
    pipelining: 1,
    // The fetch keeps its own time, to the second.
    headersTimeout: 0,
    bodyTimeout: 0,
    // However long a server would like to keep the line.
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: (options, callback) => {
      const connect = options.protocol === 'https:' ? connectSafely() : connectPlain
      connect(options, (...answer) => {
        const [error, socket] = answer
        const isPrivate = error === null && !isPublicIp(socket.remoteAddress ?? '')
        if (isPrivate && reach === 'public') {
          socket.destroy()
          callback(new PrivateConnection('connected to a private address'), null)
          return
        }
        if (isPrivate) privateOrigins.add(originOf(options))
        if (error === null) limitAnswers(socket, lineBytes)
        callback(...answer)
      })
    },
  })
}

function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null
  return () => (made ??= { it: make() }).it
}

function originOf({ protocol, hostname, port }: buildConnector.Options): string {
  return new URL(`${protocol}//${hostname}${port === '' ? '' : `:${port}`}`).origin
}

/** Resolves a name and refuses it when any of its addresses is not public: one that turns private is never tried. */
function publicOnly(lookUp: LookUp): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses: string | LookupAddress[] | undefined) => {
      const first = addresses?.[0]
      if (error || typeof addresses !== 'object' || typeof first !== 'object')
        callback(error ?? new Error(`${hostname} has no address`), '', 4)
      else if (!addresses.every(({ address }) => isPublicIp(address)))
        callback(new PrivateConnection(`${hostname} is private`), '', 4)
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/**
 * Whom to believe over TLS: the system's own certificates beside Node's, where this Node can read them. Made once, because
 * making it anew costs each connection 30 ms.
 */
function systemTrust(): { readonly secureContext?: tls.SecureContext } {
  if (!('getCACertificates' in tls) || typeof tls.getCACertificates !== 'function') return {}
  const read: (type: 'default' | 'system') => string[] = tls.getCACertificates
  const ca = [...new Set([...read('default'), ...read('system')])]
  return { secureContext: tls.createSecureContext({ ca }) }
}
