import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useFormats, type Formats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './time-axis.module.css'
import {
  barsOf,
  dayAt,
  indexOfDay,
  monthsOf,
  nextWithMentions,
  type Axis,
  type AxisDay,
} from './time-axis.ts'

interface TimeAxisStripProps {
  readonly axis: Axis
  /** The days in sight. */
  readonly first: string
  readonly last: string
  readonly onGo: (day: string) => void
}

/** While one drags, the list follows this often. */
const FOLLOW_EVERY_MS = 150

/** The scrollbar of a long list: an axis of time that shows how much was said when. Dragging it goes to a day. */
export function TimeAxisStrip({ axis, first, last, onGo }: TimeAxisStripProps) {
  const { t } = useText()
  const formats = useFormats('UTC')
  const strip = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<AxisDay | null>(null)
  const went = useRef({ at: 0, day: '' })
  const bars = useMemo(() => barsOf(axis), [axis])
  const here = indexOfDay(axis, first)
  const [begin, end] = [axis.days[here], axis.days[indexOfDay(axis, last)]]

  const drag = (event: PointerEvent, until: 'goes-on' | 'ends') => {
    const day = dayUnder(event, axis, strip.current)
    setDragged(until === 'ends' ? null : day)
    const now = performance.now()
    const wentNow = now - went.current.at < FOLLOW_EVERY_MS
    if (!day || (until === 'goes-on' && wentNow)) return
    // A press and its end are one: the list is not begun anew for the same day.
    if (until === 'ends' && went.current.day === day.day) return
    went.current = { at: now, day: day.day }
    onGo(day.day)
  }
  return (
    <div
      ref={strip}
      className={classes.strip}
      role="slider"
      tabIndex={0}
      data-focus="axis"
      aria-orientation="vertical"
      aria-label={t('inbox.axis.label')}
      aria-valuemin={0}
      aria-valuemax={axis.days.length - 1}
      aria-valuenow={here}
      aria-valuetext={begin && wordsOf(begin, formats, t)}
      onKeyDown={(event) => goByKey(event, axis, here, onGo)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(event, 'goes-on')
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event, 'goes-on')
      }}
      onPointerUp={(event) => drag(event, 'ends')}
      onPointerCancel={() => setDragged(null)}
    >
      <svg className={classes.bars} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
        <path d={bars} />
      </svg>
      <span
        className={classes.thumb}
        style={{ top: percent(begin?.from ?? 0), bottom: percent(1 - (end?.to ?? 1)) }}
      />
      <Months axis={axis} formats={formats} />
      {dragged && <DragLabel day={dragged} formats={formats} />}
    </div>
  )
}

function dayUnder(event: PointerEvent, axis: Axis, strip: HTMLElement | null): AxisDay | null {
  const box = strip?.getBoundingClientRect()
  if (!box) return null
  return dayAt(axis, Math.min(0.9999, Math.max(0, (event.clientY - box.top) / box.height)))
}

interface DragLabelProps {
  readonly day: AxisDay
  readonly formats: Formats
}

function DragLabel({ day, formats }: DragLabelProps) {
  const { t } = useText()
  return (
    <span className={classes.label} style={{ top: percent((day.from + day.to) / 2) }} role="status">
      {wordsOf(day, formats, t)}
    </span>
  )
}

function Months({ axis, formats }: { readonly axis: Axis; readonly formats: Formats }) {
  const months = useMemo(() => monthsOf(axis, 0.06), [axis])
  return (
    <span className={classes.months} aria-hidden>
      {months.map(({ day, from }) => (
        <span key={day} className={classes.month} style={{ top: percent(from) }}>
          {formats.month(noonOf(day))}
        </span>
      ))}
    </span>
  )
}

function wordsOf({ day, count }: AxisDay, formats: Formats, t: ReturnType<typeof useText>['t']): string {
  return t('inbox.axis.day', { day: formats.day(noonOf(day)), count, number: formats.number(count) })
}

/** A day has no zone here: its noon in UTC falls on it. */
function noonOf(day: string): string {
  return `${day}T12:00:00Z`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)}%`
}

const MONTH_DAYS = 30

function goByKey(event: KeyboardEvent, axis: Axis, here: number, onGo: (day: string) => void): void {
  const last = axis.days.length - 1
  const to = {
    ArrowDown: nextWithMentions(axis, here, 1),
    ArrowUp: nextWithMentions(axis, here, -1),
    PageDown: Math.min(last, here + MONTH_DAYS),
    PageUp: Math.max(0, here - MONTH_DAYS),
    Home: 0,
    End: last,
  }[event.key]
  const day = to === undefined ? undefined : axis.days[to]
  if (!day) return
  event.preventDefault()
  event.stopPropagation()
  onGo(day.day)
}
