import { deepStrictEqual } from 'node:assert'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { type Call, createClient } from '../../src-main/contract/client.ts'
import { contract, isMethodName } from '../../src-main/contract/contract.ts'
import type { EngineEvent } from '../../src-main/contract/events.ts'
import type { BrandId, MentionId, SourceId } from '../../src-main/contract/ids.ts'
import type { InputOf } from '../../src-main/contract/method.ts'
import type { Reply } from '../../src-main/contract/wire.ts'
import { standingClock } from '../../src-main/engine/clock.ts'
import type { Host } from '../../src-main/engine/context.ts'
import { startEngine } from '../../src-main/engine/engine.ts'
import { answer } from '../../src-main/engine/serve.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { type MentionToAdd, openShelf, type SourceToAdd } from './shelf.ts'

export interface TestEngineOptions {
  /** Where the clock stands, ISO 8601. */
  readonly at?: string
  /** A data folder to open again; otherwise a new one that is gone after the test. */
  readonly folder?: string
  readonly gathering?: 'scheduled' | 'on-demand'
  readonly host?: Partial<Host>
}

export interface TestEngine {
  readonly folder: string
  /** Asks as a window does: typed, through structured clone, every answer checked against the contract. */
  readonly call: Call
  /** The same with a call id of the test's own, for `cancel`. */
  readonly callAs: (callId: string) => Call
  readonly cancel: (callId: string) => void
  readonly moveClockTo: (at: string) => void
  readonly now: () => number
  /** Everything the engine told without being asked, oldest first. */
  readonly events: readonly EngineEvent[]
  /** Progress by call id. */
  readonly progress: ReadonlyMap<string, readonly { readonly done: number; readonly total: number }[]>
  /** What went to the log. */
  readonly log: readonly string[]
  readonly addBrand: (fields?: Partial<InputOf<(typeof contract)['brands.create']>>) => Promise<BrandId>
  /** A source as if it had been added, without asking the network. */
  readonly addSource: (brandId: BrandId, fields?: Partial<SourceToAdd>) => SourceId
  /** A mention as if its source had brought it. */
  readonly addMention: (brandId: BrandId, text: string, fields?: Partial<MentionToAdd>) => MentionId
  /** A brand's file beside the engine, to arrange what no method does, and to look at what was written. */
  readonly fileOf: (brandId: BrandId) => Database
  /** Closes the engine; the folder stays until the test is over, so that it can be opened again. */
  readonly close: () => Promise<void>
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** A real engine on a real folder, with a clock that stands until the test moves it. */
export function startTestEngine(options: TestEngineOptions = {}): TestEngine {
  const folder = options.folder ?? temporaryFolder()
  const { clock, set } = standingClock(Date.parse(options.at ?? '2026-03-02T09:00:00Z'))
  const log: string[] = []
  const engine = startEngine({
    folder,
    gathering: options.gathering ?? 'on-demand',
    host: { ...testHost(log), clock, ...options.host },
  })
  const events: EngineEvent[] = []
  engine.on((event) => events.push(event))
  const progress = new Map<string, { done: number; total: number }[]>()
  const running = new Map<string, AbortController>()

  const ask = async (callId: string, method: string, input: unknown): Promise<Reply> => {
    const controller = new AbortController()
    running.set(callId, controller)
    const steps: { done: number; total: number }[] = []
    progress.set(callId, steps)
    const scope = {
      signal: controller.signal,
      progress: (done: number, total: number) => steps.push({ done, total }),
    }
    const reply = await answer(engine, method, structuredClone(input), scope, (line) => log.push(line))
    running.delete(callId)
    return checkedReply(method, structuredClone(reply))
  }

  let calls = 0
  const client = (callId: () => string) => createClient((method, input) => ask(callId(), method, input))
  const call = client(() => `call-${(calls += 1)}`)
  const shelf = openShelf(folder, clock.now)

  let open = true
  const close = async () => {
    if (!open) return
    open = false
    shelf.close()
    await engine.close()
  }
  onTestFinished(close)

  return {
    folder,
    call,
    callAs: (callId) => client(() => callId),
    cancel: (callId) => running.get(callId)?.abort(),
    moveClockTo: (at) => set(Date.parse(at)),
    now: clock.now,
    events,
    progress,
    log,
    addBrand: async (fields = {}) => {
      const { brandId } = await call('brands.create', {
        name: 'Café Luna',
        timezone: 'Europe/Madrid',
        ...fields,
      })
      return brandId
    },
    addSource: shelf.addSource,
    addMention: shelf.addMention,
    fileOf: shelf.fileOf,
    close,
  }
}

/** A host for plain Node: paths as given, no proxy, the workers' sources (Node strips their types). */
export function testHost(log: string[]): Omit<Host, 'clock'> {
  const worker = (path: string) => new URL(`../../src-main/engine/${path}`, import.meta.url)
  return {
    log: (line) => log.push(line),
    sqliteBinding: null,
    workers: {
      gatherer: worker('gather/thread/gatherer-worker.ts'),
      reader: worker('gather/read/reader-worker.ts'),
      speller: worker('spelling/speller-worker.ts'),
    },
    resources: join(REPOSITORY, 'resources'),
    path: (given) => given,
    proxyFor: async () => 'DIRECT',
  }
}

/** An answer the contract does not promise is a bug of ours: the test fails with what differs. */
function checkedReply(method: string, reply: Reply): Reply {
  if (!reply.ok || !isMethodName(method)) return reply
  deepStrictEqual(
    contract[method].output.parse(reply.output),
    reply.output,
    `${method} answered what it does not promise`,
  )
  return reply
}
