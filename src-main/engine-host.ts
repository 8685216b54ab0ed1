import { fileURLToPath } from 'node:url'
import { runningClock } from './engine/clock.ts'
import type { Host } from './engine/context.ts'
import { log } from './log.ts'

/** What every process that runs the engine passes it alike; the bundles of the workers lie beside this one. */
export function baseHost(startAt?: number): Omit<Host, 'path' | 'proxyFor'> {
  return {
    clock: runningClock(startAt),
    log,
    sqliteBinding: process.env['VENTANILLA_SQLITE_BINDING'] ?? null,
    workers: {
      gatherer: new URL('gatherer-worker.js', import.meta.url),
      reader: new URL('reader-worker.js', import.meta.url),
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
  }
}
