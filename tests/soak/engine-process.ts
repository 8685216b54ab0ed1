import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { standingClock } from '../../src-main/engine/clock.ts'
import { startEngine } from '../../src-main/engine/engine.ts'
import { answer } from '../../src-main/engine/serve.ts'
import { CHANNEL, type Held } from './collect.ts'
import type { Cost, FromProcess, ToProcess } from './words.ts'

/** The engine that is soaked, in a process of its own, gathering by its schedule. Started by engine.ts. */
const [folder = '', at = ''] = process.argv.slice(2)
const { clock, set } = standingClock(Number(at))
const tell = (message: FromProcess) => process.send?.(message)
const log = (line: string) => process.stderr.write(`${line}\n`)

const engine = startEngine({
  folder,
  gathering: 'scheduled',
  host: {
    clock,
    log,
    sqliteBinding: null,
    workers: {
      gatherer: new URL('gatherer-worker.ts', import.meta.url),
      reader: new URL('reader-worker.ts', import.meta.url),
      speller: new URL('../../src-main/engine/spelling/speller-worker.ts', import.meta.url),
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    path: (given) => given,
    proxyFor: async () => 'DIRECT',
  },
})

const scope = { signal: new AbortController().signal, progress: () => undefined }
const FILES = '/proc/self/fd'
const THREADS = 2
const PATIENCE_MS = 2000

/** What every thread holds, each collected. */
async function cost(): Promise<Cost> {
  const others = await heldByThreads()
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return {
    rss,
    heap: heapUsed + external + others,
    handles: existsSync(FILES) ? readdirSync(FILES).length : 0,
  }
}

function heldByThreads(): Promise<number> {
  const channel = new BroadcastChannel(CHANNEL)
  const heaps = new Map<string, number>()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('A thread did not tell what it holds.')), PATIENCE_MS)
    channel.addEventListener('message', ({ data }: MessageEvent<Held>) => {
      heaps.set(data.thread, data.heap)
      if (heaps.size < THREADS) return
      clearTimeout(timer)
      channel.close()
      resolve([...heaps.values()].reduce((sum, heap) => sum + heap, 0))
    })
    channel.postMessage('collect')
  })
}

process.on('message', (message: ToProcess) => {
  switch (message.kind) {
    case 'call':
      void answer(engine, message.method, message.input, scope, log).then((reply) =>
        tell({ kind: 'reply', id: message.id, reply }),
      )
      return
    case 'clock':
      set(message.at)
      return
    case 'awake':
      engine.told('awake')
      return
    case 'cost':
      void cost().then((held) => tell({ kind: 'cost', id: message.id, ...held }))
      return
    case 'close':
      void engine.close().then(() => process.disconnect())
      return
  }
})
tell({ kind: 'ready' })
