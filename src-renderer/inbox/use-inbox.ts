import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Act } from '../../src-main/contract/acts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { useCall, valueOf, type Reading } from '../engine/use-call.ts'
import { useExplained, type Explained } from '../search/use-explained.ts'
import { useViews } from '../kit/views.tsx'
import { useLayout } from '../frame/layout.tsx'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { useNavigation, type Place } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { doAct, markRead } from './acts.ts'
import { type Order, withKept } from './pages.ts'
import { both } from './question.ts'
import { usePages, type PagedList } from './use-pages.ts'
import { useSelection, type Selection } from './use-selection.ts'

export type InboxPlace = Extract<Place, { kind: 'inbox' }>

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
  /** What is typed, word by word. */
  readonly explained: Explained
  /** The whole question: the view's and what is typed. */
  readonly where: string
  readonly order: Order
  readonly setOrder: (order: Order) => void
  readonly act: (act: Act) => Promise<void>
  /** Reads a mention: it is no longer new. */
  readonly open: (id: MentionId) => void
}

/** How long a mention stays under the eye before it counts as read, when one walks through the list. */
const READ_AFTER_MS = 700
/** A question is asked while it is typed, at the first pause. */
const ASK_AFTER_MS = 120

export function useInbox(place: InboxPlace): Inbox {
  const { scope } = useNavigation()
  const views = useViews()
  const view = views?.items.find(({ name }) => name === place.view)?.where ?? VIEW_WHERE[place.view]
  const [typed, setTyped] = useState(place.question ?? '')
  const explained = useExplained(typed, scope)
  const asked = usePaused(useLastUnderstood(explained, place.question ?? ''))
  const [order, setOrder] = useOrder(place.view, explained.marks.length > 0 ? 'some' : 'none')
  const list = usePages({ brandId: scope, where: both(view, asked), order })
  const kept = useKept(`${view} ${asked}`)
  const items = useMemo(
    () => withKept(list.items, kept.mentions, order, list.whole),
    [list.items, kept.mentions, order, list.whole],
  )
  const selection = useSelection(items, place.mentionId ?? null)
  // The list answers every key at once; the reading pane follows when the keys pause.
  const readId = useDeferredValue(selection.id)
  const whole = useCall('mentions.get', readId === null ? null : { id: readId })
  const row = items.find(({ id }) => id === readId) ?? null
  const current = valueOf(whole) ?? row
  const chosen =
    current?.id === selection.id ? current : (items.find(({ id }) => id === selection.id) ?? null)
  const open = useOpening(items, current, kept.keep)
  const act = useActs(selection, kept.forget)
  const where = both(view, typed)
  return {
    list,
    items,
    selection,
    whole,
    current,
    chosen,
    typed,
    setTyped,
    explained,
    where,
    order,
    setOrder,
    act,
    open,
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
  'please-read': 'is:please-read',
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

/** While something is not understood the list goes on answering what was understood before. */
function useLastUnderstood({ text, error }: Explained, first: string): string {
  const [last, setLast] = useState(first)
  const understood = text !== null && error === null ? text : last
  if (understood !== last) setLast(understood)
  return understood
}

/** As the layout remembers them. */
const ORDERS: readonly Order[] = ['newest', 'oldest', 'care']

/** Which order is remembered for the view; by match only while there are words. */
function useOrder(view: string, words: 'some' | 'none'): [Order, (order: Order) => void] {
  const { remembered, remember } = useLayout()
  const [best, setBest] = useState<'wanted' | 'unwanted'>('unwanted')
  const name = `order.${view}`
  const own = ORDERS[remembered(name) ?? 0] ?? 'newest'
  const setOrder = (order: Order) => {
    setBest(order === 'best' ? 'wanted' : 'unwanted')
    if (order !== 'best') remember(name, ORDERS.indexOf(order))
  }
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

/** Whether the act takes mentions out of most views, so that one goes on to the next. */
function movesOn(act: Act): boolean {
  return (act.kind === 'status' && act.to === 'resolved') || (act.kind === 'snooze' && act.until !== null)
}

function useActs(
  selection: Selection,
  forget: (ids: readonly MentionId[]) => void,
): (act: Act) => Promise<void> {
  const { t } = useText()
  const { scope } = useNavigation()
  const formats = useFormats(useBrand(scope)?.timezone ?? null)
  return async (act) => {
    const ids = selection.targets
    const [first] = ids
    if (first === undefined) return
    const actId = await doAct({ t, formats }, ids, act, () => selection.select(first))
    if (actId === null) return
    if (act.kind !== 'tag' && act.kind !== 'untag') forget(ids)
    if (movesOn(act)) selection.selectAfter(ids)
    else selection.unmark()
  }
}
