import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import { canonicalUrl } from '../read/canonical-url.ts'
import type { DistinctItem } from './distinct.ts'
import { findByIdentity, type KnownMention } from './mention-rows.ts'

/**
 * The mention an item is, or null. An earlier document of the same source may have known it by another of its
 * identities (its id was repeated then, or is now); that one counts only when nothing speaks against it.
 */
export function findKnown(
  db: Database,
  { sourceRow, repeatsIds }: { readonly sourceRow: number; readonly repeatsIds: boolean },
  { item, identity, others, contentHash }: DistinctItem,
): KnownMention | null {
  const best = findByIdentity(db, identity)
  if (best || !repeatsIds) return best
  for (const other of others()) {
    const known = findByIdentity(db, other)
    if (known === null || known.source_id !== sourceRow || known.external_id !== item.externalId) continue
    if (known.content_hash === contentHash || sameAddress(db, known, item.canonicalUrl)) return known
  }
  return null
}

function sameAddress(db: Database, { id }: KnownMention, address: string | null): boolean {
  const row = prepared<[number], { url: string | null }>(db, 'SELECT url FROM mention_text WHERE id = ?').get(
    id,
  )
  return address !== null && canonicalUrl(row?.url ?? null) === address
}
