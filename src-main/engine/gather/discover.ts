import { CallFailed, type Failure } from '../../contract/failure.ts'
import { addressFrom } from './address.ts'
import { fetchDocument, type Fetched, type Network } from './fetch/fetch-document.ts'
import { noFeedFound } from './fetch/failures.ts'
import { isPrivateHost } from './fetch/public-address.ts'
import type { FoundDocument } from './gatherer-protocol.ts'
import type { PageLinks } from './read/page-links.ts'
import type { Reader } from './read/start-reader.ts'

type Fresh = Extract<Fetched, { kind: 'fresh' }>

/** Where sites keep a feed that their pages do not name. */
const WELL_KNOWN = ['/feed', '/rss', '/atom.xml', '/feed.json', '/index.xml']
/** Each feed shown costs its host a request. */
const MAX_SHOWN = 6

interface Look {
  readonly network: Network
  readonly reader: Reader
  readonly consentedOrigin: string
  readonly signal: AbortSignal
}

/** Reads every feed behind an address a user gave; giving it is the consent for its origin. Throws CallFailed. */
export async function discover(
  network: Network,
  reader: Reader,
  pasted: string,
  signal: AbortSignal,
): Promise<FoundDocument[]> {
  const start = addressFrom(pasted)
  const look: Look = { network, reader, consentedOrigin: start.origin, signal }
  const first = await ask(look, start.href)
  if ('failure' in first) throw new CallFailed(first.failure)
  const read = await reader.read(first)
  switch (read.kind) {
    case 'feed':
      return [toFound(look, first, read.document)]
    case 'failed':
      throw new CallFailed(read.failure)
    case 'page':
      return feedsOfPage(look, first, read.page)
  }
}

async function ask(
  { network, consentedOrigin, signal }: Look,
  url: string,
): Promise<Fresh | { readonly failure: Failure }> {
  const fetched = await fetchDocument(
    network,
    { url, privateOrigin: consentedOrigin, accepts: 'feed' },
    signal,
  )
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

async function feedsOfPage(look: Look, page: Fresh, links: PageLinks): Promise<FoundDocument[]> {
  const named = await feedsAt(look, links.feeds.slice(0, MAX_SHOWN), 'all')
  if (named.length > 0) return named
  const origin = new URL(page.url).origin
  const tried = new Set([page.url, ...links.feeds.map(({ url }) => url)])
  const guesses = WELL_KNOWN.map((path) => ({ url: `${origin}${path}`, title: links.title })).filter(
    ({ url }) => !tried.has(url),
  )
  const guessed = await feedsAt(look, guesses, 'first')
  if (guessed.length > 0) return guessed
  throw new CallFailed(noFeedFound(new URL(page.url).host))
}

/** Reads feeds one by one; an address that is none is left out. */
async function feedsAt(
  look: Look,
  links: PageLinks['feeds'],
  which: 'all' | 'first',
): Promise<FoundDocument[]> {
  const found: FoundDocument[] = []
  for (const { url, title } of links) {
    const answer = await ask(look, url)
    if ('failure' in answer) continue
    const read = await look.reader.read(answer)
    if (read.kind !== 'feed') continue
    const known = found.some((other) => other.url === answer.url)
    if (!known) found.push(toFound(look, answer, { ...read.document, title: read.document.title || title }))
    if (which === 'first') break
  }
  return found
}

function toFound(
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
