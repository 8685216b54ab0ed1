import { fileURLToPath } from 'node:url'
import { standingClock } from '../../src-main/engine/clock.ts'
import { startEngine } from '../../src-main/engine/engine.ts'

/**
 * A real engine in a process of its own that sends what it has, and is killed on the way. Arguments: the data folder,
 * the time, the name of the step at which it kills itself (or any other word), and which time that step comes. The
 * secret of the one account comes in the environment: it stands for the system's keychain.
 */
const [folder = '', at = '', dies = '', nth = '1'] = process.argv.slice(2)
const { clock } = standingClock(Number(at))
const worker = (path: string) => new URL(`../../src-main/engine/${path}`, import.meta.url)
let left = Number(nth)

const engine = startEngine({
  folder,
  gathering: 'on-demand',
  host: {
    clock,
    log: (line) => void process.stderr.write(`${line}\n`),
    sqliteBinding: null,
    workers: {
      gatherer: worker('gather/thread/gatherer-worker.ts'),
      reader: worker('gather/read/reader-worker.ts'),
      speller: worker('spelling/speller-worker.ts'),
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    path: (given) => given,
    proxyFor: async () => 'DIRECT',
    patienceMs: 5000,
    secrets: {
      put: () => Promise.resolve('kept'),
      get: () => Promise.resolve(process.env['VENTANILLA_TEST_SECRET'] ?? null),
      remove: () => Promise.resolve(),
    },
    onSending: (step) => {
      if (step === dies && (left -= 1) <= 0) process.kill(process.pid, 'SIGKILL')
    },
  },
})
const scope = { signal: new AbortController().signal, progress: () => undefined }
process.stdout.write('sending\n')
await engine.call('outbox.run', {}, scope)
await engine.close()
