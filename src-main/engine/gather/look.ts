import { CallFailed, type Failure } from '../../contract/failure.ts'
import { fetchDocument, type Fetched, type Network } from './fetch/fetch-document.ts'
import { isPrivateHost } from './fetch/public-address.ts'
import type { FoundDocument, ReadResult } from './gatherer-protocol.ts'
import type { WaitBook } from './health/wait-book.ts'
import type { Lanes } from './lanes.ts'
import type { Reader } from './read/start-reader.ts'

/** Each feed shown costs its host a request. */
export const MAX_SHOWN = 6

export type Fresh = Extract<Fetched, { kind: 'fresh' }>

/** One look behind an address: whom it may ask, and how. */
export interface Look {
  readonly network: Network
  readonly reader: Reader
  /** Nobody is asked more often at once than when gathering. */
  readonly hosts: Lanes
  /** What asks to be asked in turns is told that it is. */
  readonly waits: Pick<WaitBook, 'ask'>
  readonly consentedOrigin: string
  readonly signal: AbortSignal
}

/** One GET. Throws `cancelled`. */
export async function ask(look: Look, url: string): Promise<Fresh | { readonly failure: Failure }> {
  const fetched = await look.hosts.enter(new URL(url).host, () => {
    look.waits.ask(url, look.network.now())
    return fetchDocument(
      look.network,
      { url, privateOrigin: look.consentedOrigin, accepts: 'feed' },
      look.signal,
    )
  })
  switch (fetched.kind) {
    case 'fresh':
      return fetched
    case 'failed':
      return { failure: fetched.failure }
    case 'cancelled':
      throw new CallFailed({ kind: 'cancelled', message: 'It was cancelled.', hint: '' })
    case 'unchanged':
      throw new Error('Unchanged, though nothing was known before.')
  }
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
