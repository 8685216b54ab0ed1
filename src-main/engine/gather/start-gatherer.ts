import { Worker } from 'node:worker_threads'
import type { EngineEvent } from '../../contract/events.ts'
import { CallFailed, type Failure } from '../../contract/failure.ts'
import type { GatherResult } from '../../contract/gather.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { CallScope } from '../../contract/method.ts'
import type { Host } from '../context.ts'
import { readSettings } from '../install/store.ts'
import { placeOf } from '../store/ids.ts'
import type { Stores } from '../store/stores.ts'
import type { WriteTurn } from '../store/user-act.ts'
import type { Gatherer } from './gatherer.ts'
import type {
  Brands,
  FromGatherer,
  GathererAnswer,
  GathererQuestion,
  GathererSetting,
  SourceRows,
  ToGatherer,
} from './gatherer-protocol.ts'
import { createLooks } from './looks.ts'
import { createOffline } from './offline.ts'

export interface GathererOptions {
  readonly host: Host
  readonly stores: Stores
  readonly turn: WriteTurn
  readonly tell: (event: EngineEvent) => void
  readonly gathering: 'scheduled' | 'on-demand'
}

type Answered = Extract<GathererAnswer, { ok: true }>['answer']

interface Waiting {
  readonly resolve: (answer: Answered) => void
  readonly reject: (error: CallFailed) => void
  readonly scope: CallScope
}

const NOBODY_WAITS: CallScope = { signal: new AbortController().signal, progress: () => undefined }

/** The gatherer's thread as the engine's own sees it: started when first needed, and again when it died. */
export function startGatherer(options: GathererOptions): Gatherer {
  const { host, stores, tell, gathering } = options
  const looks = createLooks(host.clock.now)
  const offline = createOffline(host.clock.now, readSettings(stores.install).offline)
  const thread = createThread(options, () => offline.now() !== null)
  let progress = { running: false, done: 0, total: 0 }

  const setOffline = (write: () => void) => {
    write()
    thread.post({ kind: 'offline', offline: offline.now() !== null })
    tell({ kind: 'changed', subject: 'gather', brandId: null })
  }
  const noteProgress = (done: number, total: number) => {
    progress = { running: done < total, done, total }
    tell({ kind: 'gathering', ...progress })
  }
  thread.onEvent((event) => {
    if (event.kind === 'gathering')
      progress = { running: event.running, done: event.done, total: event.total }
    tell(event)
  })
  if (gathering === 'scheduled') thread.start()

  return {
    run: async (what, scope) => {
      refuseOffline(offline.now() !== null)
      const known = brandsOf(stores, host)
      const question: GathererQuestion = { kind: 'run', ...known, sourceRows: sourceRows(known, what) }
      const both: CallScope = {
        signal: scope.signal,
        progress: (done, total) => {
          noteProgress(done, total)
          scope.progress(done, total)
        },
      }
      try {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the service answers a run with its result
        return (await thread.ask(question, both)) as GatherResult
      } finally {
        noteProgress(0, 0)
      }
    },
    look: async (url, scope) => {
      refuseOffline(offline.now() !== null)
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the service answers a look with documents
      const found = (await thread.ask({ kind: 'look', url }, scope)) as Awaited<ReturnType<Gatherer['look']>>
      looks.remember(url, found)
      return found
    },
    lookedAt: looks.recall,
    image: async (url, privateOrigin) => {
      if (offline.now() !== null) return null
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the service answers an image with text or null
      return (await thread.ask({ kind: 'image', url, privateOrigin }, NOBODY_WAITS)) as string | null
    },
    readDocument: async (document) =>
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the service answers a document with what it read
      (await thread.ask({ kind: 'read', document }, NOBODY_WAITS)) as Awaited<
        ReturnType<Gatherer['readDocument']>
      >,
    state: () => progress,
    offline: offline.now,
    setUserOffline: (isOffline) => setOffline(() => offline.set('user', isOffline)),
    setSystemOffline: (isOffline) => setOffline(() => offline.set('system', isOffline)),
    wake: () => thread.post({ kind: 'wake' }),
    close: thread.close,
  }
}

function refuseOffline(isOffline: boolean): void {
  if (!isOffline) return
  throw new CallFailed({
    kind: 'offline',
    message: 'Ventanilla is offline, so nothing was asked of the network.',
    hint: 'Go online and try again; everything gathered before is here.',
  })
}

/** Where the brands' files lie. Opening one migrates it; one that cannot be opened does not stop the others. */
function brandsOf(stores: Stores, host: Host): Brands {
  const brands = stores.brandIds().flatMap((id) => {
    try {
      const { brandId, path } = stores.brand(id)
      return [{ brandId, path }]
    } catch (error) {
      host.log(`gatherer: ${id} is left out: ${error instanceof Error ? error.message : String(error)}`)
      return []
    }
  })
  return { brands, everyMinutes: readSettings(stores.install).gatherEveryMinutes }
}

