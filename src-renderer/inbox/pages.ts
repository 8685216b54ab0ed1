import type { Mention } from '../../src-main/contract/mentions.ts'

/** In which order the list is read: by date, by how well the words match, or by who needs an answer most. */
export type Order = 'newest' | 'oldest' | 'best' | 'care'

/** One page of a list: where it begins, what it holds, where the next begins. */
export interface Page {
  readonly cursor: string | null
  readonly items: readonly Mention[]
  readonly next: string | null
  /** Something changed since it was asked; it is asked again when it comes into sight. */
  readonly freshness: 'fresh' | 'stale'
}

export type Pages = readonly Page[]

/** Every mention once, in order. Pages may overlap for a moment when something left an earlier one. */
export function itemsOf(pages: Pages): Mention[] {
  const seen = new Set<string>()
  return pages.flatMap((page) =>
    page.items.filter(({ id }) => {
      if (seen.has(id)) return false
      seen.add(id)
      return true
    }),
  )
}

export function makeStale(pages: Pages): Pages {
  return pages.map((page) => ({ ...page, freshness: 'stale' }))
}

/** Which pages the rows from `first` to `last` lie on. */
export function pagesInSight(pages: Pages, first: number, last: number): { from: number; to: number } {
  let row = 0
  let from = 0
  let to = 0
  pages.forEach((page, index) => {
    if (row <= first) from = index
    if (row <= last) to = index
    row += page.items.length
  })
  return { from, to }
}

export interface PageAnswer {
  readonly items: readonly Mention[]
  readonly nextCursor: string | null
}

/** Puts in what was answered for a page; where its end moved, the page after it begins elsewhere and is stale. */
export function withAnswer(pages: Pages, index: number, answer: PageAnswer): Pages {
  const cursor = pages[index]?.cursor ?? null
  const page: Page = { cursor, items: answer.items, next: answer.nextCursor, freshness: 'fresh' }
  const before = pages.slice(0, index)
  const [following, ...rest] = pages.slice(index + 1)
  if (answer.nextCursor === null || following === undefined) return [...before, page]
  if (following.cursor === answer.nextCursor) return [...before, page, following, ...rest]
  return [...before, page, { ...following, cursor: answer.nextCursor, freshness: 'stale' }, ...rest]
}

/** The page to ask for now: a stale one in sight, else the next one when the end is near; null when all is well. */
export function pageToAsk(pages: Pages, first: number, last: number): number | null {
  if (pages.length === 0) return 0
  const { from, to } = pagesInSight(pages, first, last)
  for (let index = from; index <= to; index++) if (pages[index]?.freshness === 'stale') return index
  const rows = pages.reduce((sum, page) => sum + page.items.length, 0)
  const end = pages.at(-1)
  return end?.freshness === 'fresh' && end.next !== null && last >= rows - NEAR_THE_END ? pages.length : null
}

const NEAR_THE_END = 30

/** Begins the page after the last one, to be filled by its answer. */
export function withNewPage(pages: Pages): Pages {
  const cursor = pages.at(-1)?.next ?? null
  return [...pages, { cursor, items: [], next: null, freshness: 'stale' }]
}

/** What the user opened stays in sight although it no longer fits the view (read in Unread), at its own time. */
export function withKept(
  items: readonly Mention[],
  kept: readonly Mention[],
  order: Order,
  isWhole: boolean,
): Mention[] {
  const there = new Set(items.map(({ id }) => id))
  const missing = kept.filter(({ id }) => !there.has(id))
  if (missing.length === 0) return [...items]
  // By match there is no place for what no longer matches.
  if (order === 'best') return [...items]
  // In the order of care nothing says where it would stand: it stays at the top until one goes on.
  if (order === 'care') return [...missing, ...items]
  const direction = order === 'newest' ? -1 : 1
  const last = items.at(-1)
  const inReach = missing.filter(
    ({ at }) => isWhole || (last !== undefined && direction * at.localeCompare(last.at) <= 0),
  )
  return [...items, ...inReach].sort((a, b) => direction * a.at.localeCompare(b.at))
}
