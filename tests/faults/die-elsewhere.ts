import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import type { SendingStep } from '../../src-main/engine/context.ts'
import type { Chance } from '../support/chance.ts'
import type { Answering } from '../support/exactly-once.ts'

const PROCESS = fileURLToPath(new URL('outbox-process.ts', import.meta.url))

/** Every step of a sending, and moments that belong to none. */
export type Moment = SendingStep | 'while a place is asked' | 'at any moment'

export interface Death {
  readonly folder: string
  /** The time there, UTC ms. */
  readonly now: number
  readonly moment: Moment
}

/** Runs the outbox in a process of its own, which does not live to its end. Answers whether it was killed before that. */
export async function dieElsewhere(
  { place }: Pick<Answering, 'place'>,
  { folder, now, moment }: Death,
  luck: Chance,
): Promise<'killed' | 'ended'> {
  const child = spawn(process.execPath, [PROCESS, folder, String(now), moment, String(1 + luck.below(3))], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      VENTANILLA_TEST_SECRET: place.account.secret,
      // It is started some hundreds of times.
      NODE_COMPILE_CACHE: join(tmpdir(), 'ventanilla-compile-cache'),
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = new Promise<string | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  const sending = new Promise((resolve) => child.stdout.once('data', resolve))
  await Promise.race([sending, gone])
  // At a request of its own rather than after some time: how far it has come is then up to chance and not to the machine.
  if (moment === 'while a place is asked') {
    const asked = place.server.asked.length + 1 + luck.below(4)
    const polled = expect
      .poll(() => place.server.asked.length >= asked, { timeout: 20_000, interval: 1 })
      .toBe(true)
    await Promise.race([polled, gone])
    child.kill('SIGKILL')
  }
  if (moment === 'at any moment') {
    await new Promise((resolve) => setTimeout(resolve, luck.below(80)))
    child.kill('SIGKILL')
  }
  return (await gone) === 'SIGKILL' ? 'killed' : 'ended'
}
