import { Worker } from 'node:worker_threads'
import type { EngineEvent } from '../../../contract/events.ts'
import { CallFailed, type Failure } from '../../../contract/failure.ts'
import type { CallScope } from '../../../contract/method.ts'
import type { Host } from '../../context.ts'
import type {
  Answers,
  Brands,
  FromGatherer,
  GathererAnswer,
  GathererQuestion,
  GathererSetting,
  ToGatherer,
} from '../gatherer-protocol.ts'

/** The gatherer's thread as the engine's own sees it: started when first needed, and again when it died. */
export interface Thread {
  readonly ask: <Kind extends keyof Answers>(
    question: Extract<GathererQuestion, { readonly kind: Kind }>,
    scope: CallScope,
  ) => Promise<Answers[Kind]>
  /** Tells the thread something, if it runs. */
  readonly post: (message: ToGatherer) => void
  readonly start: () => void
  readonly close: () => Promise<void>
}

export interface ThreadOptions {
  readonly host: Host
  readonly brands: () => Brands
  readonly tell: (event: EngineEvent) => void
  /** Asked each time the thread is started. */
  readonly setting: () => GathererSetting
}

const RESTART_MS = 5000
/** Bodies that come in pieces fill a nursery as fast as it may grow; a small one is emptied before. */
const MEMORY = { maxYoungGenerationSizeMb: 12 }

export function createThread(options: ThreadOptions): Thread {
  const { host, setting } = options
  const calls = createCalls()
  let worker: Worker | null = null
  let isClosing = false

  const post = (message: ToGatherer) => worker?.postMessage(message)
  const onEnd = (why: string) => {
    if (worker === null) return
    worker = null
    calls.failAll()
    if (isClosing) return
    host.log(`gatherer: its thread ended (${why})`)
    if (setting().gathering === 'scheduled') setTimeout(start, RESTART_MS).unref()
  }
  const start = () => {
    if (worker !== null || isClosing) return
    worker = new Worker(host.workers.gatherer, { workerData: setting(), resourceLimits: MEMORY })
    worker.on('message', (message: FromGatherer) => hear(options, calls, post, message))
    worker.on('error', (error: unknown) =>
      onEnd(error instanceof Error ? String(error.stack) : String(error)),
    )
    worker.on('exit', (code) => onEnd(`exit ${code}`))
  }
  return {
    ask: async (question, { signal, progress }) => {
      start()
      const { id, answer } = calls.add(progress)
      post({ kind: 'ask', id, question })
      const cancel = () => post({ kind: 'cancel', id })
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel, { once: true })
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- gatherer-service.ts answers each kind with its own
      return (await answer.finally(() => signal.removeEventListener('abort', cancel))) as never
    },
    post,
    start,
    close: async () => {
      isClosing = true
      if (worker !== null) await end(worker)
    },
  }
}

function hear(
  { host, brands, tell }: ThreadOptions,
  calls: Calls,
  post: (message: ToGatherer) => void,
  message: FromGatherer,
): void {
  switch (message.kind) {
    case 'answer':
      calls.settle(message.id, message.answer)
      return
    case 'progress':
      calls.progress(message.id, message.done, message.total)
      return
    case 'event':
      tell(message.event)
      return
    case 'log':
      host.log(message.line)
      return
    case 'proxy-for':
      void host
        .proxyFor(message.url)
        .catch(() => 'DIRECT')
        .then((proxy) => post({ kind: 'proxy', id: message.id, proxy }))
      return
    case 'which-brands':
      post({ kind: 'brands', id: message.id, answer: brands() })
      return
    case 'ready':
    case 'closed':
      return
  }
}

/** Waits until what is being saved is saved; a thread that does not answer is ended all the same. */
async function end(worker: Worker): Promise<void> {
  await new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), 5000)
    const done = () => {
      clearTimeout(timer)
      resolve(null)
    }
    worker.on('message', (message: FromGatherer) => {
      if (message.kind === 'closed') done()
    })
    worker.on('exit', done)
    worker.postMessage({ kind: 'close' } satisfies ToGatherer)
  })
  await worker.terminate()
}

const DIED: Failure = {
  kind: 'engine-down',
  message: 'The part of Ventanilla that gathers stopped. What was saved before is safe.',
  hint: 'It is started again by itself; try once more.',
}

interface Waiting {
  readonly resolve: (answer: Answers[keyof Answers]) => void
  readonly reject: (error: CallFailed) => void
  readonly progress: (done: number, total: number) => void
}

type Calls = ReturnType<typeof createCalls>

/** Pairs what was asked with what is answered, whatever becomes of the thread. */
function createCalls() {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const settle = (id: number, answer: GathererAnswer) => {
    const caller = waiting.get(id)
    waiting.delete(id)
    if (answer.ok) caller?.resolve(answer.answer)
    else caller?.reject(new CallFailed(answer.failure))
  }
  return {
    add: (progress: Waiting['progress']) => {
      lastId += 1
      const id = lastId
      const answer = new Promise<Answers[keyof Answers]>((resolve, reject) => {
        waiting.set(id, { resolve, reject, progress })
      })
      return { id, answer }
    },
    settle,
    progress: (id: number, done: number, total: number) => waiting.get(id)?.progress(done, total),
    failAll: () => {
      for (const id of [...waiting.keys()]) settle(id, { ok: false, failure: DIED })
    },
  }
}
