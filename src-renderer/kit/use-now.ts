import { useSyncExternalStore } from 'react'

const EVERY_MS = 30_000
let now = Date.now()
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | null = null

function tick(): void {
  now = Date.now()
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (ticking === null) {
    now = Date.now()
    ticking = setInterval(tick, EVERY_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || ticking === null) return
    clearInterval(ticking)
    ticking = null
  }
}

/** The time, for relative times on the screen: one clock for all, moved twice a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
