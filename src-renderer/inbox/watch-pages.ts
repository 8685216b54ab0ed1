import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import {
  ask,
  knownEarly,
  onEngineEvent,
  takeKnown,
  toFailure,
  type Asked,
  type Output,
} from '../engine/call.ts'
import { concerns } from '../engine/subjects.ts'
import {
  makeStale,
  type Order,
  pageToAsk,
  withAnswer,
  withNewPage,
  type From,
  type Page,
  type Pages,
  type ToAsk,
} from './pages.ts'

export interface ListQuestion {
  readonly brandId: BrandId | null
  readonly where: string
  readonly order: Order
  readonly group: 'none' | 'conversation'
}

export interface Shown {
  readonly pages: Pages
  /** What the list was drawn against. */
  readonly asOf: string | null
  readonly failure: Failure | null
  /** Goes up when the list was begun anew at another place. */
  readonly run: number
  /** How many arrived since it was drawn. */
  readonly arrived: number
  /** In which order it came: too many cannot be ordered by match. */
  readonly order: ListQuestion['order']
}

export interface WatchedPages {
  readonly look: (first: number, last: number) => void
  /** Begins the list anew: with what is newest, or with a day. */
  readonly begin: (start: From) => void
  readonly stop: () => void
}

const PAGE = 100
const AT_MOST_EVERY_MS = 120

type PageOutput = Output<'mentions.list'>
type Tell = (shown: Shown) => void

/**
 * Keeps the pages of one question fresh, one call at a time. What arrives is counted, and shown when one asks for it.
 * `begunWith` is what is shown of it already.
 */
export function watchPages(question: ListQuestion, tell: Tell, begunWith: Shown | null): WatchedPages {
  let shown: Shown = begunWith ?? nothingOf(question)
  let start: From = { kind: 'start' }
  let inSight = { first: 0, last: 0 }
  const asking = oneAtATime()
  // Changed while a page was on its way: what it answers may be from before.
  let changedMeanwhile = false

  const set = (change: Partial<Shown>) => {
    shown = { ...shown, ...change }
    tell(shown)
  }
  const take = (toAsk: ToAsk, filled: Pages, { items, asOf, order }: PageOutput) => {
    if (toAsk.kind === 'before') inSight = pushedOn(inSight, items.length)
    set({ pages: changedMeanwhile ? makeStale(filled) : filled, asOf: shown.asOf ?? asOf, order })
    step()
  }
  const step = () => {
    if (asking.isBusy() || shown.failure) return
    const toAsk = pageToAsk(shown.pages, inSight.first, inSight.last)
    if (toAsk === null) return
    const { pages, index } = placeOf(shown.pages, toAsk, start)
    changedMeanwhile = false
    const mine = askPage(question, pages[index], shown.asOf)
    const taken = (answer: PageOutput) => take(toAsk, withAnswer(pages, index, answer), answer)
    asking.ask(mine, taken, (failure) => set({ failure }))
  }
  const begin = (from: From) => {
    asking.cancel()
    start = from
    inSight = { first: 0, last: 0 }
    // Not told yet: what one looks at stays until the first page of the new run is here.
    shown = begun(shown, from)
    step()
  }
  const stopWatching = watchChanges(
    question,
    () => {
      shown = { ...shown, pages: makeStale(shown.pages), failure: null }
      changedMeanwhile = true
      step()
      return shown.asOf
    },
    (count, asOf) => {
      if (shown.asOf !== asOf) return
      if (count > 0 && isEmpty(shown.pages)) begin({ kind: 'start' })
      else if (count !== shown.arrived) set({ arrived: count })
    },
  )
  step()
  return {
    look: (first, last) => {
      inSight = { first, last }
      step()
    },
    begin,
    stop: () => {
      stopWatching()
      asking.cancel()
      shown = { ...shown, failure: STOPPED }
    },
  }
}

/** One call on its way; what a call answers that was cancelled is let go. */
function oneAtATime() {
  let asked: Asked<PageOutput> | null = null
  return {
    isBusy: () => asked !== null,
    ask: (
      mine: Asked<PageOutput>,
      taken: (answer: PageOutput) => void,
      failed: (failure: Failure) => void,
    ) => {
      const isMine = () => {
        const still = asked === mine
        if (still) asked = null
        return still
      }
      asked = mine
      mine.answer.then(
        (answer) => isMine() && taken(answer),
        (thrown: unknown) => isMine() && failed(toFailure(thrown)),
      )
    },
    cancel: () => {
      asked?.cancel()
      asked = null
    },
  }
}

function isEmpty(pages: Pages): boolean {
  return pages.every(({ items }) => items.length === 0)
}

/** Nothing is asked any more. */
const STOPPED: Failure = { kind: 'cancelled', message: '', hint: '' }

