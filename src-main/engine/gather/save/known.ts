import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { canonicalUrl } from '../read/canonical-url.ts'
import { type DistinctItem, otherIdentities } from './distinct.ts'
import { rowAt } from '../../store/mention-key.ts'
import type { Identity } from './identity.ts'
import { findByIdentity, type KnownMention, listOfSecond } from './mention-rows.ts'

export interface AtSource {
  readonly sourceRow: number
  readonly repeatsIds: boolean
}

/** What an item is: a mention that is there, or a new one. */
export type Recognised =
  | { readonly kind: 'known'; readonly known: KnownMention }
  | { readonly kind: 'new' }
  /** New, and its id is another mention's: the place gives ids to positions, not to what was said. */
  | { readonly kind: 'new-under-old-id'; readonly identity: Identity }

/**
 * The mention an item is. An earlier document of the same source may have known it by another of its identities (its id
 * was repeated then, or is now); that one counts only when nothing speaks against it.
 */
export function recognise(
  db: Database,
  place: AtSource,
  distinct: DistinctItem,
  best: KnownMention | null = findByIdentity(db, distinct.identity),
): Recognised {
  if (best && !isTakenOver(db, best, distinct)) return { kind: 'known', known: best }
  const known =
    best || place.repeatsIds ? (findByOther(db, place, distinct) ?? findByTime(db, place, distinct)) : null
  if (known) return { kind: 'known', known }
  if (!best) return { kind: 'new' }
  const free = otherIdentities(distinct).find((other) => findByIdentity(db, other) === null)
  return free === undefined ? { kind: 'known', known: best } : { kind: 'new-under-old-id', identity: free }
}

/** Whether the ids of a document are those of other texts by now: a look at its first few tells. */
export function areTakenOver(db: Database, items: readonly DistinctItem[]): boolean {
  return items.slice(0, 3).some((item) => {
    const known = findByIdentity(db, item.identity)
    return known !== null && isTakenOver(db, known, item)
  })
}

function findByOther(db: Database, { sourceRow }: AtSource, distinct: DistinctItem): KnownMention | null {
  const { item } = distinct
  for (const other of otherIdentities(distinct)) {
    const known = findByIdentity(db, other)
    if (known === null || known.source_id !== sourceRow) continue
    const { externalId, address } = idAndAddressOf(db, known)
    if (externalId !== item.externalId) continue
    if (known.content_hash === item.contentHash || address === item.canonicalUrl) return known
  }
  return null
}

const DAY_MS = 86_400_000

/**
 * Places that give new ids to what they said before: the same words by the same author at the same second. Where only
 * the day is told, two people may well have said the same.
 */
function findByTime(db: Database, { sourceRow }: AtSource, { item }: DistinctItem): KnownMention | null {
  const { publishedAt, contentHash } = item
  if (publishedAt === null || publishedAt < 0 || publishedAt % DAY_MS === 0) return null
  const isSame = (known: KnownMention) =>
    known.source_id === sourceRow &&
    known.content_hash === contentHash &&
    authorOf(db, known) === (item.author?.name ?? '')
  return listOfSecond(db, rowAt(publishedAt)).find(isSame) ?? null
}

function authorOf(db: Database, { id }: KnownMention): string | undefined {
  return prepared<[number], { author: string }>(db, 'SELECT author FROM mention_text WHERE id = ?').get(id)
    ?.author
}

/** Another text at another address and of another time, under the same id, is no edit. */
function isTakenOver(db: Database, known: KnownMention, { item }: DistinctItem): boolean {
  if (known.content_hash === item.contentHash || item.canonicalUrl === null || item.publishedAt === null)
    return false
  if (known.published_at === null || known.published_at === item.publishedAt) return false
  const { address } = idAndAddressOf(db, known)
  return address !== null && address !== item.canonicalUrl
}

function idAndAddressOf(
  db: Database,
  { id }: KnownMention,
): Pick<ReadMention, 'externalId'> & { readonly address: string | null } {
  const row = prepared<[number], { externalId: string | null; url: string | null }>(
    db,
    'SELECT external_id AS externalId, url FROM mention_text WHERE id = ?',
  ).get(id)
  return { externalId: row?.externalId ?? null, address: canonicalUrl(row?.url ?? null) }
}
