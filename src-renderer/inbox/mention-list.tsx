import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { MentionRow } from './mention-row.tsx'
import type { Axis } from './time-axis.ts'
import { useSteady } from './use-steady.ts'
import { TimeAxisStrip } from './time-axis-strip.tsx'

export type Density = 'comfortable' | 'compact'

const ROW_PX: Readonly<Record<Density, number>> = { comfortable: 80, compact: 52 }

interface MentionListProps {
  readonly items: readonly Mention[]
  /** Another one: the list was begun anew, at another place or with another question. */
  readonly run: string
  /** Whether they answer what is asked now. */
  readonly rows: 'here' | 'on-its-way'
  readonly density: Density
  readonly selectedId: MentionId | null
  readonly marked: ReadonlySet<MentionId>
  /** Whether each row says whose it is. */
  readonly brands: 'named' | 'one'
  readonly axis: Axis | null
  readonly onLook: (first: number, last: number) => void
  readonly onChoose: (id: MentionId, how: 'open' | 'mark' | 'mark-to') => void
  readonly onMove: (by: number) => void
  readonly onGoToDay: (day: string) => void
}

const NOTHING_IN_SIGHT = { startIndex: 0, endIndex: 0 }

/** A list of any length: only the rows in sight exist. */
export function MentionList(props: MentionListProps) {
  const { items, run, density, selectedId, marked, brands, axis, onLook, onChoose, onMove } = props
  const { t } = useText()
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rowPx = ROW_PX[density]
  const selected = useMemo(() => items.findIndex(({ id }) => id === selectedId), [items, selectedId])
  const virtual = useRows(items, selected, rowPx, () => scroller.current)
  const rows = virtual.getVirtualItems()
  const { startIndex: first, endIndex: last } = virtual.range ?? NOTHING_IN_SIGHT
  useEffect(() => onLook(first, last), [onLook, first, last, items])
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new choice scrolls, not every arrival above it
  }, [selectedId])
  useSteady(
    { items, run, rowPx },
    () => scroller.current?.scrollTop ?? 0,
    (px) => scroller.current?.scrollTo({ top: px, behavior: 'instant' }),
  )

  return (
    <div className={classes.listAndAxis}>
      <div
        ref={scroller}
        className={classes.list}
        role="listbox"
        aria-label={t('inbox.list')}
        aria-busy={props.rows === 'on-its-way'}
        aria-multiselectable
        aria-activedescendant={selected < 0 ? undefined : `${listId}-${selected}`}
        tabIndex={0}
        data-pane="list"
        data-density={density}
        data-axis={axis !== null || undefined}
        onKeyDown={(event) => moveByKey(event, items.length, onMove)}
        onClick={(event) => {
          const mention = items[Number(rowUnder(event.target))]
          if (mention) onChoose(mention.id, howOf(event))
        }}
      >
        <div className={classes.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {rows.map((row) => {
            const mention = items[row.index]
            return (
              mention && (
                <MentionRow
                  key={row.index}
                  {...{ mention, density, brands }}
                  {...{ id: `${listId}-${row.index}`, top: row.start, index: row.index, of: items.length }}
                  state={row.index === selected ? 'read-now' : 'waiting'}
                  marked={marked.has(mention.id) ? 'marked' : 'unmarked'}
                />
              )
            )
          })}
        </div>
      </div>
      {axis && <Axes axis={axis} items={items} first={first} last={last} onGo={props.onGoToDay} />}
    </div>
  )
}

interface AxesProps {
  readonly axis: Axis
  readonly items: readonly Mention[]
  readonly first: number
  readonly last: number
  readonly onGo: (day: string) => void
}

function Axes({ axis, items, first, last, onGo }: AxesProps) {
  const { scope } = useNavigation()
  const formats = useFormats(useBrand(scope)?.timezone ?? null)
  const dayOf = (index: number) => {
    const mention = items[Math.min(index, items.length - 1)]
    return mention ? formats.isoDay(mention.at) : (axis.days[0]?.day ?? '')
  }
  return <TimeAxisStrip axis={axis} first={dayOf(first)} last={dayOf(last)} onGo={onGo} />
}

function rowUnder(target: EventTarget): string | undefined {
  const row = target instanceof Element ? target.closest('[data-row]') : null
  return row instanceof HTMLElement ? row.dataset['row'] : undefined
}

const PAGE_ROWS = 8

function moveByKey(event: KeyboardEvent, rows: number, onMove: (by: number) => void): void {
  const by = { PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS, Home: -rows, End: rows }[event.key]
  if (by === undefined) return
  event.preventDefault()
  onMove(by)
}

function howOf(event: MouseEvent): 'open' | 'mark' | 'mark-to' {
  if (event.shiftKey) return 'mark-to'
  return event.ctrlKey || event.metaKey ? 'mark' : 'open'
}

/** The rows in sight, and the selected one, for aria-activedescendant. */
function useRows(
  items: readonly Mention[],
  selected: number,
  rowPx: number,
  scrollElement: () => HTMLDivElement | null,
) {
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called here, never passed on
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: scrollElement,
    estimateSize: () => rowPx,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      return selected < 0 || rows.includes(selected) ? rows : [...rows, selected].sort((a, b) => a - b)
    },
  })
  useLayoutEffect(() => virtual.measure(), [virtual, rowPx])
  return virtual
}
