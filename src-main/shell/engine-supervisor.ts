import { join } from 'node:path'
import { MessageChannelMain, session, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { Failure } from '../contract/failure.ts'
import type { EngineToShell, ShellToEngine } from '../contract/wire.ts'
import { ENGINE_ENVIRONMENT } from '../engine-environment.ts'
import type { SecretShelf } from './secrets.ts'
import { afterCrash, type CrashHistory } from './restart-policy.ts'

/** Starts the engine's process, hands windows a port to it, and starts it again when it dies. */
export interface EngineSupervisor {
  /** Gives a window a port to the engine, now or as soon as there is one; what it asks waits in it until the engine is up. */
  readonly connect: (contents: WebContents) => void
  readonly tell: (message: ShellToEngine) => void
  readonly restart: () => void
  /** Lets the engine finish what it writes. Resolves when its process has ended. */
  readonly close: () => Promise<void>
}

type EngineState =
  | { readonly kind: 'running'; readonly process: UtilityProcess }
  | { readonly kind: 'waiting' | 'closed' }
  /** It will not be started again by itself. */
  | { readonly kind: 'stopped'; readonly failure: Failure | undefined }

/** What the supervisor knows, in one place; the functions below move it on. */
interface Life {
  state: EngineState
  crashes: CrashHistory
  readonly windows: ReturnType<typeof openWindows>
  readonly engineArguments: readonly string[]
  readonly log: (line: string) => void
  readonly secrets: SecretShelf
}

export function superviseEngine(
  engineArguments: readonly string[],
  log: (line: string) => void,
  secrets: SecretShelf,
): EngineSupervisor {
  const state = { kind: 'waiting' } as const
  const life: Life = { state, crashes: [], windows: openWindows(), engineArguments, log, secrets }
  start(life)
  return {
    connect: (contents) => {
      life.windows.add(contents)
      if (life.state.kind === 'stopped') contents.send('engine-stopped', life.state.failure)
      if (life.state.kind === 'running') handPort(life.state.process, contents)
    },
    tell: (message) => running(life.state)?.postMessage(message),
    restart: () => {
      if (life.state.kind !== 'stopped') return
      life.crashes = []
      life.state = { kind: 'waiting' }
      start(life)
    },
    close: async () => {
      const process = running(life.state)
      life.state = { kind: 'closed' }
      if (process !== null) await closed(process)
    },
  }
}

function start(life: Life): void {
  if (life.state.kind !== 'waiting') return
  const process = forkEngine(life.engineArguments)
  life.state = { kind: 'running', process }
  process.on('message', (message: EngineToShell) => heard(life, process, message))
  process.once('exit', (code) => {
    if (running(life.state) === process) ended(life, code)
  })
  life.windows.each((contents) => handPort(process, contents))
}

function heard(life: Life, process: UtilityProcess, message: EngineToShell): void {
  switch (message.kind) {
    case 'refused':
      stop(life, message.failure)
      return
    case 'proxy-for':
      void answerProxy(process, message)
      return
    case 'secret':
      void answerSecret(life, process, message)
      return
  }
}

function ended(life: Life, code: number): void {
  life.log(`The engine's process ended with ${code}.`)
  const next = afterCrash(life.crashes, Date.now())
  life.crashes = next.history
  if (next.kind === 'give-up') {
    stop(life, undefined)
    return
  }
  life.state = { kind: 'waiting' }
  life.windows.each((contents) => contents.send('engine-down'))
  setTimeout(() => start(life), next.waitMs)
}

function stop(life: Life, failure: Failure | undefined): void {
  life.state = { kind: 'stopped', failure }
  life.windows.each((contents) => contents.send('engine-stopped', failure))
}

function running(state: EngineState): UtilityProcess | null {
  return state.kind === 'running' ? state.process : null
}

function forkEngine(engineArguments: readonly string[]): UtilityProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'engine-loader.js'), [...engineArguments], {
    serviceName: 'Ventanilla engine',
    stdio: 'inherit',
    env: { ...process.env, ...ENGINE_ENVIRONMENT },
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

async function answerSecret(
  { secrets }: Life,
  process: UtilityProcess,
  message: Extract<EngineToShell, { kind: 'secret' }>,
): Promise<void> {
  const answer = await secrets.do(message.account, message)
  process.postMessage({ kind: 'secret', id: message.id, answer } satisfies ShellToEngine)
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
