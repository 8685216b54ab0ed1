import { Worker } from 'node:worker_threads'
import { CallFailed, type Failure } from '../../../contract/failure.ts'
import type { FileToRead } from './file-to-read.ts'
import type { FromFileReader, ToFileReader } from './from-file-reader.ts'

/** Between two things a reader says; a file that keeps it silent for longer is a trap. */
const SILENCE_MS = 60_000
/** Much of it is short-lived: with room for that, a seventh of the time is saved. */
const MEMORY = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 }

export interface FileReader {
  /** What it says next; null when it ended, ran out of memory or fell silent. */
  readonly next: () => Promise<FromFileReader | null>
  /** Whether `next` has something to give at once. */
  readonly hasSaidMore: () => boolean
  readonly post: (message: ToFileReader) => void
  readonly end: () => Promise<void>
}

/** A thread that reads one file. It is ended with `end`, whatever it is at. */
export function startFileReader(code: URL, file: FileToRead): FileReader {
  const worker = new Worker(code, {
    workerData: file,
    resourceLimits: MEMORY,
  })
  const said: FromFileReader[] = []
  let heard: (() => void) | null = null
  let isOver = false
  worker.on('message', (message: FromFileReader) => {
    said.push(message)
    heard?.()
  })
  const over = () => {
    isOver = true
    heard?.()
  }
  worker.on('error', over)
  worker.on('exit', over)
  return {
    next: async () => {
      const quiet = Date.now() + SILENCE_MS
      while (said.length === 0 && !isOver && Date.now() < quiet) await wait(quiet - Date.now())
      return said.shift() ?? null
    },
    hasSaidMore: () => said.length > 0,
    post: (message) => worker.postMessage(message),
    end: async () => {
      await worker.terminate()
    },
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      heard = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** What a reader said, or why it said nothing. Throws CallFailed, or a plain error for a bug of ours. */
export function unlessFailed(
  message: FromFileReader | null,
): Exclude<FromFileReader, { readonly kind: 'failed' | 'crashed' }> {
  if (message === null) throw new CallFailed(OVERRUN)
  if (message.kind === 'failed') throw new CallFailed(message.failure)
  if (message.kind === 'crashed') throw new Error(`The reader of a file crashed: ${message.why}`)
  return message
}

const OVERRUN: Failure = {
  kind: 'reader-overrun',
  message: 'Reading the file took too long or too much memory, and was stopped.',
  hint: 'Import it in parts, or save it as CSV.',
}
