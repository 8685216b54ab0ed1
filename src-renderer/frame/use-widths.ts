import { useViewportSize } from '@mantine/hooks'
import { foldFor, LIST, PERSON, RAIL, usualWidth, type Fold } from './fold.ts'
import { useLayout } from './layout.tsx'

const PANES = { rail: RAIL, list: LIST, person: PERSON }

export interface Widths {
  readonly rail: number
  readonly list: number
  readonly person: number
  readonly fold: Fold
  readonly resize: (pane: 'rail' | 'list' | 'person', width: number) => void
  readonly reset: (pane: 'rail' | 'list' | 'person') => void
}

/** The widths the user chose, and what fits into the window now. */
export function useWidths(): Widths {
  const { remembered, remember } = useLayout()
  const viewport = useViewportSize().width
  // Zero until the first layout effect; the window is never that narrow.
  const windowWidth = viewport === 0 ? window.innerWidth : viewport
  const widthOf = (pane: 'rail' | 'list' | 'person') =>
    remembered(pane) ?? usualWidth(PANES[pane], windowWidth)
  const widths = { rail: widthOf('rail'), list: widthOf('list'), person: widthOf('person') }
  return {
    ...widths,
    fold: foldFor(windowWidth, widths),
    resize: remember,
    reset: (pane) => remember(pane, usualWidth(PANES[pane], windowWidth)),
  }
}
