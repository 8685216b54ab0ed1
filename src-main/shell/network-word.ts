import { net, powerMonitor } from 'electron'
import type { EngineSupervisor } from './engine-supervisor.ts'

const LOOK_EVERY_MS = 10_000

/** Passes on what only Electron hears: the laptop woke, the system lost or found the network. */
export function watchSystem(engine: EngineSupervisor): void {
  let online = true
  const look = () => {
    if (net.isOnline() === online) return
    online = !online
    engine.tell({ kind: 'told', word: online ? 'system-online' : 'system-offline' })
  }
  look()
  setInterval(look, LOOK_EVERY_MS).unref()
  powerMonitor.on('resume', () => {
    look()
    engine.tell({ kind: 'told', word: 'awake' })
  })
}
