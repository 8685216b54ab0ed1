import { fileURLToPath } from 'node:url'
import { standingClock } from '../../src-main/engine/clock.ts'
import { startEngine } from '../../src-main/engine/engine.ts'
import { answer } from '../../src-main/engine/serve.ts'
import type { FromProcess, ToProcess } from './engine-words.ts'

/** A real engine in a process of its own, so that what it costs can be measured. Started by engine.ts. */
const LOOK_EVERY_MS = 10

const [folder = '', at = ''] = process.argv.slice(2)
const { clock, set } = standingClock(Date.parse(at))
const tell = (message: FromProcess) => process.send?.(message)
const log = (line: string) => tell({ kind: 'log', line })
const worker = (path: string) => new URL(`../../src-main/engine/${path}`, import.meta.url)

const engine = startEngine({
  folder,
  gathering: 'on-demand',
  host: {
    clock,
    log,
    sqliteBinding: null,
    workers: {
      gatherer: worker('gather/thread/gatherer-worker.ts'),
      reader: worker('gather/read/reader-worker.ts'),
      speller: worker('spelling/speller-worker.ts'),
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    path: (given) => given,
    proxyFor: async () => 'DIRECT',
  },
})
engine.on((event) => tell({ kind: 'event', event }))

let most = process.memoryUsage.rss()
setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), LOOK_EVERY_MS).unref()

const scope = { signal: new AbortController().signal, progress: () => undefined }

process.on('message', (message: ToProcess) => {
  switch (message.kind) {
    case 'call':
      void answer(engine, message.method, message.input, scope, log).then((reply) =>
        tell({ kind: 'reply', id: message.id, reply }),
      )
      return
    case 'clock':
      set(Date.parse(message.at))
      return
    case 'memory': {
      const now = process.memoryUsage.rss()
      tell({ kind: 'memory', id: message.id, now, most: Math.max(most, now) })
      most = now
      return
    }
    case 'close':
      void engine.close().then(() => process.disconnect())
      return
  }
})
tell({ kind: 'ready' })
