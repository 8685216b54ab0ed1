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

/** What is held of one question, and what was shown before it. */
interface Held {
  readonly key: string
  readonly place: string
  readonly shown: Shown | null
  /** Whether it was asked for early, or told since by who watches it. */
  readonly from: 'early' | 'watch'
  readonly before: ShownOf | null
}

/**
 * A list that loads as one scrolls; the old rows stay until the first page of a new question is here, but not in another
 * place.
 */
export function usePages(question: ListQuestion, place: string): PagedList {
  const key = JSON.stringify(question)
  const [last, setHeld] = useState(() => begin(question, { key, place }, null))
  const held =
    last.key !== key
      ? begin(question, { key, place }, last)
      : last.place === place
        ? last
        : { ...last, place }
  if (held !== last) setHeld(held)
  const shown = shownOf(held, place)
  const [attempt, setAttempt] = useState(0)
  const watch = useRef<WatchedPages | null>(null)
  const first = useRef(0)
  useEffect(() => {
    const early = held.from === 'early' ? held.shown : null
    const tell = (told: Shown) =>
      setHeld((now) => (now.key === key ? { ...now, shown: told, from: 'watch' } : now))
    const mine = watchPages(question, tell, early && takeKnownOf(question, early))
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

function begin(question: ListQuestion, of: Pick<Held, 'key' | 'place'>, last: Held | null): Held {
  const before = last?.shown ? { ...last.shown, key: last.key, place: last.place } : (last?.before ?? null)
  return { ...of, shown: knownOf(question), from: 'early', before }
}

function shownOf({ key, shown, before }: Held, place: string): ShownOf | null {
  if (shown !== null) return { ...shown, key, place }
  return before?.place === place ? before : null
}
