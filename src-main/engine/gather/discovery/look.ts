import { CallFailed, type Failure } from '../../../contract/failure.ts'
import { APART_MS } from '../run/ask-source.ts'
import { needsConsent, notYet } from '../fetch/failures.ts'
import { fetchDocument, type Fetched, type Network } from '../fetch/fetch-document.ts'
import { isPrivateHost } from '../fetch/public-address.ts'
import type { FoundDocument, ReadResult } from '../gatherer-protocol.ts'
import type { WaitBook } from '../health/wait-book.ts'
import { type AskedBefore, askedToWaitUntil, waitOf } from '../health/waits.ts'
import type { Lanes } from '../schedule/lanes.ts'
import type { Reader } from '../read/start-reader.ts'

/** Each feed shown costs its host a request. */
export const MAX_SHOWN = 6

export type Fresh = Extract<Fetched, { kind: 'fresh' }>

/** One look behind an address: whom it may ask, and how. */
export interface Look {
  readonly network: Network
  readonly reader: Reader
  /** Nobody is asked more often at once than when gathering. */
  readonly hosts: Lanes
  readonly waits: WaitBook
  readonly consentedOrigin: string
  readonly signal: AbortSignal
}

interface Refused {
  readonly failure: Failure
}

/** One GET, when its place may be asked: where it asked to be left alone, it is, and the failure says how long. */
export async function ask(look: Look, url: string): Promise<Fresh | Refused> {
  const { host, origin } = new URL(url)
  const isPrivate = isPrivateHost(new URL(url)) || look.network.agents.wasPrivate(origin)
  const place = { url, private_origin: isPrivate ? origin : null }
  return look.hosts.enter(
    host,
    async () => refusedNow(look, place) ?? (await get(look, place)),
    isPrivate ? 0 : APART_MS,
  )
}

type Place = Pick<AskedBefore, 'url' | 'private_origin'>

function refusedNow({ waits, network }: Look, place: Place): Refused | null {
  const now = network.now()
  const wait = waitOf(waits, { ...place, last_try_at: null, failure: null, next_try_at: null }, now)
  if (wait === null) return null
  return { failure: notYet(new URL(place.url).host, Math.ceil((wait.until - now) / 1000), wait.why) }
}

async function get(
  { network, waits, consentedOrigin, signal }: Look,
  place: Place,
): Promise<Fresh | Refused> {
  const { url } = place
  waits.ask(url, network.now())
  const fetched = await fetchDocument(
    network,
    { url, privateOrigin: consentedOrigin, accepts: 'feed' },
    signal,
  )
  switch (fetched.kind) {
    case 'fresh':
      return asksForConsent(fetched.url) ? { failure: needsConsent(new URL(url).host) } : fetched
    case 'failed': {
      const { failure } = fetched
      const now = network.now()
      const until = askedToWaitUntil({ ...place, last_try_at: now, failure }, now)
      if (until !== null) waits.pause(place, until)
      return { failure }
    }
    case 'cancelled':
      throw new CallFailed({ kind: 'cancelled', message: 'It was cancelled.', hint: '' })
    case 'unchanged':
      throw new Error('Unchanged, though nothing was known before.')
  }
}

/** Hosts that large places send Europeans to who bring no cookies: `consent.youtube.com`, `guce.yahoo.com`. */
function asksForConsent(endedAt: string): boolean {
  return /^(?:consent|guce)\./.test(new URL(endedAt).host)
}

export function readBy({ reader }: Look, { body, contentType, url }: Fresh): Promise<ReadResult> {
  return reader.read({ body, contentType, url })
}

export function toFound(
  { network, consentedOrigin }: Look,
  fetched: Fresh,
  document: FoundDocument['document'],
): FoundDocument {
  const { url, body, contentType, etag, lastModified } = fetched
  const origin = new URL(url).origin
  const isPrivate =
    origin === consentedOrigin && (network.agents.wasPrivate(origin) || isPrivateHost(new URL(url)))
  return {
    document,
    url,
    body,
    contentType,
    etag,
    lastModified,
    fetchedAt: network.now(),
    privateOrigin: isPrivate ? origin : null,
    recipe: null,
    country: null,
  }
}
