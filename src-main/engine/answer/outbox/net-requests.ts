import { request } from 'undici'
import { createAgents, type Agents } from '../../gather/fetch/agents.ts'
import { chooseWay } from '../../gather/fetch/proxy.ts'
import { isPrivateHost } from '../../gather/fetch/public-address.ts'
import { USER_AGENT } from '../../gather/fetch/user-agent.ts'
import { isWithin } from '../../gather/thread/reach.ts'
import type { Host } from '../../context.ts'
import type { NetAnswer, Request } from '../channels/channel.ts'
import { type NetworkOptions, OFFLINE, patienceOf } from './net-options.ts'

const MOST_BYTES = 8 * 1024 * 1024

/** Requests over lines that stay open between them. */
export interface Lines {
  readonly ask: (origins: readonly string[], request: Request) => Promise<NetAnswer>
  readonly close: () => Promise<void>
}

export function openLines(options: NetworkOptions): Lines {
  const agents = createAgents()
  return { ask: (origins, asked) => ask(options, agents, origins, asked), close: agents.close }
}

/** Why a request with a secret must not be made; null when it may. */
export function refusal(url: string, origins: readonly string[]): string | null {
  if (!URL.canParse(url)) return 'That is no address.'
  const { origin, protocol, hostname } = new URL(url)
  if (!origins.includes(origin)) return `${hostname} is not this account’s own place.`
  if (protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))) return null
  return `${hostname} would be told a secret without https.`
}

export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
}

async function ask(
  { host, reach }: NetworkOptions,
  agents: Agents,
  origins: readonly string[],
  { method, url, headers = {}, body }: Request,
): Promise<NetAnswer> {
  const why = refusal(url, origins)
  if (why !== null) return { kind: 'not-sent', why: 'unsafe', says: why }
  if (!isWithin(reach(), url)) return OFFLINE
  try {
    const dispatcher = await dispatcherFor(host, agents, url)
    const answer = await request(url, {
      method,
      headers: { ...headers, 'user-agent': USER_AGENT, 'accept-encoding': 'identity' },
      body: body ?? null,
      dispatcher,
      // A line that was kept open may have been closed at the other end meanwhile: then nobody knows what arrived.
      reset: true,
      signal: AbortSignal.timeout(patienceOf(host)),
    })
    return {
      kind: 'answered',
      status: answer.statusCode,
      headers: plain(answer.headers),
      body: await textOf(answer.body),
      at: host.clock.now(),
    }
  } catch (error) {
    return failed(error, new URL(url).host)
  }
}

/** Adding an account by hand is the consent to its host, private or not; it goes nowhere else. */
async function dispatcherFor({ proxyFor }: Pick<Host, 'proxyFor'>, agents: Agents, url: string) {
  const asked = new URL(url)
  if (isThisMachine(asked.hostname)) return agents.direct('consented')
  const way = chooseWay(await proxyFor(url))
  if (way.kind === 'proxy') return agents.proxy(way.uri)
  return agents.direct(isPrivateHost(asked) ? 'consented' : 'public')
}

function plain(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const one: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) one[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return one
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new Error('The answer is longer than any server needs.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Only what surely happened before the first byte counts as not sent. */
const BEFORE_THE_FIRST_BYTE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|VENTANILLA_PRIVATE|CERT_.*|ERR_TLS_CERT.*|DEPTH_ZERO_.*|SELF_SIGNED.*|UNABLE_TO_.*|HOSTNAME_MISMATCH)$/

function failed(error: unknown, host: string): NetAnswer {
  const codes = codesIn(error)
  if (codes.length > 0 && codes.every((code) => BEFORE_THE_FIRST_BYTE.test(code)))
    return { kind: 'not-sent', why: 'unreachable', says: `${host} cannot be reached (${codes[0] ?? ''}).` }
  return {
    kind: 'no-answer',
    says: `${host} did not answer${codes[0] === undefined ? '' : ` (${codes[0]})`}.`,
  }
}

function codesIn(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(codesIn)
  if (!(error instanceof Error)) return []
  if ('code' in error && typeof error.code === 'string') return [error.code]
  return codesIn(error.cause)
}
