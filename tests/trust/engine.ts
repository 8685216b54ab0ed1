import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Call, createClient } from '../../src-main/contract/client.ts'
import type { EngineEvent } from '../../src-main/contract/events.ts'
import type { Reply } from '../../src-main/contract/wire.ts'
import { ENGINE_ENVIRONMENT } from '../../src-main/engine-environment.ts'
import { AUTHORITY } from '../support/misbehaving/certificates.ts'
import type { FromProcess, ToProcess } from './engine-words.ts'

export interface Memory {
  readonly now: number
  readonly most: number
}

/** A real engine on a real folder, in a process of its own; it trusts the tests' authority for certificates. */
export interface TrustEngine {
  readonly folder: string
  readonly call: Call
  readonly moveClockTo: (at: string) => void
  readonly log: readonly string[]
  readonly on: (listener: (event: EngineEvent) => void) => () => void
  readonly memory: () => Promise<Memory>
  readonly close: () => Promise<void>
}

const PROCESS = fileURLToPath(new URL('engine-process.ts', import.meta.url))

/**
 * The allocator of Linux keeps what was let go, as much again as the program holds: with these it gives it back, and
 * what is measured is the program. https://sourceware.org/glibc/manual/latest/html_node/Malloc-Tunable-Parameters.html
 */
const GIVES_BACK = {
  ...ENGINE_ENVIRONMENT,
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
}

export async function startTrustEngine(at = '2026-03-10T09:00:00Z'): Promise<TrustEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-trust-'))
  const authority = join(folder, 'authority.pem')
  writeFileSync(authority, AUTHORITY)
  const child = fork(PROCESS, [folder, at], {
    execArgv: [],
    env: { ...process.env, ...GIVES_BACK, NODE_EXTRA_CA_CERTS: authority, NODE_NO_WARNINGS: '1' },
    serialization: 'advanced',
  })
  const log: string[] = []
  const listeners = new Set<(event: EngineEvent) => void>()
  const waiting = new Map<number, (message: FromProcess) => void>()
  const ready = Promise.withResolvers<null>()
  const gone = new Promise<null>((resolve) => {
    child.once('exit', () => {
      ready.reject(new Error(`The engine's process ended: ${log.join('\n')}`))
      for (const [id, settle] of waiting) settle({ kind: 'reply', id, reply: DIED })
      resolve(null)
    })
  })
  child.on('message', (message: FromProcess) => {
    switch (message.kind) {
      case 'ready':
        ready.resolve(null)
        return
      case 'log':
        log.push(message.line)
        return
      case 'event':
        for (const listener of listeners) listener(message.event)
        return
      case 'reply':
      case 'memory':
        waiting.get(message.id)?.(message)
        waiting.delete(message.id)
        return
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
    folder,
    call: createClient(async (method, input) => {
      const answer = await ask((id) => ({ kind: 'call', id, method, input }))
      return answer.kind === 'reply' ? answer.reply : DIED
    }),
    moveClockTo: (time) => post({ kind: 'clock', at: time }),
    log,
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    memory: async () => {
      const answer = await ask((id) => ({ kind: 'memory', id }))
      return answer.kind === 'memory' ? answer : { now: 0, most: 0 }
    },
    close: async () => {
      post({ kind: 'close' })
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const DIED: Reply = {
  ok: false,
  failure: { kind: 'engine-down', message: 'The engine’s process ended.', hint: '' },
}
