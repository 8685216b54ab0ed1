import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function in every drawing, which does what the newest does: what it is given to is not drawn again for it. */
export function useLatest<Given extends readonly unknown[], Answer>(
  does: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(does)
  useLayoutEffect(() => {
    latest.current = does
  })
  return useCallback((...given) => latest.current(...given), [])
}
