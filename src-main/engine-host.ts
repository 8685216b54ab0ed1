import { fileURLToPath } from 'node:url'
import { runningClock } from './engine/clock.ts'
import type { Host } from './engine/context.ts'
import { log } from './log.ts'

/**
 * What every process that runs the engine passes it alike. `entry` is the `import.meta.url` of the process's own
 * bundle: those of the workers lie beside it, and the resources two folders up.
 */
export function baseHost(entry: string, startAt?: number): Omit<Host, 'path' | 'proxyFor'> {
  return {
    clock: runningClock(startAt),
    log,
    sqliteBinding: addonForOlderRuntime(),
    workers: {
      gatherer: new URL('gatherer-worker.js', entry),
      reader: new URL('reader-worker.js', entry),
      speller: new URL('speller-worker.js', entry),
    },
    resources: fileURLToPath(new URL('../../resources', entry)),
  }
}

/**
 * better-sqlite3's own addon asks for Node-API 10. Only a runtime that has less takes the one that set-up built: a
 * release never loads a native file because the environment names it.
 */
function addonForOlderRuntime(): string | null {
  return Number(process.versions['napi']) < 10 ? (process.env['VENTANILLA_SQLITE_BINDING'] ?? null) : null
}
