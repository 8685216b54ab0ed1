import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Act } from '../../src-main/contract/acts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { VIEW_QUESTIONS } from '../../src-main/contract/views.ts'
import { useCall, valueOf, type Reading } from '../engine/use-call.ts'
import { useExplained, type Explained } from '../search/use-explained.ts'
import { useHeldKeys } from '../kit/held-keys.ts'
import { useLayout } from '../frame/layout.tsx'
import { useScope, type Place } from '../kit/places.tsx'
import { useLatest } from '../kit/use-latest.ts'
import { useStateOf } from '../kit/use-state-of.ts'
import { markRead } from './acts.ts'
import type { Density } from './mention-list.tsx'
import { type Order, withKept } from './pages.ts'
import { both } from './question.ts'
import { makeAxis, type Axis } from './time-axis.ts'
import { useActs, type Asking } from './use-acts.ts'
import { asTyped, useAskNext, useLastUnderstood } from './use-asked.ts'
import { useDays } from './use-days.ts'
import { usePages, type PagedList } from './use-pages.ts'
import { ORDERS, rememberedGroup, rememberedOrder } from './remembered-looks.ts'
import { dateOrder, listQuestion, type ListQuestion } from './watch-pages.ts'
import { useSelection, type Selection } from './use-selection.ts'

export type InboxPlace = Extract<Place, { kind: 'inbox' }>

export interface Inbox {
  /** Names the place: what is of one is not of the next. */
  readonly of: string
  readonly list: PagedList
  /** Whether the rows answer what is asked now. */
  readonly rows: 'here' | 'on-its-way'
  readonly items: readonly Mention[]
  readonly selection: Selection
  readonly whole: Reading<MentionWhole>
  /** The mention that is read, as far as it is known yet. */
  readonly current: Mention | null
  /** The mention that is chosen: the one that is read, or a moment ahead of it. */
  readonly chosen: Mention | null
  readonly typed: string
  readonly setTyped: (question: string) => void
  /** What is typed, word by word. */
  readonly explained: Explained
  /** The whole question: the view's and what is typed. */
  readonly where: string
  readonly order: Order
  readonly setOrder: (order: Order) => void
  readonly act: (act: Act) => Promise<void>
  /** An act on everything the view holds, about which the user is asked. */
  readonly asking: Asking | null
  readonly answer: (answer: 'do' | 'leave') => void
  /** How many mentions the list has, loaded or not; null until it is known. */
  readonly count: number | null
  readonly axis: Axis | null
  readonly density: Density
  readonly setDensity: (density: Density) => void
  readonly group: ListQuestion['group']
  readonly setGroup: (group: ListQuestion['group']) => void
  /** Reads a mention: it is no longer new. */
  readonly open: (id: MentionId) => void
}

/** How long a mention stays under the eye before it counts as read, when one walks through the list. */
const READ_AFTER_MS = 700

