import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './frame.module.css'

interface SplitterProps {
  /** What the pane is called, for screen readers. */
  readonly label: string
  readonly width: number
  readonly min: number
  readonly max: number
  /** Which side of the line the pane is on. */
  readonly pane: 'before' | 'after'
  readonly onResize: (width: number) => void
  /** Back to the width it came with. */
  readonly onReset: () => void
}

const STEP = 16

/** The line between two panes: drag it, or focus it and use the arrow keys. */
export function Splitter({ label, width, min, max, pane, onResize, onReset }: SplitterProps) {
  const grabbed = useRef<{ x: number; width: number } | null>(null)
  const direction = pane === 'before' ? 1 : -1
  const resize = (to: number) => onResize(Math.round(Math.min(max, Math.max(min, to))))

  const grab = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grabbed.current = { x: event.clientX, width }
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (grabbed.current) resize(grabbed.current.width + (event.clientX - grabbed.current.x) * direction)
  }
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (by === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (by === undefined) onReset()
    else resize(width + by * direction)
  }
  return (
    <div
      className={classes.splitter}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={() => {
        grabbed.current = null
      }}
      onDoubleClick={onReset}
      onKeyDown={press}
    />
  )
}
