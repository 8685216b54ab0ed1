import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { call } from '../engine/call.ts'
import { showFailure } from '../kit/toast.tsx'

/** Numbers the window remembers between two mornings: widths of panes, the last brand, orders of views. */
export interface Layout {
  readonly remembered: (name: string) => number | null
  readonly remember: (name: string, value: number) => void
}

const LayoutContext = createContext<Layout | null>(null)

const SAVE_AFTER_MS = 400

export function LayoutProvider({
  saved,
  children,
}: {
  saved: Readonly<Record<string, number>>
  children: ReactNode
}) {
  const [changed, setChanged] = useState<Readonly<Record<string, number>>>({})
  const savedNow = useRef(saved)
  useEffect(() => {
    savedNow.current = saved
  }, [saved])

  useEffect(() => {
    if (Object.keys(changed).length === 0) return
    const saving = setTimeout(() => {
      call('settings.set', { layout: { ...savedNow.current, ...changed } }).catch(showFailure)
    }, SAVE_AFTER_MS)
    return () => clearTimeout(saving)
  }, [changed])

  const layout = useMemo<Layout>(
    () => ({
      remembered: (name) => changed[name] ?? saved[name] ?? null,
      remember: (name, value) => setChanged((before) => ({ ...before, [name]: value })),
    }),
    [changed, saved],
  )
  return <LayoutContext value={layout}>{children}</LayoutContext>
}

export function useLayout(): Layout {
  const layout = useContext(LayoutContext)
  if (!layout) throw new Error('useLayout outside of its provider')
  return layout
}
