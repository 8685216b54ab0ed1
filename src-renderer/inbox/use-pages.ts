import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { ask, onEngineEvent, toFailure, type Asked, type Output } from '../engine/call.ts'
import { concerns } from '../engine/subjects.ts'
import { itemsOf, makeStale, type Order, pageToAsk, withAnswer, withNewPage, type Pages } from './pages.ts'

export interface ListQuestion {
  readonly brandId: BrandId | null
  readonly where: string
  readonly order: Order
}

export interface PagedList {
  readonly kind: 'loading' | 'ready' | 'failed'
  readonly items: readonly Mention[]
  /** No page is left to load. */
  readonly whole: boolean
  readonly failure: Failure | null
  readonly asOf: string | null
  /** In which order it came: too many cannot be ordered by match. */
  readonly order: PageOutput['order']
  /** The rows in sight: more is loaded near the end, what is stale is asked again. */
  readonly look: (first: number, last: number) => void
  readonly again: () => void
}

const PAGE = 100
const AT_MOST_EVERY_MS = 120

type PageOutput = Output<'mentions.list'>

function askPage(question: ListQuestion, cursor: string | null): Asked<PageOutput> {
  const { brandId, where, order } = question
  const scope = { ...(brandId && { brandId }), ...(cursor !== null && { cursor }), limit: PAGE }
  if (order === 'best') return ask('mentions.search', { ...scope, query: where, order })
  return ask('mentions.list', { ...scope, where, order })
}

interface Shown {
  readonly pages: Pages
  readonly asOf: string | null
  readonly failure: Failure | null
  readonly order: PageOutput['order']
  readonly key: string
}

/** Keeps the pages of one question fresh, one call at a time. */
function watchPages(question: ListQuestion, tell: (shown: Omit<Shown, 'key'>) => void) {
  let pages: Pages = []
  let inSight = { first: 0, last: 0 }
  let asked: Asked<PageOutput> | null = null
  let waits: ReturnType<typeof setTimeout> | null = null
  let asOf: string | null = null
  let failed = false
  let stopped = false
  // Changed while a page was on its way: what it answers may be from before.
  let changedMeanwhile = false

  const step = () => {
    if (asked || stopped || failed) return
    const index = pageToAsk(pages, inSight.first, inSight.last)
    if (index === null) return
    if (index === pages.length) pages = withNewPage(pages)
    changedMeanwhile = false
    asked = askPage(question, pages[index]?.cursor ?? null)
    asked.answer.then(
      (answer) => {
        if (stopped) return
        asked = null
        if (pages.length > 0) pages = withAnswer(pages, index, answer)
        if (changedMeanwhile) pages = makeStale(pages)
        asOf = answer.asOf
        tell({ pages, asOf, failure: null, order: answer.order })
        step()
      },
      (thrown: unknown) => {
        if (stopped) return
        asked = null
        failed = true
        tell({ pages, asOf, failure: toFailure(thrown), order: question.order })
      },
    )
  }
  const refresh = () => {
    waits = null
    failed = false
    pages = makeStale(pages)
    changedMeanwhile = true
    step()
  }
  const stopListening = onEngineEvent((event) => {
    const input = question.brandId === null ? {} : { brandId: question.brandId }
    if (concerns(event, 'mentions.list', input)) waits ??= setTimeout(refresh, AT_MOST_EVERY_MS)
  })
  step()
  return {
    look: (first: number, last: number) => {
      inSight = { first, last }
      step()
    },
    stop: () => {
      stopped = true
      stopListening()
      if (waits) clearTimeout(waits)
      asked?.cancel()
    },
  }
}

const NOTHING: Pages = []

/** A list that loads as one scrolls; the old rows stay until the first page of a new question is here. */
export function usePages(question: ListQuestion): PagedList {
  const key = JSON.stringify(question)
  const [shown, setShown] = useState<Shown>({
    pages: NOTHING,
    asOf: null,
    failure: null,
    order: question.order,
    key: '',
  })
  const [attempt, setAttempt] = useState(0)
  const watch = useRef<ReturnType<typeof watchPages> | null>(null)
  useEffect(() => {
    const mine = watchPages(question, (told) => setShown({ ...told, key }))
    watch.current = mine
    return () => mine.stop()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for `question`, whose identity changes with every render
  }, [key, attempt])
  const look = useCallback((first: number, last: number) => watch.current?.look(first, last), [])
  const { pages, asOf, failure, order } = shown
  const items = useMemo(() => itemsOf(pages), [pages])
  return {
    kind: failure ? 'failed' : shown.key === '' ? 'loading' : 'ready',
    items,
    whole: pages.at(-1)?.next === null,
    failure,
    asOf,
    order,
    look,
    again: () => setAttempt((count) => count + 1),
  }
}
