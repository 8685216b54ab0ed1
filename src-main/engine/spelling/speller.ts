import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SpellingLanguage } from '../../contract/spelling.ts'
import type { DictionaryFiles, FromSpeller, ToSpeller } from './speller-protocol.ts'

/** Spelling in a thread of its own: a dictionary takes a second to load, and a suggestion a third of one. */
export interface Speller {
  /** Which of these words the dictionaries of a language do not know. */
  readonly wrong: (language: SpellingLanguage, words: readonly string[]) => Promise<readonly string[]>
  readonly suggest: (language: SpellingLanguage, word: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export interface SpellerOptions {
  readonly code: URL
  /** The folder of what ships beside the code; the dictionaries are packages beside it. */
  readonly resources: string
  readonly log: (line: string) => void
}

/** British spelling is as right as American. */
const PACKAGES: Readonly<Record<SpellingLanguage, readonly string[]>> = {
  es: ['dictionary-es'],
  en: ['dictionary-en', 'dictionary-en-gb'],
  pt: ['dictionary-pt'],
}

/** Nobody writes any more: the thread goes, with its dictionaries, and comes back when it is needed. */
const IDLE_MS = 5 * 60_000

interface Running {
  readonly worker: Worker
  readonly asked: Map<number, (words: readonly string[]) => void>
  readonly loading: Map<SpellingLanguage, Promise<void>>
}

/** The speller, its thread started with the first word. */
export function startSpeller(options: SpellerOptions): Speller {
  let running: Running | null = null
  let idle: NodeJS.Timeout | null = null
  let lastId = 0

  const end = async () => {
    if (idle) clearTimeout(idle)
    const ending = running
    running = null
    await ending?.worker.terminate()
  }
  const started = (): Running => {
    if (idle) clearTimeout(idle)
    idle = setTimeout(() => void end(), IDLE_MS)
    idle.unref()
    running ??= startThread(options, (gone) => {
      if (running === gone) running = null
    })
    return running
  }
  const ask = async (
    language: SpellingLanguage,
    question: (id: number) => Extract<ToSpeller, { readonly id: number }>,
  ): Promise<readonly string[]> => {
    const thread = started()
    await loadInto(thread, language, options.resources)
    const id = (lastId += 1)
    return new Promise((resolve) => {
      thread.asked.set(id, resolve)
      thread.worker.postMessage(question(id))
    })
  }
  return {
    wrong: (language, words) =>
      words.length === 0
        ? Promise.resolve([])
        : ask(language, (id) => ({ kind: 'wrong', id, language, words })),
    suggest: (language, word) => ask(language, (id) => ({ kind: 'suggest', id, language, word })),
    close: end,
  }
}

/** A thread that ends leaves nobody waiting: what it did not answer is taken for right. */
function startThread({ code, log }: SpellerOptions, onGone: (thread: Running) => void): Running {
  const worker = new Worker(code, { name: 'speller' })
  worker.unref()
  const thread: Running = { worker, asked: new Map(), loading: new Map() }
  worker.on('message', ({ id, words }: FromSpeller) => {
    thread.asked.get(id)?.(words)
    thread.asked.delete(id)
  })
  worker.on('error', (error: unknown) => log(`The speller ended: ${String(error)}`))
  worker.on('exit', () => {
    onGone(thread)
    for (const settle of thread.asked.values()) settle([])
    thread.asked.clear()
  })
  return thread
}

/** Sends the dictionaries of a language once; the thread itself lets go of what it has not room for. */
function loadInto(thread: Running, language: SpellingLanguage, resources: string): Promise<void> {
  const known = thread.loading.get(language)
  if (known) return known
  if (thread.loading.size >= 2) {
    const [oldest] = thread.loading.keys()
    if (oldest !== undefined) thread.loading.delete(oldest)
  }
  const loading = Promise.all(PACKAGES[language].map((name) => readDictionary(resources, name))).then(
    (dictionaries) => thread.worker.postMessage({ kind: 'load', language, dictionaries } satisfies ToSpeller),
  )
  thread.loading.set(language, loading)
  return loading
}

async function readDictionary(resources: string, name: string): Promise<DictionaryFiles> {
  const folder = join(resources, '..', 'node_modules', name)
  const [aff, dic] = await Promise.all([
    readFile(join(folder, 'index.aff')),
    readFile(join(folder, 'index.dic')),
  ])
  return { aff, dic }
}
