import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Call, createClient } from '../../src-main/contract/client.ts'
import type { Reply } from '../../src-main/contract/wire.ts'
import type { Scheduled } from '../support/simulated-time.ts'
import type { Cost, FromProcess, ToProcess } from './words.ts'

export interface SoakedEngine extends Scheduled {
  readonly call: Call
  readonly cost: () => Promise<Cost>
  readonly close: () => Promise<void>
}

const PROCESS = fileURLToPath(new URL('engine-process.ts', import.meta.url))
const DIED: Reply = {
  ok: false,
  failure: { kind: 'engine-down', message: 'The engine’s process ended.', hint: '' },
}

export async function startSoakedEngine(folder: string, at: number): Promise<SoakedEngine> {
  const child = fork(PROCESS, [folder, String(at)], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    serialization: 'advanced',
  })
  const waiting = new Map<number, (message: FromProcess) => void>()
  const ready = Promise.withResolvers<null>()
  const gone = new Promise<null>((resolve) => {
    child.once('exit', () => {
      ready.reject(new Error('The engine’s process ended.'))
      for (const [id, settle] of waiting) settle({ kind: 'reply', id, reply: DIED })
      resolve(null)
    })
  })
  child.on('message', (message: FromProcess) => {
    if (message.kind === 'ready') ready.resolve(null)
    else {
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
    }
  })
  const post = (message: ToProcess) => child.connected && child.send(message)
  let lastId = 0
  const ask = (make: (id: number) => ToProcess) =>
    new Promise<FromProcess>((resolve) => {
      lastId += 1
      waiting.set(lastId, resolve)
      post(make(lastId))
    })
  await ready.promise
  return {
    call: createClient(async (method, input) => {
      const answer = await ask((id) => ({ kind: 'call', id, method, input }))
      return answer.kind === 'reply' ? answer.reply : DIED
    }),
    moveClockTo: (time) => post({ kind: 'clock', at: time }),
    wake: () => post({ kind: 'awake' }),
    cost: async () => {
      const answer = await ask((id) => ({ kind: 'cost', id }))
      if (answer.kind !== 'cost') throw new Error('The engine’s process ended.')
      return answer
    },
    close: async () => {
      post({ kind: 'close' })
      await gone
    },
  }
}