function sourceRows({ brands }: Brands, { brandId, sourceIds }: Parameters<Gatherer['run']>[0]): SourceRows {
  if (sourceIds === undefined) {
    return Object.fromEntries(
      brands
        .filter((place) => brandId === undefined || place.brandId === brandId)
        .map((place): [BrandId, 'all'] => [place.brandId, 'all']),
    )
  }
  const rows: Record<BrandId, number[]> = {}
  for (const { brand, row } of sourceIds.map(placeOf)) {
    if (brandId === undefined || brand === brandId) (rows[brand] ??= []).push(row)
  }
  return rows
}

interface Thread {
  readonly ask: (question: GathererQuestion, scope: CallScope) => Promise<Answered>
  /** Tells the thread something, if it runs. */
  readonly post: (message: ToGatherer) => void
  readonly onEvent: (listener: (event: EngineEvent) => void) => void
  readonly start: () => void
  readonly close: () => Promise<void>
}

const DIED: Failure = {
  kind: 'engine-down',
  message: 'The part of Ventanilla that gathers stopped. What was saved before is safe.',
  hint: 'It is started again by itself; try once more.',
}
const RESTART_MS = 5000

function createThread(options: GathererOptions, isOffline: () => boolean): Thread {
  const { host, stores, gathering } = options
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let isClosing = false
  let lastId = 0
  let hearEvent: (event: EngineEvent) => void = options.tell

  const post = (message: ToGatherer) => worker?.postMessage(message)
  const onMessage = (message: FromGatherer) => {
    switch (message.kind) {
      case 'answer':
        settle(waiting, message.id, message.answer)
        return
      case 'progress':
        waiting.get(message.id)?.scope.progress(message.done, message.total)
        return
      case 'event':
        hearEvent(message.event)
        return
      case 'log':
        host.log(message.line)
        return
      case 'proxy-for':
        void host.proxyFor(message.url).then(
          (proxy) => post({ kind: 'proxy', id: message.id, proxy }),
          () => post({ kind: 'proxy', id: message.id, proxy: 'DIRECT' }),
        )
        return
      case 'which-brands':
        post({ kind: 'brands', id: message.id, answer: brandsOf(stores, host) })
        return
      case 'ready':
      case 'closed':
        return
    }
  }
  const onEnd = (why: string) => {
    if (worker === null) return
    worker = null
    if (!isClosing) host.log(`gatherer: its thread ended (${why})`)
    for (const id of [...waiting.keys()]) settle(waiting, id, { ok: false, failure: DIED })
    if (!isClosing && gathering === 'scheduled') setTimeout(start, RESTART_MS).unref()
  }
  const start = () => {
    if (worker !== null || isClosing) return
    worker = new Worker(host.workers.gatherer, { workerData: settingOf(options, isOffline()) })
    worker.on('message', onMessage)
    worker.on('error', (error: unknown) =>
      onEnd(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    )
    worker.on('exit', (code) => onEnd(`exit ${code}`))
  }
  return {
    ask: (question, scope) => {
      start()
      lastId += 1
      const id = lastId
      scope.signal.addEventListener('abort', () => post({ kind: 'cancel', id }), { once: true })
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, scope })
        post({ kind: 'ask', id, question })
        if (scope.signal.aborted) post({ kind: 'cancel', id })
      })
    },
    post,
    onEvent: (listener) => {
      hearEvent = listener
    },
    start,
    close: async () => {
      isClosing = true
      if (worker !== null) await endThread(worker)
    },
  }
}

function settle(waiting: Map<number, Waiting>, id: number, answer: GathererAnswer): void {
  const caller = waiting.get(id)
  waiting.delete(id)
  if (answer.ok) caller?.resolve(answer.answer)
  else caller?.reject(new CallFailed(answer.failure))
}

function settingOf({ host, turn, gathering }: GathererOptions, offline: boolean): GathererSetting {
  return {
    clock: host.clock.shared,
    turn: turn.shared,
    binding: host.sqliteBinding,
    reader: host.workers.reader.href,
    gathering,
    offline,
  }
}

/** Waits until what is being saved is saved; a thread that does not answer is ended all the same. */
async function endThread(worker: Worker): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    worker.on('message', (message: FromGatherer) => {
      if (message.kind === 'closed') resolve()
    })
    worker.on('exit', () => resolve())
    setTimeout(resolve, 5000).unref()
  })
  worker.postMessage({ kind: 'close' } satisfies ToGatherer)
  await closed
  await worker.terminate()
}
