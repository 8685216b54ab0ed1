import type { MethodName } from '../../src-main/contract/contract.ts'

/** What one looks at: the list, what is read in it, and the counts beside it. */
const FIRST: ReadonlySet<MethodName> = new Set<MethodName>([
  'settings.get',
  'views.list',
  'tags.list',
  'questions.explain',
  'mentions.list',
  'mentions.search',
  'mentions.get',
])

/** What stands at the edges of the window, and may come a moment later. */
const CAN_WAIT: ReadonlySet<MethodName> = new Set<MethodName>([
  'brands.list',
  'mentions.days',
  'promises.due',
  'outbox.list',
  'gather.status',
  'sources.health',
])

/** Who asks the engine when. It answers one call after the other, so each waits for those before it. */
export interface Turns {
  /**
   * Sends a call now, or, if it can wait, when nothing that goes first is on its way and a frame has shown what came: one such
   * call at a time. What is not wanted any more by then is never sent, and never answered.
   */
  readonly take: <Answer>(
    name: MethodName,
    send: () => Promise<Answer>,
    isWanted: () => boolean,
  ) => Promise<Answer>
}

/** `afterFrame` calls back when the next frame has been drawn. */
export function createTurns(afterFrame: (then: () => void) => void): Turns {
  let first = 0
  let other: 'none' | 'next-frame' | 'on-its-way' = 'none'
  const waiting: { readonly go: () => Promise<unknown>; readonly isWanted: () => boolean }[] = []

  const goOn = () => {
    if (other !== 'none' || first > 0 || waiting.length === 0) return
    other = 'next-frame'
    afterFrame(() => {
      other = 'none'
      const next = first > 0 ? undefined : nextWanted()
      if (next === undefined) return
      other = 'on-its-way'
      void next.go().finally(() => {
        other = 'none'
        goOn()
      })
    })
  }
  const nextWanted = () => {
    for (;;) {
      const next = waiting.shift()
      if (next === undefined || next.isWanted()) return next
    }
  }
  const sendFirst = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    first += 1
    try {
      return await send()
    } finally {
      first -= 1
      goOn()
    }
  }
  return {
    take: (name, send, isWanted) => {
      if (FIRST.has(name)) return sendFirst(send)
      if (!CAN_WAIT.has(name)) return send()
      return new Promise((resolve, reject) => {
        const go = () => send().then(resolve, reject)
        waiting.push({ go, isWanted })
        goOn()
      })
    },
  }
}

/** What a hidden window never draws is not waited for longer. */
const NO_FRAME_MS = 100

/** Calls back once, when the next frame has been drawn. */
export function afterNextFrame(then: () => void): void {
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    then()
  }
  requestAnimationFrame(() => setTimeout(end))
  setTimeout(end, NO_FRAME_MS)
}
