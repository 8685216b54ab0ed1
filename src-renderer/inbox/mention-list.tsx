import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { MentionRow } from './mention-row.tsx'

export const ROW_PX = 80

interface MentionListProps {
  readonly items: readonly Mention[]
  readonly selectedId: MentionId | null
  readonly marked: ReadonlySet<MentionId>
  /** Whether each row says whose it is. */
  readonly brands: 'named' | 'one'
  readonly onLook: (first: number, last: number) => void
  readonly onChoose: (id: MentionId, how: 'open' | 'mark' | 'mark-to') => void
  readonly onMove: (by: number) => void
}

/** A list of any length: only the rows in sight exist. */
export function MentionList(props: MentionListProps) {
  const { items, selectedId, marked, brands, onLook, onChoose, onMove } = props
  const { t } = useText()
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const selected = items.findIndex(({ id }) => id === selectedId)
  const virtual = useRows(items, selected, () => scroller.current)
  const rows = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => onLook(first, last), [onLook, first, last, items])
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new choice scrolls, not every arrival above it
  }, [selectedId])
  useSteady(
    items,
    () => scroller.current?.scrollTop ?? 0,
    (px) => virtual.scrollToOffset(px),
  )

  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-label={t('inbox.list')}
      aria-multiselectable
      aria-activedescendant={selected < 0 ? undefined : `${listId}-${selected}`}
      tabIndex={0}
      data-pane="list"
      onKeyDown={(event) => moveByKey(event, items.length, onMove)}
    >
      <div className={classes.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const mention = items[row.index]
          return (
            mention && (
              <MentionRow
                key={row.key}
                id={`${listId}-${row.index}`}
                mention={mention}
                top={row.start}
                position={{ index: row.index, of: items.length }}
                state={row.index === selected ? 'read-now' : 'waiting'}
                marked={marked.has(mention.id) ? 'marked' : 'unmarked'}
                brands={brands}
                onClick={(event) => onChoose(mention.id, howOf(event))}
              />
            )
          )
        })}
      </div>
    </div>
  )
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
function useRows(items: readonly Mention[], selected: number, scrollElement: () => HTMLDivElement | null) {
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called here, never passed on
  return useVirtualizer({
    count: items.length,
    getScrollElement: scrollElement,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      return selected < 0 || rows.includes(selected) ? rows : [...rows, selected].sort((a, b) => a - b)
    },
  })
}

/** What one looks at stays where it is when something arrives, or goes, above it. */
function useSteady(
  items: readonly Mention[],
  scrolledTo: () => number,
  scrollTo: (px: number) => void,
): void {
  const before = useRef<readonly Mention[]>(items)
  const keepSteady = useEffectEvent((old: readonly Mention[]) => {
    const top = scrolledTo()
    if (old.length === 0 || top < ROW_PX) return
    const topRow = Math.floor(top / ROW_PX)
    const anchor = old.slice(topRow, topRow + 20).find(({ id }) => items.some((item) => item.id === id))
    if (!anchor) return
    const moved = items.findIndex(({ id }) => id === anchor.id) - old.findIndex(({ id }) => id === anchor.id)
    if (moved !== 0) scrollTo(top + moved * ROW_PX)
  })
  useLayoutEffect(() => {
    const old = before.current
    before.current = items
    if (old !== items) keepSteady(old)
  }, [items])
}
