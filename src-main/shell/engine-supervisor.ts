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

type EngineState =
  | { readonly kind: 'starting' | 'ready'; readonly process: UtilityProcess }
  | { readonly kind: 'waiting' | 'closed' }
  /** It will not be started again by itself. */
  | { readonly kind: 'stopped'; readonly failure: Failure | undefined }

export function superviseEngine(
  engineArguments: readonly string[],
  log: (line: string) => void,
): EngineSupervisor {
  const windows = openWindows()
  let state: EngineState = { kind: 'waiting' }
  let crashes: CrashHistory = []

  const stop = (failure?: Failure) => {
    state = { kind: 'stopped', failure }
    windows.each((contents) => contents.send('engine-stopped', failure))
  }
  const heard = (process: UtilityProcess, message: EngineToShell) => {
    switch (message.kind) {
      case 'ready':
        state = { kind: 'ready', process }
        windows.each((contents) => handPort(process, contents))
        return
      case 'refused':
        stop(message.failure)
        return
      case 'proxy-for':
        void answerProxy(process, message)
        return
    }
  }

  const ended = (code: number) => {
    log(`The engine's process ended with ${code}.`)
    const next = afterCrash(crashes, Date.now())
    crashes = next.history
    if (next.kind === 'give-up') {
      stop()
      return
    }
    state = { kind: 'waiting' }
    windows.each((contents) => contents.send('engine-down'))
    setTimeout(start, next.waitMs)
  }

  const start = () => {
    if (state.kind !== 'waiting') return
    const process = forkEngine(engineArguments)
    state = { kind: 'starting', process }
    process.on('message', (message: EngineToShell) => heard(process, message))
    process.once('exit', (code) => {
      if (running(state) === process) ended(code)
    })
  }

  start()
  return {
    connect: (contents) => {
      windows.add(contents)
      if (state.kind === 'stopped') stop(state.failure)
      if (state.kind === 'ready') handPort(state.process, contents)
    },
    tell: (message) => running(state)?.postMessage(message),
    restart: () => {
      if (state.kind !== 'stopped') return
      crashes = []
      state = { kind: 'waiting' }
      start()
    },
    close: async () => {
      const process = running(state)
      state = { kind: 'closed' }
      if (process !== null) await closed(process)
    },
  }
}

function running(state: EngineState): UtilityProcess | null {
  return state.kind === 'starting' || state.kind === 'ready' ? state.process : null
}

function forkEngine(engineArguments: readonly string[]): UtilityProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'engine-process.js'), [...engineArguments], {
    serviceName: 'Ventanilla engine',
    stdio: 'inherit',
  })
}

function closed(process: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => resolve())
    process.postMessage({ kind: 'close' } satisfies ShellToEngine)
  })
}

function handPort(process: UtilityProcess, contents: WebContents): void {
  const { port1, port2 } = new MessageChannelMain()
  process.postMessage({ kind: 'window' } satisfies ShellToEngine, [port1])
  contents.postMessage('engine-up', null, [port2])
}

async function answerProxy(
  process: UtilityProcess,
  { id, url }: { readonly id: number; readonly url: string },
): Promise<void> {
  const proxy = await session.defaultSession.resolveProxy(url)
  process.postMessage({ kind: 'proxy', id, proxy } satisfies ShellToEngine)
}

/** The windows that asked for the engine and are still there. */
function openWindows() {
  const windows = new Set<WebContents>()
  return {
    add: (contents: WebContents) => {
      windows.add(contents)
      contents.once('destroyed', () => windows.delete(contents))
    },
    each: (tell: (contents: WebContents) => void) => {
      for (const contents of windows) if (!contents.isDestroyed()) tell(contents)
    },
  }
}
