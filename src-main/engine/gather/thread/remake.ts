import { setTimeout as pause } from 'node:timers/promises'
import { giveWay } from '../../store/user-act.ts'
import { hasToRemake } from '../../understand/remaking-store.ts'
import type { Service } from '../run/run-brands.ts'
import { createConnections } from './connections.ts'

/** Between two batches: time for gathering, which goes first. */
const PAUSE_MS = 4
/** So often the window hears that feelings changed. */
const TELL_EVERY_MS = 3000

export interface Remaker {
  /** Something has to be made anew, in some brand. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/** Makes anew what is derived from texts, in the background: after a new version, and after the user corrected one. */
export function createRemaker(service: Service): Remaker {
  const stopping = new AbortController()
  const asked = { again: false }
  let running: Promise<void> | null = null
  const run = async () => {
    while (asked.again && !stopping.signal.aborted) {
      asked.again = false
      await remakeAll(service, stopping.signal).catch((error: unknown) => {
        const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
        if (!stopping.signal.aborted) service.send({ kind: 'log', line: `remake: ${why}` })
      })
    }
    running = null
  }
  return {
    wake: () => {
      asked.again = true
      running ??= run()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function remakeAll(service: Service, signal: AbortSignal): Promise<void> {
  const { brands } = await service.ask.brands()
  const connections = createConnections(service.setting.binding)
  try {
    for (const place of brands) {
      const db = connections.open(place)
      if (!hasToRemake(db)) continue
      // What it knows of languages is large, and seldom needed here.
      const { remakeSome } = await import('../../understand/remake-store.ts')
      const tell = () =>
        service.send({
          kind: 'event',
          event: { kind: 'changed', subject: 'mentions', brandId: place.brandId },
        })
      let toldAt = performance.now()
      let some = false
      while (!signal.aborted) {
        giveWay({ shared: service.setting.turn })
        if (remakeSome(db) === 'done') break
        some = true
        if (performance.now() - toldAt > TELL_EVERY_MS) {
          tell()
          toldAt = performance.now()
        }
        await pause(PAUSE_MS)
      }
      if (some) tell()
    }
  } finally {
    connections.close()
  }
}
