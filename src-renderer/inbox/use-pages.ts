import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { itemsOf, reachOf, type Pages, type Reach } from './pages.ts'
import {
  knownOf,
  takeKnownOf,
  watchPages,
  type ListQuestion,
  type Shown,
  type WatchedPages,
} from './watch-pages.ts'

export interface PagedList {
  readonly kind: 'loading' | 'ready' | 'failed'
  readonly items: readonly Mention[]
  /** Whether these are still the rows of another question. */
  readonly rows: 'its-own' | 'of-before'
  readonly reach: Reach
  readonly failure: Failure | null
  readonly asOf: string | null
  /** In which order it came: too many cannot be ordered by match. */
  readonly order: Shown['order']
  /** Another one: the list was begun anew, at another place or with another question. */
  readonly run: string
  /** How many arrived since it was drawn. */
  readonly arrived: number
  /** The rows in sight: more is loaded near either end, what is stale is asked again. */
  readonly look: (first: number, last: number) => void
  /** The first row in sight. */
  readonly firstInSight: () => number
  readonly goToDay: (day: string) => void
  readonly showArrived: () => void
  readonly again: () => void
}

const NOTHING: Pages = []

interface ShownOf extends Shown {
  readonly key: string
  readonly place: string
}

/**
 * A list that loads as one scrolls; the old rows stay until the first page of a new question is here, but not in another
 * place.
 */
export function usePages(question: ListQuestion, place: string): PagedList {
  const key = JSON.stringify(question)
  const [last, setLast] = useState<ShownOf | null>(null)
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for `question`, whose identity changes with every render
  const begun = useMemo(() => knownOf(question), [key])
  const shown = shownNow(last, begun, { key, place })
  const [attempt, setAttempt] = useState(0)
  const watch = useRef<WatchedPages | null>(null)
  const first = useRef(0)
  useEffect(() => {
    const isFirstTime = last?.key !== key
    const begunWith = isFirstTime && begun !== null ? takeKnownOf(question, begun) : null
    const mine = watchPages(question, (told) => setLast({ ...told, key, place }), begunWith)
    watch.current = mine
    return () => mine.stop()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for `question`, whose identity changes with every render
  }, [key, attempt])
  const look = useCallback((from: number, to: number) => {
    first.current = from
    watch.current?.look(from, to)
  }, [])
  const pages = shown?.pages ?? NOTHING
  const items = useMemo(() => itemsOf(pages), [pages])
  return {
    kind: shown?.failure ? 'failed' : shown === null ? 'loading' : 'ready',
    items,
    rows: shown?.key === key ? 'its-own' : 'of-before',
    reach: reachOf(pages),
    failure: shown?.failure ?? null,
    asOf: shown?.asOf ?? null,
    order: shown?.order ?? question.order,
    run: `${shown?.run ?? 0} ${shown?.key ?? ''}`,
    arrived: shown?.arrived ?? 0,
    look,
    firstInSight: () => first.current,
    goToDay: (day) => watch.current?.begin({ kind: 'day', day }),
    showArrived: () => watch.current?.begin({ kind: 'start' }),
    again: () => setAttempt((count) => count + 1),
  }
}

function shownNow(
  last: ShownOf | null,
  begun: Shown | null,
  now: Pick<ShownOf, 'key' | 'place'>,
): ShownOf | null {
  if (last?.key === now.key) return last
  if (begun !== null) return { ...begun, ...now }
  return last?.place === now.place ? last : null
}
