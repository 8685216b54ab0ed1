import { Worker } from 'node:worker_threads'
import type { FeedDocument, ReadResult } from '../gatherer-protocol.ts'
import { letGo, ownBuffer } from '../fetch/let-go.ts'
import { unpackMentions } from './packed-mentions.ts'
import type { FromReader, SentResult, ToReader } from './reader-protocol.ts'

const DOCUMENT_MS = 10_000
const START_MS = 30_000
/** Most of what a document costs is forgotten at once: a small nursery keeps the process small, too. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 }

export interface Reader {
  /**
   * Has the thread ready before the first document comes: loading what it knows takes half a second, and 50 MB that a program
   * with nothing to read does without.
   */
  readonly prepare: () => void
  /** Reads one document. One that takes too long or too much costs a reader, and fails alone. */
  readonly read: (document: FeedDocument) => Promise<ReadResult>
  /** The same for who needs the bytes no more: they are not held twice, and gone when it has answered. */
  readonly take: (document: FeedDocument) => Promise<ReadResult>
  /** Whether a document is being read, or waits to be. */
  readonly isBusy: () => boolean
  /** Waits while so much lies here unread that no more should be asked for. */
  readonly room: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A document on its way through the reader, with whoever waits for it. */
interface Asked {
  readonly id: number
  readonly document: FeedDocument
  /** Those of its body, which it has no more once it was given away. */
  readonly bytes: number
  /** Whether whoever asks needs them no more. */
  readonly mayGo: boolean
  readonly settle: (result: ReadResult) => void
}

/** A thread, and the documents it was given; it reads them one by one, in their order. */
interface Running {
  readonly worker: Worker
  isReady: boolean
  readonly given: Asked[]
  /** Ends a thread that does not get on: it starts late, or its first document takes too long. */
  timer: NodeJS.Timeout | null
}

/**
 * While one is read others lie ready: enough that the thread need not wait while this one saves what it read before. They
 * are held twice, so a large one waits for its turn here.
 */
const AHEAD_BYTES = 3 * 1_048_576
/** What lies here unread; bodies that are on their way already come on top of it. */
const UNREAD_BYTES = 8 * 1_048_576

/** The reader's thread, started when first needed and again after it was ended. */
export function startReader(code: string, log: (line: string) => void, documentMs = DOCUMENT_MS): Reader {
  const waiting: Asked[] = []
  let running: Running | null = null
  let lastId = 0
  const room = createGate(() => bytesOf(waiting) + bytesOf(running?.given ?? []) <= UNREAD_BYTES)

  const watch = (thread: Running) => watchOver(thread, documentMs)
  const handOver = (thread: Running) => {
    for (let next = waiting[0]; next && mayHandOver(thread, next); next = waiting[0]) {
      waiting.shift()
      give(thread, next)
      if (thread.given.length === 1) watch(thread)
    }
  }
  const onMessage = (thread: Running, message: FromReader) => {
    if (message.kind === 'ready') thread.isReady = true
    else settleFirst(thread, message, log)
    watch(thread)
    handOver(thread)
    room.look()
  }
  /** What it was at when it ended failed; what lay ready is read by the next thread. */
  const onExit = (thread: Running) => {
    if (thread.timer) clearTimeout(thread.timer)
    if (running === thread) running = null
    const failed = thread.given.shift() ?? (thread.isReady ? undefined : waiting.shift())
    failed?.settle({ kind: 'failed', failure: overrun(documentMs) })
    waiting.unshift(...thread.given.splice(0))
    if (waiting.length > 0) pump()
    room.look()
  }
  const pump = () => {
    if (running === null) {
      running = start(code, onMessage, onExit)
      watch(running)
    }
    handOver(running)
  }
  const ask = (document: FeedDocument, mayGo: boolean) =>
    new Promise<ReadResult>((settle) => {
      lastId += 1
      waiting.push({ id: lastId, document, bytes: document.body.byteLength, mayGo, settle })
      pump()
    })
  return {
    prepare: pump,
    read: (document) => ask(document, false),
    take: (document) => ask(document, true).finally(() => letGo(document.body)),
    isBusy: () => waiting.length > 0 || (running?.given.length ?? 0) > 0,
    room: room.enter,
    close: async () => {
      for (const { settle } of waiting.splice(0)) settle({ kind: 'failed', failure: unreadable() })
      await running?.worker.terminate()
    },
  }
}

/** Where one waits until something is so; whoever may have made it so has it looked at. */
function createGate(isOpen: () => boolean) {
  const waiting: (() => void)[] = []
  return {
    enter: (): Promise<void> => (isOpen() ? Promise.resolve() : new Promise((goOn) => waiting.push(goOn))),
    look: (): void => {
      if (isOpen()) for (const goOn of waiting.splice(0)) goOn()
    },
  }
}

function mayHandOver({ isReady, given }: Running, next: Asked): boolean {
  return isReady && (given.length === 0 || bytesOf(given) + bytesOf([next]) <= AHEAD_BYTES)
}

function watchOver(thread: Running, documentMs: number): void {
  if (thread.timer) clearTimeout(thread.timer)
  const ms = thread.isReady ? documentMs : START_MS
  thread.timer =
    thread.isReady && thread.given.length === 0 ? null : setTimeout(() => void thread.worker.terminate(), ms)
}

function give({ given, worker }: Running, next: Asked): void {
  const { id, document, mayGo } = next
  // The one it begins with is never given to a second thread: its bytes may go.
  const going = mayGo && given.length === 0 ? ownBuffer(document.body) : null
  given.push(next)
  worker.postMessage({ id, document } satisfies ToReader, going ? [going] : [])
}

function bytesOf(asked: readonly Asked[]): number {
  return asked.reduce((sum, { bytes }) => sum + bytes, 0)
}

function start(
  code: string,
  onMessage: (thread: Running, message: FromReader) => void,
  onExit: (thread: Running) => void,
): Running {
  const worker = new Worker(new URL(code), { resourceLimits: MEMORY })
  const thread: Running = { worker, isReady: false, given: [], timer: null }
  worker.on('error', () => undefined) // its end is heard below
  worker.on('message', (message: FromReader) => onMessage(thread, message))
  worker.on('exit', () => onExit(thread))
  worker.unref()
  return thread
}

function settleFirst(
  { given }: Running,
  answer: Exclude<FromReader, { kind: 'ready' }>,
  log: (line: string) => void,
): void {
  const first = given.shift()
  if (answer.kind === 'read') first?.settle(unpacked(answer.result))
  else {
    log(`reader: ${answer.why}`)
    first?.settle({ kind: 'failed', failure: unreadable() })
  }
}

function unpacked(sent: SentResult): ReadResult {
  if (sent.kind !== 'feed') return sent
  const { kind, document, packed, page } = sent
  return { kind, document: { ...document, items: unpackMentions(packed) }, page }
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
