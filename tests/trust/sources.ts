import type { BrandId, SourceId } from '../../src-main/contract/ids.ts'
import type { GatherResult } from '../../src-main/contract/gather.ts'
import type { Case, Comes } from '../support/misbehaving/case.ts'
import type { Misbehaving } from '../support/misbehaving/server.ts'
import type { TrustEngine } from './engine.ts'

/** Adds addresses as a user's own list of feeds does: nothing is asked yet. In the order of the names. */
export async function addAddresses(
  { call }: TrustEngine,
  brandId: BrandId,
  addresses: readonly { readonly name: string; readonly url: string }[],
): Promise<IdOf> {
  const outlines = addresses.map(
    ({ name, url }) => `<outline type="rss" text="${name}" xmlUrl="${url.replaceAll('&', '&amp;')}"/>`,
  )
  const opml = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
  const { added, rejected } = await call('sources.addMany', { brandId, opml })
  if (rejected.length > 0 || added.length !== addresses.length)
    throw new Error(`Not all could be added: ${JSON.stringify(rejected)}`)
  const ids = new Map(added.map(({ sourceId, title }) => [title, sourceId]))
  return (name) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`There is no source ${name}.`)
    return id
  }
}

/** The source of a name. */
export type IdOf = (name: string) => SourceId

export function addCases(
  engine: TrustEngine,
  brandId: BrandId,
  server: Misbehaving,
  cases: readonly Case[],
): Promise<IdOf> {
  return addAddresses(
    engine,
    brandId,
    cases.map(({ name }) => ({ name, url: server.url(name) })),
  )
}

/** What came of a gathering, in the words of `Comes`; null when that is as it should be. */
export function difference(comes: Comes, { added, errors }: GatherResult): string | null {
  const came = errors[0]?.kind ?? `${added} mentions`
  const wanted = comes.kind === 'gathered' ? `${comes.items} mentions` : comes.with
  return came === wanted ? null : `${came} instead of ${wanted}`
}