/** After a change: `refresh` says what the list was drawn against, then what arrived since is counted. */
function watchChanges(
  question: ListQuestion,
  refresh: () => string | null,
  arrived: (count: number, asOf: string) => void,
): () => void {
  const scope = question.brandId === null ? {} : { brandId: question.brandId }
  let counting: Asked<Output<'mentions.count'>> | null = null
  let waits: ReturnType<typeof setTimeout> | null = null
  const look = () => {
    waits = null
    const asOf = refresh()
    counting?.cancel()
    counting = null
    if (asOf === null) return
    const mine = ask('mentions.count', { ...scope, where: question.where, arrivedAfter: asOf })
    counting = mine
    mine.answer.then(
      ({ count }) => {
        if (counting === mine) arrived(count, asOf)
      },
      () => undefined,
    )
  }
  const stopListening = onEngineEvent((event) => {
    if (concerns(event, 'mentions.list', scope)) waits ??= setTimeout(look, AT_MOST_EVERY_MS)
  })
  return () => {
    stopListening()
    if (waits) clearTimeout(waits)
    counting?.cancel()
    counting = null
  }
}

function nothingOf({ order }: ListQuestion): Shown {
  return { pages: [], asOf: null, failure: null, run: 0, arrived: 0, order }
}

/** What a list can begin with at once: its first page, where that was asked for early and is here. */
export function knownOf(question: ListQuestion): Shown | null {
  if (question.order === 'best') return null
  const answer = knownEarly('mentions.list', firstPageOf({ ...question, order: question.order }))
  if (answer === null) return null
  const pages = withAnswer(withNewPage([], 'after', { kind: 'start' }), 0, answer)
  return { ...nothingOf(question), pages, asOf: answer.asOf, order: answer.order }
}

/** The same for who goes on with it: asked anew where something has changed meanwhile. */
export function takeKnownOf(question: ListQuestion, shown: Shown): Shown {
  if (question.order === 'best') return shown
  const is = takeKnown('mentions.list', firstPageOf({ ...question, order: question.order }))
  return is === 'fresh' ? shown : { ...shown, pages: makeStale(shown.pages) }
}

/** The page that is asked for, and where in the run it goes once it is here. */
function placeOf(shown: Pages, toAsk: ToAsk, start: From): { pages: Pages; index: number } {
  if (toAsk.kind === 'again') return { pages: shown, index: toAsk.index }
  const pages = withNewPage(shown, toAsk.kind, start)
  return { pages, index: toAsk.kind === 'before' ? 0 : pages.length - 1 }
}

/** Rows that come before those in sight push them on. */
function pushedOn({ first, last }: { first: number; last: number }, by: number) {
  return { first: first + by, last: last + by }
}

/** A list begun anew with what is newest is drawn against now; with a day, against the same as before. */
function begun(shown: Shown, from: From): Shown {
  const isNow = from.kind === 'start'
  return {
    pages: [],
    asOf: isNow ? null : shown.asOf,
    arrived: isNow ? 0 : shown.arrived,
    failure: null,
    run: shown.run + 1,
    order: shown.order,
  }
}

function askPage(
  { brandId, order, where, group }: ListQuestion,
  page: Page | undefined,
  asOf: string | null,
): Asked<PageOutput> {
  if (order === 'best') {
    const cursor = page?.from.kind === 'cursor' ? { cursor: page.from.cursor } : {}
    const scope = brandId === null ? {} : { brandId }
    return ask('mentions.search', { ...scope, ...cursor, query: where, order, limit: PAGE })
  }
  return ask('mentions.list', {
    ...firstPageOf({ brandId, where, order, group }),
    ...inputOf(page),
    ...(asOf !== null && { asOf }),
  })
}

/** What the first page of a list is asked with, in an order that is not by match. */
export function firstPageOf({
  brandId,
  where,
  order,
  group,
}: ListQuestion & { readonly order: Exclude<Order, 'best'> }) {
  return { ...(brandId === null ? {} : { brandId }), where, order, group, limit: PAGE }
}

/** A list by care or by match has one row a mention: a conversation has no one place in it. */
export function listQuestion<Question extends ListQuestion>(question: Question): Question {
  return dateOrder(question.order) === null ? { ...question, group: 'none' } : question
}

export function dateOrder(order: Order): 'newest' | 'oldest' | null {
  return order === 'newest' || order === 'oldest' ? order : null
}

function inputOf(page: Page | undefined) {
  switch (page?.from.kind) {
    case 'cursor':
      return { cursor: page.from.cursor, direction: page.from.direction }
    case 'day':
      return { startAt: page.from.day }
    case 'start':
    case undefined:
      return {}
  }
}
