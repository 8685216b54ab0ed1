// @ts-check
// The engine in a process of its own, asked over its parent's channel: what it costs is its own. Its threads are the built
// ones, as the program has them.
import { fileURLToPath } from 'node:url'
import { startEngine } from '../../src-main/engine/engine.ts'
import { runningClock } from '../../src-main/engine/clock.ts'

const [folder = ''] = process.argv.slice(2)
const engine = startEngine({
  folder,
  gathering: 'on-demand',
  host: {
    clock: runningClock(),
    log: (line) => process.stderr.write(`${line}\n`),
    sqliteBinding: null,
    workers: {
      gatherer: new URL('../../out/main/gatherer-worker.js', import.meta.url),
      reader: new URL('../../out/main/reader-worker.js', import.meta.url),
      speller: new URL('../../out/main/speller-worker.js', import.meta.url),
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    path: (path) => path,
    proxyFor: () => Promise.resolve('DIRECT'),
  },
})

process.on('message', async ({ id, method, input }) => {
  const started = performance.now()
  try {
    const output = await engine.call(method, input, {
      signal: new AbortController().signal,
      progress: () => undefined,
    })
    process.send?.({ id, output, ms: performance.now() - started })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.stack : String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
