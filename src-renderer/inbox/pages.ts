import type { Mention } from '../../src-main/contract/mentions.ts'

/** In which order the list is read: by date, by how well the words match, or by who needs an answer most. */
export type Order = 'newest' | 'oldest' | 'best' | 'care'

/** How a page was asked for, and is asked for again. */
export type From =
  | { readonly kind: 'start' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'cursor'; readonly cursor: string; readonly direction: 'on' | 'back' }

/** One page of a list: how it is asked for, what it holds, where the ones beside it lie. */
export interface Page {
  readonly from: From
  readonly items: readonly Mention[]
  readonly next: string | null
  readonly previous: string | null
  /** Something changed since it was asked; it is asked again when it comes into sight. */
  readonly freshness: 'fresh' | 'stale'
}

/** A run of pages around the place one looks at: the list itself may be a thousand times as long. */
export type Pages = readonly Page[]

/** So many pages are kept: what is further away is asked for again when one comes back to it. */
export const MOST_PAGES = 12

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
  readonly previousCursor: string | null
}

/** Puts in what was answered for a page; where its end moved, the page after it begins elsewhere and is stale. */
export function withAnswer(pages: Pages, index: number, answer: PageAnswer): Pages {
  const from = pages[index]?.from ?? { kind: 'start' }
  const page: Page = {
    from,
    items: answer.items,
    next: answer.nextCursor,
    previous: answer.previousCursor,
    freshness: 'fresh',
  }
  const before = pages.slice(0, index)
  const [following, ...rest] = pages.slice(index + 1)
  if (answer.nextCursor === null || following === undefined) return [...before, page]
  if (!goesOnFrom(page, following)) return [...before, page, following, ...rest]
  const moved = { kind: 'cursor', cursor: answer.nextCursor, direction: 'on' } as const
  return [...before, page, { ...following, from: moved, freshness: 'stale' }, ...rest]
}

/** A page that was read back begins where it may; what follows it stands by itself. */
function goesOnFrom({ from, next }: Page, following: Page): boolean {
  const isBack = from.kind === 'cursor' && from.direction === 'back'
  return (
    !isBack &&
    following.from.kind === 'cursor' &&
    following.from.direction === 'on' &&
    following.from.cursor !== next
  )
}

export type ToAsk =
  | { readonly kind: 'again'; readonly index: number }
  | { readonly kind: 'before' }
  | { readonly kind: 'after' }

/** What to ask for now: a stale page in sight, else what lies beyond an end that is near; null when all is well. */
export function pageToAsk(pages: Pages, first: number, last: number): ToAsk | null {
  const [begin, end] = [pages[0], pages.at(-1)]
  if (!begin || !end) return { kind: 'after' }
  const { from, to } = pagesInSight(pages, first, last)
  for (let index = from; index <= to; index++)
    if (pages[index]?.freshness === 'stale') return { kind: 'again', index }
  const rows = pages.reduce((sum, page) => sum + page.items.length, 0)
  if (end.freshness === 'fresh' && end.next !== null && last >= rows - NEAR_THE_END) return { kind: 'after' }
  if (begin.freshness === 'fresh' && begin.previous !== null && first < NEAR_THE_END)
    return { kind: 'before' }
  return null
}

const NEAR_THE_END = 30

/** Begins a page beyond one end, to be filled by its answer; what lies too far from it at the other is let go. */
export function withNewPage(pages: Pages, where: 'before' | 'after', start: From): Pages {
  const empty = { items: [], next: null, previous: null, freshness: 'stale' } as const
  const [begin, end] = [pages[0], pages.at(-1)]
  if (where === 'before' && begin && begin.previous !== null) {
    const from = { kind: 'cursor', cursor: begin.previous, direction: 'back' } as const
    return [{ ...empty, from, next: begin.previous }, ...pages].slice(0, MOST_PAGES)
  }
  if (end && end.next !== null) {
    const from = { kind: 'cursor', cursor: end.next, direction: 'on' } as const
    return [...pages, { ...empty, from }].slice(-MOST_PAGES)
  }
  return [{ ...empty, from: start }]
}

/** Whether the run reaches where the list begins and ends. */
export interface Reach {
  readonly begins: boolean
  readonly ends: boolean
}

export function reachOf(pages: Pages): Reach {
  return { begins: pages[0]?.previous === null, ends: pages.at(-1)?.next === null }
}

/** What the user opened stays in sight although it no longer fits the view (read in Unread), at its own time. */
export function withKept(
  items: readonly Mention[],
  kept: readonly Mention[],
  order: Order,
  { begins, ends }: Reach,
): readonly Mention[] {
  const there = new Set(items.map(({ id }) => id))
  const missing = kept.filter(({ id }) => !there.has(id))
  if (missing.length === 0) return items
  // By match there is no place for what no longer matches.
  if (order === 'best') return items
  // In the order of care nothing says where it would stand: it stays at the top until one goes on.
  if (order === 'care') return begins ? [...missing, ...items] : items
  const direction = order === 'newest' ? -1 : 1
  const [first, last] = [items[0], items.at(-1)]
  const inReach = missing.filter(
    ({ at }) =>
      (begins || (first !== undefined && direction * at.localeCompare(first.at) >= 0)) &&
      (ends || (last !== undefined && direction * at.localeCompare(last.at) <= 0)),
  )
  if (inReach.length === 0) return items
  return [...items, ...inReach].sort((a, b) => direction * a.at.localeCompare(b.at))
}
