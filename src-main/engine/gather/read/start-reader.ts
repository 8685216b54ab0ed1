import { Worker } from 'node:worker_threads'
import type { FeedDocument, FromReader, ReadResult, ToReader } from '../gatherer-protocol.ts'

const DOCUMENT_MS = 10_000
const START_MS = 30_000
/** Most of what a document costs is forgotten at once: a small nursery keeps the process small, too. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 }

export interface Reader {
  /** Reads one document. One that takes too long or too much costs a reader, and fails alone. */
  readonly read: (document: FeedDocument) => Promise<ReadResult>
  /** Whether a document is being read, or waits to be. */
  readonly isBusy: () => boolean
  readonly close: () => Promise<void>
}

interface Running {
  readonly worker: Worker
  readonly ready: Promise<boolean>
}

/** The reader's thread, started when first needed and again after it was ended. Documents are read one by one. */
export function startReader(code: string, log: (line: string) => void, documentMs = DOCUMENT_MS): Reader {
  let running: Running | null = null
  let last: Promise<unknown> = Promise.resolve()
  let lastId = 0
  let busy = 0

  const end = async () => {
    const ended = running
    running = null
    await ended?.worker.terminate()
  }
  const readNow = async (document: FeedDocument): Promise<ReadResult> => {
    running ??= start(code)
    const { worker, ready } = running
    lastId += 1
    const answer = (await ready) ? await ask(worker, { id: lastId, document }, documentMs) : null
    if (answer === null) {
      await end()
      return { kind: 'failed', failure: overrun(documentMs) }
    }
    if (answer.kind === 'read') return answer.result
    log(`reader: ${answer.why}`)
    return { kind: 'failed', failure: unreadable() }
  }
  return {
    read: (document) => {
      busy += 1
      const reading = last
        .then(() => readNow(document))
        .finally(() => {
          busy -= 1
        })
      last = reading.catch(() => undefined) // whoever asked hears of it
      return reading
    },
    isBusy: () => busy > 0,
    close: end,
  }
}

function start(code: string): Running {
  const worker = new Worker(new URL(code), { resourceLimits: MEMORY })
  worker.on('error', () => undefined) // its end is heard by whoever waits
  worker.unref()
  return { worker, ready: hear(worker, ['ready'], START_MS).then((heard) => heard !== null) }
}

type Answer = Exclude<FromReader, { kind: 'ready' }>

async function ask(worker: Worker, question: ToReader, withinMs: number): Promise<Answer | null> {
  worker.postMessage(question)
  const heard = await hear(worker, ['read', 'crashed'], withinMs)
  return heard === null || heard.kind === 'ready' ? null : heard
}

/** The next message of these kinds; null when the time is up or the thread ended. */
function hear(
  worker: Worker,
  kinds: readonly FromReader['kind'][],
  withinMs: number,
): Promise<FromReader | null> {
  return new Promise((resolve) => {
    const settle = (heard: FromReader | null) => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      resolve(heard)
    }
    const onMessage = (message: FromReader) => {
      if (kinds.includes(message.kind)) settle(message)
    }
    const onExit = () => settle(null)
    const timer = setTimeout(() => settle(null), withinMs)
    worker.on('message', onMessage)
    worker.on('exit', onExit)
  })
}

function overrun(ms: number) {
  const seconds = Math.round(ms / 1000)
  return {
    kind: 'reader-overrun' as const,
    message: `Reading what the source sent took more than ${seconds} s or too much memory, and was stopped.`,
    hint: 'Nothing is lost, and no other source was disturbed. It is tried again by itself.',
    facts: { seconds },
  }
}

function unreadable() {
  return {
    kind: 'broken-document' as const,
    message: 'What the source sent could not be read.',
    hint: 'Nothing is lost; it is tried again by itself. The log says more.',
  }
}
