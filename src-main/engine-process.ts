import type { MessagePortMain } from 'electron'
import {
  asText,
  type EngineToShell,
  type FromEngine,
  type SecretAct,
  type ShellToEngine,
  type ToEngine,
} from './contract/wire.ts'
import { CallFailed, type Failure } from './contract/failure.ts'
import { baseHost } from './engine-host.ts'
import type { Secrets } from './engine/context.ts'
import { type Engine, startEngine } from './engine/engine.ts'
import { answer } from './engine/serve.ts'
import { failureOfSqlite } from './engine/store/failure-of-sqlite.ts'
import { log } from './log.ts'

/** The seam: the only file that knows both Electron and the engine. Arguments: the data folder, then `--sample`. */
const [, , folder, ...flags] = process.argv
if (folder === undefined) throw new Error('engine-process needs the data folder as its first argument.')

const grants = new Map<string, string>()
const waitingForProxy = new Map<number, (proxy: string) => void>()
const waitingForSecret = new Map<number, (answer: string | null) => void>()
const tellShell = (message: EngineToShell) => process.parentPort.postMessage(message)

function start(dataFolder: string): Engine | null {
  try {
    return startEngine({
      folder: dataFolder,
      gathering: 'scheduled',
      host: { ...baseHost(import.meta.url), path: redeem, proxyFor: askProxy, secrets: keptByShell() },
    })
  } catch (error) {
    tellShell({ kind: 'refused', failure: refusal(error) })
    return null
  }
}

function refusal(error: unknown): Failure {
  if (error instanceof CallFailed) return error.failure
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return (
    failureOfSqlite(error) ?? {
      kind: 'bug',
      message: 'Ventanilla could not open its data folder. Nothing in it was changed.',
      hint: 'Start it again; the log says what went wrong.',
    }
  )
}

/**
 * From the window a path is never text: a grant of the shell's dialogs is used up by the call it is passed to, unless
 * that call only looks at the file and another is to follow.
 */
function redeem(given: string, use?: 'and-again'): string {
  const path = grants.get(given)
  if (use !== 'and-again') grants.delete(given)
  if (path !== undefined) return path
  throw new CallFailed({
    kind: 'no-permission',
    message: 'That file was not chosen in a dialog.',
    hint: 'Choose the file again.',
  })
}

let lastQuestion = 0
function askProxy(url: string): Promise<string> {
  lastQuestion += 1
  const id = lastQuestion
  tellShell({ kind: 'proxy-for', id, url })
  return new Promise((resolve) => waitingForProxy.set(id, resolve))
}

/** The shell keeps secrets; the engine asks for one when it needs it, and keeps none. */
function keptByShell(): Secrets {
  let last = 0
  const ask = (account: string, what: SecretAct): Promise<string | null> => {
    last += 1
    const id = last
    tellShell({ kind: 'secret', id, account, ...what })
    return new Promise((resolve) => waitingForSecret.set(id, resolve))
  }
  return {
    put: async (account, secret) =>
      (await ask(account, { act: 'put', secret })) === 'kept' ? 'kept' : 'session',
    get: (account) => ask(account, { act: 'get' }),
    remove: async (account) => {
      await ask(account, { act: 'remove' })
    },
  }
}

/** Answers one window until its port closes; then what it still waited for is cancelled. */
function serveWindow(engine: Engine, port: MessagePortMain): void {
  const running = new Map<string, AbortController>()
  const post = (message: FromEngine) => port.postMessage(message)
  const stopTelling = engine.on((event) => post({ kind: 'event', event }))

  const call = async (id: string, method: string, input: unknown) => {
    const controller = new AbortController()
    running.set(id, controller)
    const progress = (done: number, total: number) =>
      post({ kind: 'event', event: { kind: 'progress', callId: id, done, total } })
    const reply = await answer(engine, method, input, { signal: controller.signal, progress }, log)
    running.delete(id)
    post({ kind: 'reply', id, reply: asText(reply) })
  }

  port.on('message', ({ data }: { data: ToEngine }) => {
    if (data.kind === 'cancel') running.get(data.id)?.abort()
    else void call(data.id, data.method, data.input)
  })
  port.on('close', () => {
    stopTelling()
    for (const controller of running.values()) controller.abort()
  })
  port.start()
}

async function main(dataFolder: string): Promise<void> {
  const engine = start(dataFolder)
  if (engine === null) {
    process.parentPort.on('message', ({ data }: { data: ShellToEngine }) => {
      if (data.kind === 'close') process.exit(0)
    })
    return
  }
  // What the window asks meanwhile waits in its port.
  if (flags.includes('--sample')) await engine.call('brands.addSample', {}, NOBODY_WAITS)
  process.parentPort.on(
    'message',
    ({ data, ports: [port] }: { data: ShellToEngine; ports: MessagePortMain[] }) => {
      switch (data.kind) {
        case 'window':
          if (port) serveWindow(engine, port)
          return
        case 'told':
          engine.told(data.word)
          return
        case 'grant':
          grants.set(data.token, data.path)
          return
        case 'proxy':
          waitingForProxy.get(data.id)?.(data.proxy)
          waitingForProxy.delete(data.id)
          return
        case 'secret':
          waitingForSecret.get(data.id)?.(data.answer)
          waitingForSecret.delete(data.id)
          return
        case 'close':
          void engine.close().then(() => process.exit(0))
          return
      }
    },
  )
}

const NOBODY_WAITS = { signal: new AbortController().signal, progress: () => undefined }

// Not awaited: what it imports later is found in this very file, which must have run to its end by then.
void main(folder)
