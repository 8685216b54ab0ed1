import type { EngineEvent } from '../../../contract/events.ts'

/** Tells the same change once in half a second: a thousand sources gathered in a row would have the window ask a thousand times. */
export function coalesced(tell: (event: EngineEvent) => void): {
  readonly tell: (event: EngineEvent) => void
  readonly flush: () => void
} {
  const waiting = new Map<string, EngineEvent>()
  let timer: NodeJS.Timeout | null = null
  const flush = () => {
    if (timer) clearTimeout(timer)
    timer = null
    const events = [...waiting.values()]
    waiting.clear()
    events.forEach(tell)
  }
  return {
    tell: (event) => {
      if (event.kind !== 'changed') {
        tell(event)
        return
      }
      waiting.set(`${event.subject} ${event.brandId ?? ''}`, event)
      timer ??= setTimeout(flush, 500)
    },
    flush,
  }
}
