import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { Mention } from '../../src-main/contract/mentions.ts'

export interface Drawn {
  readonly items: readonly Mention[]
  readonly run: string
  readonly rowPx: number
}

/** What one looks at stays where it is when something comes, or goes, above it; a list that is begun anew is at its top. */
export function useSteady(drawn: Drawn, scrolledTo: () => number, scrollTo: (px: number) => void): void {
  const before = useRef(drawn)
  const { items, run, rowPx } = drawn
  const keepSteady = useEffectEvent((old: Drawn, now: Drawn) => {
    // To scroll is to lay out the whole window at once: not where there was nothing to scroll.
    if (old.items.length === 0) return
    const to = old.run === now.run ? steadyTop(old, now, scrolledTo()) : 0
    if (to !== null) scrollTo(to)
  })
  useLayoutEffect(() => {
    const [old, now] = [before.current, { items, run, rowPx }]
    before.current = now
    keepSteady(old, now)
  }, [items, run, rowPx])
}

/** Where the rows in sight are now; null where they did not move. */
export function steadyTop(old: Drawn, now: Drawn, top: number): number | null {
  if (old.items === now.items && old.rowPx === now.rowPx) return null
  const topRow = Math.floor(top / old.rowPx)
  const anchor = old.items
    .slice(topRow, topRow + 20)
    .findIndex(({ id }) => now.items.some((item) => item.id === id))
  if (anchor < 0) return null
  const id = old.items[topRow + anchor]?.id
  const row = Math.max(0, now.items.findIndex((item) => item.id === id) - anchor)
  const to = row * now.rowPx + ((top % old.rowPx) / old.rowPx) * now.rowPx
  return Math.abs(to - top) < 1 ? null : to
}
