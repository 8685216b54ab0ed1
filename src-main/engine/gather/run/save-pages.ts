import type { Database } from 'better-sqlite3'
import { prepared } from '../../store/prepared.ts'
import { askInTurn } from './ask-source.ts'
import type { Attempt } from './attempt.ts'
import type { ReadDocument, ReadMention } from '../gatherer-protocol.ts'
import { asksEvery } from '../health/interval.ts'
import { turnPlaceOf } from '../health/turn-places.ts'
import type { SourceToGather } from '../health/health-store.ts'
import type { Saved } from '../save/save-document.ts'
import { parseUrl } from '../url.ts'

/** What came of a document and the pages behind it. */
export interface PagesSaved {
  readonly counts: Saved
  /** Everything listed. */
  readonly items: readonly ReadMention[]
  /** When its items were said, UTC ms; null for those that do not say. */
  readonly dates: readonly (number | null)[]
  /** False when older pages should have come and did not: they are asked for again. */
  readonly isWhole: boolean
  /** Since when things were said that nobody gathered, because nothing listed is known any more; else null. */
  readonly missedSince: number | null
}

const MOST_PAGES = 10

/**
 * Saves a document and, where its place gives items in pages, the pages behind it: all of them the first time, later
 * only until one brings nothing new. Null when it was cancelled on the way.
 */
export async function savePages(
  attempt: Attempt,
  first: ReadDocument,
  url: string,
): Promise<PagesSaved | null> {
  const { db, source } = attempt
  const unheardSince = mayHaveMissedSince(attempt)
  const passedOver = unheardSince === null ? 0 : countPassedOver(db, source.id)
  const saved = await saveEach(attempt, first, url)
  if (saved === null) return null
  const { counts, items } = saved
  const isAllNew = () => counts.added + countPassedOver(db, source.id) - passedOver === items.length
  const missedSince = unheardSince !== null && items.length > 0 && isAllNew() ? unheardSince : null
  return { ...saved, dates: first.items.map(({ publishedAt }) => publishedAt), missedSince }
}

async function saveEach(
  attempt: Attempt,
  first: ReadDocument,
  url: string,
): Promise<Pick<PagesSaved, 'counts' | 'items' | 'isWhole'> | null> {
  const { gathering, db, source, signal } = attempt
  const asked = [url]
  const items: ReadMention[] = []
  let counts: Saved = { added: 0, revised: 0, duplicates: 0 }
  let isWhole = true
  for (let page: ReadDocument | null = first; page !== null;) {
    const saved: Saved | null = await gathering.saver.save(db, source, page, signal)
    if (saved === null) return null
    items.push(...page.items)
    counts = sum(counts, saved)
    const wantsMore = source.body_hash === null || saved.added + saved.revised > 0
    const next: NextPage = wantsMore ? await askNext(attempt, page, asked) : { kind: 'none' }
    if (next.kind === 'cancelled') return null
    if (next.kind === 'missing') isWhole = source.body_hash !== null
    page = next.kind === 'page' ? next.document : null
  }
  return { counts, items, isWhole }
}

function sum(a: Saved, b: Saved): Saved {
  return {
    added: a.added + b.added,
    revised: a.revised + b.revised,
    duplicates: a.duplicates + b.duplicates,
  }
}

type NextPage =
  | { readonly kind: 'page'; readonly document: ReadDocument }
  | { readonly kind: 'none' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'cancelled' }

/** The page behind one, under the same fetch rules and of the same origin. One that fails never costs the others. */
async function askNext(attempt: Attempt, { nextUrl }: ReadDocument, asked: string[]): Promise<NextPage> {
  const { source, gathering } = attempt
  const next = parseUrl(nextUrl ?? '')
  if (next === null || asked.length >= MOST_PAGES || asked.includes(next.href)) return { kind: 'none' }
  if (next.origin !== parseUrl(asked[0] ?? '')?.origin || turnPlaceOf(next.href)) return { kind: 'none' }
  asked.push(next.href)
  const fetched = await askInTurn(attempt, {
    url: next.href,
    privateOrigin: source.private_origin,
    accepts: 'feed',
  })
  if (fetched.kind === 'cancelled') return fetched
  if (fetched.kind !== 'fresh') {
    gathering.log(`source ${source.id}: a page behind the first could not be gathered`)
    return {
      kind: fetched.kind === 'failed' && isForGood(fetched.failure.facts?.['status']) ? 'none' : 'missing',
    }
  }
  const { body, contentType, url } = fetched
  const read = await gathering.reader.take({ body, contentType, url })
  return read.kind === 'feed' ? { kind: 'page', document: read.document } : { kind: 'none' }
}

/** A place may name a page after its last: that is the end, and no reason to ask for everything again. */
function isForGood(status: string | number | readonly string[] | undefined): boolean {
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 429
}

/** Since when a source was not heard, if that is longer than it usually is. */
function mayHaveMissedSince({ source, gathering }: Attempt): number | null {
  const { last_success_at: heard, body_hash: known } = source
  if (heard === null || known === null) return null
  const usualMs = asksEvery(source, gathering.limits, heard) * 60_000
  return gathering.now() - heard > 1.5 * usualMs ? heard : null
}

function countPassedOver(db: Database, row: SourceToGather['id']): number {
  const sql = 'SELECT count(*) AS n FROM passed_over WHERE source_id = ?'
  return prepared<[number], { n: number }>(db, sql).get(row)?.n ?? 0
}
