import type { EngineEvent } from '../../../contract/events.ts'

const WITHIN_MS = 300

/** Tells changes together: a thousand sources gathered in a row would have the window ask a thousand times. */
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
      const key = keyOf(event)
      if (key === null) {
        tell(event)
        return
      }
      waiting.set(key, event)
      timer ??= setTimeout(flush, WITHIN_MS)
    },
    flush,
  }
}

/** What is told of many sources in one second; null for what is told at once. */
function keyOf(event: EngineEvent): string | null {
  switch (event.kind) {
    case 'changed':
      return `${event.subject} ${event.brandId ?? ''}`
    case 'gathered':
      return `${event.sourceId} ${event.added}`
    case 'progress':
    case 'gathering':
    case 'engine':
      return null
  }
}
