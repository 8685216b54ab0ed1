import type { ReadMention } from '../gatherer-protocol.ts'
import { type Identity, identityOfAddress, identityOfId, identityOfText } from './identity.ts'

/** An item with everything it may be known by, the best first. */
export interface DistinctItem {
  /** Whose ids its place gives. */
  readonly host: string
  readonly item: ReadMention
  readonly identity: Identity
  readonly isKnownById: boolean
  /** Where that shows nothing else. */
  readonly ownAddress: string | null
}

export interface DistinctItems {
  readonly items: readonly DistinctItem[]
  /** Items of the document that were the same as another of it. */
  readonly repeated: number
  /** Whether an id, or an address, stands here for two texts. */
  readonly repeatsIds: boolean
}

/**
 * Tells the items of one document apart. The written rule: an id, or an address, that one document gives to two
 * different texts identifies neither, so the next best is used; the same text under the same id is one item; of the
 * versions of one entry (same id, same address, other time of update) the newest counts.
 */
export function distinctItems(host: string, items: readonly ReadMention[]): DistinctItems {
  const newest = newestVersions(items)
  const ids = ambiguous(newest, 'externalId')
  const addresses = ambiguous(newest, 'canonicalUrl')
  const seen = new Set<string>()
  const distinct = newest.flatMap((item): DistinctItem[] => {
    const id = item.externalId
    const address = item.canonicalUrl
    const isKnownById = id !== null && !ids.has(id)
    const ownAddress = address === null || addresses.has(address) ? null : address
    const identity = isKnownById
      ? identityOfId(host, id)
      : ownAddress === null
        ? identityOfText(host, item)
        : identityOfAddress(ownAddress)
    if (seen.has(identity.key)) return []
    seen.add(identity.key)
    return [
      {
        host,
        item,
        identity,
        isKnownById,
        ownAddress,
      },
    ]
  })
  return {
    items: distinct,
    repeated: items.length - distinct.length,
    repeatsIds: ids.size + addresses.size > 0,
  }
}

/** The same known by something else than its id, which is another's. */
export function underOther(distinct: DistinctItem, identity: Identity): DistinctItem {
  return { ...distinct, identity, isKnownById: false }
}

/** What it was known by if an earlier document made its id or address look better or worse than this one. */
export function otherIdentities({ host, item, identity: best }: DistinctItem): readonly Identity[] {
  const all = [
    ...(item.externalId === null ? [] : [identityOfId(host, item.externalId)]),
    ...(item.canonicalUrl === null ? [] : [identityOfAddress(item.canonicalUrl)]),
    identityOfText(host, item),
  ]
  return all.filter((other) => other.key !== best.key)
}

function newestVersions(items: readonly ReadMention[]): readonly ReadMention[] {
  const newest = new Map<string, ReadMention>()
  const isVersion = (item: ReadMention) =>
    item.externalId !== null && item.canonicalUrl !== null && item.updatedAt !== null
  const keyOf = (item: ReadMention) => `${item.externalId ?? ''}\u0000${item.canonicalUrl ?? ''}`
  if (!items.some(isVersion)) return items
  for (const item of items) {
    if (!isVersion(item)) continue
    const known = newest.get(keyOf(item))
    if (!known || (item.updatedAt ?? 0) > (known.updatedAt ?? 0)) newest.set(keyOf(item), item)
  }
  return items.filter((item) => {
    const best = isVersion(item) ? newest.get(keyOf(item)) : undefined
    return best === undefined || best === item || best.updatedAt === item.updatedAt
  })
}

/** The keys that two different texts share. */
function ambiguous(items: readonly ReadMention[], what: 'externalId' | 'canonicalUrl'): ReadonlySet<string> {
  const contents = new Map<string, number>()
  const shared = new Set<string>()
  for (const item of items) {
    const key = item[what]
    if (key === null) continue
    const known = contents.get(key)
    if (known === undefined) contents.set(key, item.contentHash)
    else if (known !== item.contentHash) shared.add(key)
  }
  return shared
}
