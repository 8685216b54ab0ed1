import { join } from 'node:path'
import { MessageChannelMain, session, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { Failure } from '../contract/failure.ts'
import type { EngineToShell, ShellToEngine } from '../contract/wire.ts'
import { afterCrash, type CrashHistory } from './restart-policy.ts'

/** Starts the engine's process, hands windows a port to it, and starts it again when it dies. */
export interface EngineSupervisor {
  /** Gives a window a port to the engine, now or as soon as there is one. */
  readonly connect: (contents: WebContents) => void
  readonly tell: (message: ShellToEngine) => void
  readonly restart: () => void
  /** Lets the engine finish what it writes. Resolves when its process has ended. */
  readonly close: () => Promise<void>
}

export function superviseEngine(
  engineArguments: readonly string[],
  log: (line: string) => void,
): EngineSupervisor {
  const windows = new Set<WebContents>()
  let engine: UtilityProcess | null = null
  let ready = false
  let closing = false
  let refused: Failure | null = null
  let crashes: CrashHistory = []

  const eachWindow = (channel: string, ...values: unknown[]) => {
    for (const contents of windows) if (!contents.isDestroyed()) contents.send(channel, ...values)
  }

  const handPort = (contents: WebContents) => {
    if (engine === null || !ready || contents.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    engine.postMessage({ kind: 'window' } satisfies ShellToEngine, [port1])
    contents.postMessage('engine-up', null, [port2])
  }

  const heard = (message: EngineToShell) => {
    switch (message.kind) {
      case 'ready':
        ready = true
        windows.forEach(handPort)
        return
      case 'refused':
        refused = message.failure
        eachWindow('engine-stopped', message.failure)
        return
      case 'proxy-for':
        void session.defaultSession
          .resolveProxy(message.url)
          .then((proxy) =>
            engine?.postMessage({ kind: 'proxy', id: message.id, proxy } satisfies ShellToEngine),
          )
        return
    }
  }

  const ended = (code: number) => {
    engine = null
    ready = false
    if (closing || refused !== null) return
    log(`The engine's process ended with ${code}.`)
    const next = afterCrash(crashes, Date.now())
    crashes = next.history
    if (next.kind === 'give-up') {
      eachWindow('engine-stopped')
      return
    }
    eachWindow('engine-down')
    setTimeout(start, next.waitMs)
  }

  const start = () => {
    refused = null
    engine = utilityProcess.fork(join(import.meta.dirname, 'engine-process.js'), [...engineArguments], {
      serviceName: 'Ventanilla engine',
      stdio: 'inherit',
    })
    engine.on('message', heard)
    engine.once('exit', ended)
  }

  start()
  return {
    connect: (contents) => {
      windows.add(contents)
      contents.once('destroyed', () => windows.delete(contents))
      if (refused !== null) contents.send('engine-stopped', refused)
      else handPort(contents)
    },
    tell: (message) => engine?.postMessage(message),
    restart: () => {
      crashes = []
      if (engine === null) start()
    },
    close: () => {
      closing = true
      const running = engine
      if (running === null) return Promise.resolve()
      return new Promise((resolve) => {
        running.once('exit', () => resolve())
        running.postMessage({ kind: 'close' } satisfies ShellToEngine)
      })
    },
  }
}
