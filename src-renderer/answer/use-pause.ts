import { useEffect, useState } from 'react'

/** A value once it has stood still for a moment. */
export function usePause<T>(value: T, afterMs: number): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const waits = setTimeout(() => setPaused(value), afterMs)
    return () => clearTimeout(waits)
  }, [value, afterMs])
  return paused
}
