import { request, type Dispatcher } from 'undici'
import type { Failure } from '../../../contract/failure.ts'
import { parseUrl } from '../url.ts'
import type { Agents } from './agents.ts'
import { badAddress, statusFailure, unreachable } from './failures.ts'
import { freshSeconds } from './freshness.ts'
import { failureOfError, type Limits, TimeIsUp } from './network-error.ts'
import { chooseWay, type KnownWay } from './proxy.ts'
import { isPrivateHost } from './public-address.ts'
import { isRedirect, nextHop, refusalOf } from './redirects.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { unpack } from './unpack.ts'
import { USER_AGENT } from './user-agent.ts'

export const LIMITS: Limits = {
  connectMs: 10_000,
  firstByteMs: 20_000,
  wholeMs: 30_000,
  bytes: 16 * 1_048_576,
}

export interface Network {
  readonly agents: Agents
  readonly proxyFor: (url: string) => Promise<string>
  readonly now: () => number
  readonly limits: Limits
}

export interface FetchRequest {
  readonly url: string
  /** The one private scheme, host and port that may be asked. */
  readonly privateOrigin: string | null
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly accepts: 'feed' | 'image'
}

/** What any good answer says of its way and of the next. */
export interface Answer {
  /** Where it lives from now on, when every redirect on the way said so. */
  readonly movedTo: string | null
  /** For how long the server says its answer stays as it is, in seconds; null when it does not say. */
  readonly freshSeconds: number | null
  /** It came through the system's proxy. */
  readonly viaProxy: boolean
}

export type Fetched =
  | (Answer & { readonly kind: 'unchanged' })
  | (Answer & {
      readonly kind: 'fresh'
      readonly body: Uint8Array
      readonly contentType: string | null
      readonly etag: string | null
      readonly lastModified: string | null
      /** Where the document was in the end. */
      readonly url: string
      /** The origin asked first turned out to be on a private network. */
      readonly isPrivate: boolean
    })
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'cancelled' }

const ACCEPT = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5',
  image: 'image/avif, image/webp, image/png, image/jpeg, image/gif;q=0.9, */*;q=0.1',
}

/** One GET under the fetch rules: hop by hop, each address judged before and while it is connected to. */
export async function fetchDocument(
  network: Network,
  what: FetchRequest,
  signal: AbortSignal,
): Promise<Fetched> {
  const start = parseUrl(what.url)
  if (start === null) return failed(badAddress())
  const refusal = refusalOf(start, what.privateOrigin)
  if (refusal) return failed(refusal)
  const whole = new AbortController()
  const timer = setTimeout(
    () => whole.abort(new TimeIsUp('whole', network.limits.wholeMs / 1000)),
    network.limits.wholeMs,
  )
  const asked = [start]
  try {
    return await follow(network, what, asked, AbortSignal.any([signal, whole.signal]))
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' }
    const failure = failureOfError(error, (asked[0] ?? start).host, network.limits)
    if (failure === null) throw error
    return failed(failure)
  } finally {
    clearTimeout(timer)
  }
}

function failed(failure: Failure, retryAfter: number | null = null): Fetched {
  return { kind: 'failed', failure, retryAfterSeconds: retryAfter }
}

/** Follows redirects by hand. `asked` gets every address in front as it is asked, for the words of a failure. */
async function follow(
  network: Network,
  what: FetchRequest,
  asked: URL[],
  signal: AbortSignal,
): Promise<Fetched> {
  const start = asked[0]
  let permanent = true
  for (;;) {
    const url = asked[0]
    if (!url || !start) throw new Error('A fetch needs an address.')
    const way = chooseWay(await network.proxyFor(`${url.origin}/`))
    if (way.kind === 'unknown')
      return failed(unreachable(url.host, 'the system’s proxy is of a kind Ventanilla does not know'))
    const answer = await get(network, what, { url, start, way }, signal)
    if (!isRedirect(answer.statusCode)) return receive(network, what, { answer, url, start, way, permanent })
    discard(answer)
    const hop = nextHop(asked, answer.statusCode, header(answer, 'location'), what.privateOrigin)
    if (hop.kind === 'failed') return failed(hop.failure)
    permanent &&= answer.statusCode === 301 || answer.statusCode === 308
    asked.unshift(hop.url)
  }
}

interface Asking {
  readonly url: URL
  readonly start: URL
  readonly way: KnownWay
}

/** Asks one address. */
async function get(
  { agents, limits }: Network,
  what: FetchRequest,
  { url, start, way }: Asking,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const reach = url.origin === what.privateOrigin ? 'consented' : 'public'
  const waiting = new AbortController()
  const timer = setTimeout(
    () => waiting.abort(new TimeIsUp('first-byte', limits.firstByteMs / 1000)),
    limits.firstByteMs,
  )
  try {
    return await request(withoutUser(url), {
      dispatcher: way.kind === 'direct' ? agents.direct(reach) : agents.proxy(way.uri),
      headers: headersFor(what, url, start),
      signal: AbortSignal.any([signal, waiting.signal]),
    })
  } finally {
    clearTimeout(timer)
  }
}

function headersFor(what: FetchRequest, url: URL, start: URL): Record<string, string> {
  const isStart = url.href === start.href
  return {
    'user-agent': USER_AGENT,
    accept: ACCEPT[what.accepts],
    'accept-encoding': 'gzip, br, deflate',
    ...(what.etag ? { 'if-none-match': what.etag } : {}),
    ...(what.lastModified ? { 'if-modified-since': what.lastModified } : {}),
    // A name and password in the address are for the place they were given for, and for no other.
    ...(isStart && url.username !== '' ? { authorization: basic(url) } : {}),
  }
}

function basic({ username, password }: URL): string {
  return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`
}

function withoutUser(url: URL): string {
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  plain.hash = ''
  return plain.href
}

interface Answered extends Asking {
  readonly answer: Dispatcher.ResponseData
  readonly permanent: boolean
}

async function receive(
  network: Network,
  what: FetchRequest,
  { answer, url, start, way, permanent }: Answered,
): Promise<Fetched> {
  const status = answer.statusCode
  const said: Answer = {
    movedTo: permanent && url.href !== start.href ? url.href : null,
    freshSeconds: freshSeconds(answer.headers, network.now()),
    viaProxy: way.kind === 'proxy',
  }
  if (status !== 200) {
    discard(answer)
    if (status === 304 && (what.etag || what.lastModified)) return { kind: 'unchanged', ...said }
    const retryAfter = retryAfterSeconds(header(answer, 'retry-after'), network.now())
    return failed(statusFailure(url.host, status, retryAfter), retryAfter)
  }
  const isPrivate = isPrivateHost(start) || network.agents.wasPrivate(start.origin)
  return {
    kind: 'fresh',
    ...said,
    body: await bodyOf(answer, network.limits.bytes),
    contentType: header(answer, 'content-type'),
    etag: header(answer, 'etag'),
    lastModified: header(answer, 'last-modified'),
    url: url.href,
    isPrivate,
  }
}

/** The unpacked body. Whatever the server still sends then, or holds back, is not waited for. */
async function bodyOf(answer: Dispatcher.ResponseData, limit: number): Promise<Uint8Array> {
  try {
    return await unpack(answer.body, header(answer, 'content-encoding'), limit)
  } finally {
    discard(answer)
  }
}

/** Ends an answer whose body is not wanted, or not any more. */
function discard(answer: Dispatcher.ResponseData): void {
  answer.body.on('error', () => undefined) // being cut off is what is meant
  answer.body.destroy()
}

function header({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}
