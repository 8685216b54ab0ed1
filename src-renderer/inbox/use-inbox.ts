import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Act } from '../../src-main/contract/acts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { useCall, valueOf, type Reading } from '../engine/use-call.ts'
import { useLayout } from '../frame/layout.tsx'
import { useNavigation, type Place } from '../kit/places.tsx'
import { markRead } from './acts.ts'
import type { Density } from './mention-list.tsx'
import { withKept } from './pages.ts'
import { both } from './question.ts'
import { makeAxis, type Axis } from './time-axis.ts'
import { useActs, type Asking } from './use-acts.ts'
import { useDays } from './use-days.ts'
import { usePages, type PagedList } from './use-pages.ts'
import type { ListQuestion } from './watch-pages.ts'
import { useSelection, type Selection } from './use-selection.ts'

export type InboxPlace = Extract<Place, { kind: 'inbox' }>
export type Order = 'newest' | 'oldest'

export interface Inbox {
  readonly list: PagedList
  readonly items: readonly Mention[]
  readonly selection: Selection
  readonly whole: Reading<MentionWhole>
  /** The mention that is read, as far as it is known yet. */
  readonly current: Mention | null
  /** The mention that is chosen: the one that is read, or a moment ahead of it. */
  readonly chosen: Mention | null
  readonly typed: string
  readonly setTyped: (question: string) => void
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
/** A question is asked while it is typed, at the first pause. */
const ASK_AFTER_MS = 150

export function useInbox(place: InboxPlace): Inbox {
  const { scope } = useNavigation()
  const views = valueOf(useCall('views.list', scope === null ? {} : { brandId: scope }, 'keep'))
  const view = views?.items.find(({ name }) => name === place.view)?.where ?? VIEW_WHERE[place.view]
  const [typed, setTyped] = useState(place.question ?? '')
  const asked = usePaused(typed)
  const [order, setOrder] = useOrder(place.view)
  const looks = useLooks()
  const question = { brandId: scope, where: both(view, asked), order, group: looks.group }
  const list = usePages(question)
  const { begins, ends } = list.reach
  const isWhole = begins && ends
  const days = useDays(question, isWhole ? 'not-wanted' : 'wanted')
  const axis = useMemo(() => (days && !isWhole ? makeAxis(days, order) : null), [days, isWhole, order])
  const kept = useKept(`${view} ${asked}`)
  const items = useMemo(
    // A conversation stands where its first mention stands: what was read of it is in there.
    () =>
      looks.group === 'none' ? withKept(list.items, kept.mentions, order, { begins, ends }) : list.items,
    [list.items, kept.mentions, order, begins, ends, looks.group],
  )
  const selection = useSelection(items, place.mentionId ?? null, list.firstInSight)
  // The list answers every key at once; the reading pane follows when the keys pause.
  const readId = useDeferredValue(selection.id)
  const whole = useCall('mentions.get', readId === null ? null : { id: readId })
  const row = items.find(({ id }) => id === readId) ?? null
  const current = valueOf(whole) ?? row
  const chosen =
    current?.id === selection.id ? current : (items.find(({ id }) => id === selection.id) ?? null)
  const open = useOpening(items, current, kept.keep)
  const count = isWhole ? items.length : (days?.count ?? null)
  const acts = useActs({ selection, forget: kept.forget, question, asOf: list.asOf, count })
  return {
    ...{ list, items, selection, whole, current, chosen, typed, setTyped, order, setOrder, open },
    ...{ ...acts, ...looks, count, axis },
  }
}

/** Until the engine's own views are here. */
const VIEW_WHERE: Readonly<Record<InboxPlace['view'], string>> = {
  inbox: '-is:resolved -is:snoozed',
  unread: 'is:unread',
  unanswered: 'is:unanswered',
  negative: 'is:unanswered feeling:negative',
  'promises-due': 'has:promise',
  'came-back': 'is:came-back',
  snoozed: 'is:snoozed',
  drafts: 'has:draft',
  pending: 'status:pending',
  resolved: 'status:resolved',
  'resolved-by-rules': 'by:rule',
  everything: '',
}

function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const waits = setTimeout(() => setPaused(typed), ASK_AFTER_MS)
    return () => clearTimeout(waits)
  }, [typed])
  return paused
}

function useOrder(view: string): [Order, (order: Order) => void] {
  const { remembered, remember } = useLayout()
  const name = `order.${view}`
  return [remembered(name) === 1 ? 'oldest' : 'newest', (order) => remember(name, order === 'oldest' ? 1 : 0)]
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
  const group: ListQuestion['group'] = remembered('list.group') === 1 ? 'conversation' : 'none'
  return {
    density,
    setDensity: (next: Density) => remember('list.density', next === 'compact' ? 1 : 0),
    group,
    setGroup: (next: ListQuestion['group']) => remember('list.group', next === 'conversation' ? 1 : 0),
  }
}