export function useInbox(place: InboxPlace): Inbox {
  const scope = useScope()
  const view = VIEW_QUESTIONS[place.view]
  const first = place.question ?? ''
  // Another place begins anew, and what is drawn around its list stays as it is.
  const of = `${scope ?? 'all'} ${place.view} ${place.saved ?? ''} ${first}`
  const [typed, setTypedHere] = useStateOf(of, first)
  const setTyped = useLatest(setTypedHere)
  const wanted = asTyped(typed, first)
  const answer = useExplained(wanted, scope, of)
  const explained = answer.text === wanted ? { ...answer, text: typed } : answer
  const meant = useLastUnderstood(wanted, answer, { of, first })
  const [asked, ask] = useStateOf(of, first)
  const [order, setOrder] = useOrder(of, place.view, explained.marks.length > 0 ? 'some' : 'none')
  const looks = useLooks()
  const question = listQuestion({ brandId: scope, where: both(view, asked), order, group: looks.group })
  const list = usePages(question, of)
  useAskNext({ meant, asked, list: list.rows === 'its-own' ? 'here' : 'on-its-way', ask })
  const rows = list.rows === 'its-own' && asked === meant ? 'here' : 'on-its-way'
  useHeldKeys(rows)
  const { begins, ends } = list.reach
  const isWhole = begins && ends
  const byDate = dateOrder(question.order)
  const days = useDays(question, isWhole ? 'not-wanted' : asked === first ? 'wanted' : 'when-typed')
  const axis = useMemo(
    () => (days && !isWhole && byDate !== null ? makeAxis(days, byDate) : null),
    [days, isWhole, byDate],
  )
  const kept = useKept(`${view} ${asked}`)
  const items = useMemo(
    // A conversation stands where its first mention stands: what was read of it is in there.
    () =>
      looks.group === 'none' ? withKept(list.items, kept.mentions, order, { begins, ends }) : list.items,
    [list.items, kept.mentions, order, begins, ends, looks.group],
  )
  const selection = useSelection(items, { of, first: place.mentionId ?? null }, list.firstInSight)
  // The list answers every key at once; the reading pane follows when the keys pause.
  const readId = useDeferredValue(selection.id)
  const whole = useCall('mentions.get', readId === null ? null : { id: readId })
  const row = items.find(({ id }) => id === readId) ?? null
  const current = valueOf(whole) ?? row
  const chosen =
    current?.id === selection.id ? current : (items.find(({ id }) => id === selection.id) ?? null)
  const open = useOpening(items, current, kept.keep)
  const count = isWhole ? items.length : (days?.count ?? null)
  const acts = useActs({ of, selection, forget: kept.forget, question, asOf: list.asOf, count })
  const where = both(view, wanted)
  return {
    ...{ of, list, rows, items, selection, whole, current, chosen, typed, setTyped, explained, where, open },
    ...{ order, setOrder, ...acts, ...looks, count, axis },
  }
}

/** Which order is remembered for the view; by match only while there are words. */
function useOrder(of: string, view: string, words: 'some' | 'none'): [Order, (order: Order) => void] {
  const { remembered, remember } = useLayout()
  const [best, setBest] = useStateOf<'wanted' | 'unwanted'>(of, 'unwanted')
  const own = rememberedOrder(remembered, view)
  const setOrder = useLatest((order: Order) => {
    setBest(order === 'best' ? 'wanted' : 'unwanted')
    if (order !== 'best') remember(`order.${view}`, ORDERS.indexOf(order))
  })
  return [best === 'wanted' && words === 'some' ? 'best' : own, setOrder]
}

interface Kept {
  readonly mentions: readonly Mention[]
  readonly keep: (mention: Mention) => void
  readonly forget: (ids: readonly MentionId[]) => void
}

const NO_MENTIONS: readonly Mention[] = []

/** What was opened in this view stays in it until one leaves, or acts on it. */
function useKept(question: string): Kept {
  const [kept, setKept] = useState({ question, mentions: NO_MENTIONS })
  const mentions = kept.question === question ? kept.mentions : NO_MENTIONS
  return {
    mentions,
    keep: (mention) =>
      setKept((before) => {
        const others = before.question === question ? before.mentions : NO_MENTIONS
        return { question, mentions: [...others.filter(({ id }) => id !== mention.id), mention] }
      }),
    forget: (ids) =>
      setKept((before) => ({ ...before, mentions: before.mentions.filter(({ id }) => !ids.includes(id)) })),
  }
}

function useOpening(
  items: readonly Mention[],
  current: Mention | null,
  keep: (mention: Mention) => void,
): (id: MentionId) => void {
  const open = (id: MentionId) => {
    const mention = current?.id === id ? current : items.find((item) => item.id === id)
    if (mention?.status !== 'new') return
    keep({ ...mention, status: 'open' })
    void markRead(id)
  }
  const id = current?.id ?? null
  const openLater = useEffectEvent(open)
  useEffect(() => {
    if (id === null) return
    const waits = setTimeout(() => openLater(id), READ_AFTER_MS)
    return () => clearTimeout(waits)
  }, [id])
  return open
}

/** How the list looks, remembered from one morning to the next. */
function useLooks() {
  const { remembered, remember } = useLayout()
  const density: Density = remembered('list.density') === 1 ? 'compact' : 'comfortable'
  const group = rememberedGroup(remembered)
  const setDensity = useLatest((next: Density) => remember('list.density', next === 'compact' ? 1 : 0))
  const setGroup = useLatest((next: ListQuestion['group']) =>
    remember('list.group', next === 'conversation' ? 1 : 0),
  )
  return { density, setDensity, group, setGroup }
}
