import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import { ask, onEngineEvent, toFailure, type Asked, type Output } from '../engine/call.ts'
import { concerns } from '../engine/subjects.ts'
import {
  makeStale,
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
  readonly order: 'newest' | 'oldest'
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

/** Keeps the pages of one question fresh, one call at a time. What arrives is counted, and shown when one asks for it. */
export function watchPages(question: ListQuestion, tell: (shown: Shown) => void): WatchedPages {
  const scope = question.brandId === null ? {} : { brandId: question.brandId }
  let shown: Shown = { pages: [], asOf: null, failure: null, run: 0, arrived: 0 }
  let start: From = { kind: 'start' }
  let inSight = { first: 0, last: 0 }
  let asked: Asked<PageOutput> | null = null
  let counting: Asked<Output<'mentions.count'>> | null = null
  let waits: ReturnType<typeof setTimeout> | null = null
  let stopped = false
  // Changed while a page was on its way: what it answers may be from before.
  let changedMeanwhile = false

  const set = (change: Partial<Shown>) => {
    shown = { ...shown, ...change }
    tell(shown)
  }
  /** The page that was asked for, and where in the run it goes once it is here. */
  const place = (toAsk: ToAsk): { pages: Pages; index: number } => {
    if (toAsk.kind === 'again') return { pages: shown.pages, index: toAsk.index }
    const pages = withNewPage(shown.pages, toAsk.kind, start)
    return { pages, index: toAsk.kind === 'before' ? 0 : pages.length - 1 }
  }
  const step = () => {
    if (asked || stopped || shown.failure) return
    const toAsk = pageToAsk(shown.pages, inSight.first, inSight.last)
    if (toAsk === null) return
    const { pages, index } = place(toAsk)
    changedMeanwhile = false
    const { brandId, ...rest } = question
    const mine = ask('mentions.list', {
      ...(brandId && { brandId }),
      ...rest,
      ...inputOf(pages[index]),
      ...(shown.asOf !== null && { asOf: shown.asOf }),
      limit: PAGE,
    })
    asked = mine
    mine.answer.then(
      (answer) => {
        if (stopped || asked !== mine) return
        asked = null
        const filled = withAnswer(pages, index, answer)
        // Rows before those in sight push them on.
        if (toAsk.kind === 'before') {
          inSight = {
            first: inSight.first + answer.items.length,
            last: inSight.last + answer.items.length,
          }
        }
        set({
          pages: changedMeanwhile ? makeStale(filled) : filled,
          asOf: shown.asOf ?? answer.asOf,
          failure: null,
        })
        step()
      },
      (thrown: unknown) => {
        if (stopped || asked !== mine) return
        asked = null
        set({ failure: toFailure(thrown) })
      },
    )
  }
  const begin = (from: From) => {
    asked?.cancel()
    asked = null
    start = from
    inSight = { first: 0, last: 0 }
    // What one looks at stays until the first page of the new run is here.
    shown = {
      ...shown,
      pages: [],
      asOf: from.kind === 'start' ? null : shown.asOf,
      arrived: from.kind === 'start' ? 0 : shown.arrived,
      failure: null,
      run: shown.run + 1,
    }
    step()
  }
  const countArrived = () => {
    const after = shown.asOf
    if (after === null) return
    counting?.cancel()
    const mine = ask('mentions.count', { ...scope, where: question.where, arrivedAfter: after })
    counting = mine
    mine.answer.then(
      ({ count }) => {
        if (stopped || counting !== mine || shown.asOf !== after) return
        const isEmpty = shown.pages.every(({ items }) => items.length === 0)
        if (count > 0 && isEmpty) begin({ kind: 'start' })
        else if (count !== shown.arrived) set({ arrived: count })
      },
      () => undefined,
    )
  }
  const refresh = () => {
    waits = null
    shown = { ...shown, pages: makeStale(shown.pages), failure: null }
    changedMeanwhile = true
    step()
    countArrived()
  }
  const stopListening = onEngineEvent((event) => {
    if (concerns(event, 'mentions.list', scope)) waits ??= setTimeout(refresh, AT_MOST_EVERY_MS)
  })
  step()
  return {
    look: (first, last) => {
      inSight = { first, last }
      step()
    },
    begin,
    stop: () => {
      stopped = true
      stopListening()
      if (waits) clearTimeout(waits)
      asked?.cancel()
      counting?.cancel()
    },
  }
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
