import type { Attempt, Fresh } from './attempt.ts'
import { fetchDocument, type Fetched, type FetchRequest } from '../fetch/fetch-document.ts'
import { chooseWay } from '../fetch/proxy.ts'
import { isPausedNow } from '../health/waits.ts'
import * as health from '../health/health-store.ts'
import { areValidatorsFresh, isFirstBodyFresh } from '../schedule/schedule.ts'
import { parseUrl } from '../url.ts'

/** Requests to one public host begin so far apart; what is private is the user's own. */
export const APART_MS = 500

/** What was fetched when the source was added, provided that was a moment ago: its first gathering. */
export async function firstGathering({ gathering, db, source }: Attempt): Promise<Fresh | null> {
  if (!isFirstBodyFresh(source.first_fetched_at, gathering.now())) return null
  const first = health.findFirstBody(db, source.id)
  if (first === null) return null
  const origin = parseUrl(source.url)?.origin ?? source.url
  const way = chooseWay(await gathering.network.proxyFor(`${origin}/`))
  return {
    kind: 'fresh',
    body: first.body,
    contentType: first.content_type,
    etag: first.etag,
    lastModified: first.last_modified,
    url: source.url,
    movedTo: null,
    freshSeconds: null,
    viaProxy: way.kind === 'proxy',
    isPrivate: false,
  }
}

/** What came of asking; `waiting`: meanwhile its place asked to be left alone, and nobody was asked. */
export type Asked = Fetched | { readonly kind: 'waiting' }

/** Asks for a source's document, or whether it changed. */
export function askSource(attempt: Attempt): Promise<Asked> {
  const { gathering, source } = attempt
  const mayBeUnchanged = areValidatorsFresh(source.validators_at, gathering.now())
  return askInTurn(attempt, {
    url: source.url,
    privateOrigin: source.private_origin,
    etag: mayBeUnchanged ? source.etag : null,
    lastModified: mayBeUnchanged ? source.last_modified : null,
    accepts: 'feed',
  })
}

/** One request, when its host may be asked. */
export function askInTurn({ gathering, source, signal }: Attempt, what: FetchRequest): Promise<Asked> {
  const { hosts, network, reader, waits, now } = gathering
  const host = parseUrl(what.url)?.host ?? what.url
  return hosts.enter(
    host,
    async () => {
      await reader.room()
      if (signal.aborted) return { kind: 'cancelled' }
      if (isPausedNow(waits, source, now())) return { kind: 'waiting' }
      waits.ask(what.url, now())
      return fetchDocument(network, what, signal)
    },
    source.private_origin === null ? APART_MS : 0,
  )
}
