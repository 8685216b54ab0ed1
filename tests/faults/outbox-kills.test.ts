import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { ANSWERING_PLACES } from '../support/answering-places.ts'
import { type Chance, chance } from '../support/chance.ts'
import { type Answering, startAnswering, untilSettled } from '../support/exactly-once.ts'
import { expectOnce, queueSome } from './outbox-schedules.ts'

const SEED = Number(process.env['VENTANILLA_SEED'] ?? 1)
/** Three of these for two kills of the other kind: 300 in a full run. */
const COUNT = Math.ceil(1.5 * Number(process.env['VENTANILLA_COUNT'] ?? 200))

const PROCESS = fileURLToPath(new URL('outbox-process.ts', import.meta.url))
/** Every step of a sending, and moments that belong to none. */
const MOMENTS = [
  'looked',
  'written',
  'answered',
  'settled',
  'while a place is asked',
  'at any moment',
] as const
const PAUSES_MS = [1000, 600_000, 7_200_000, 8 * 86_400_000]

test(`an answer is neither lost nor doubled by a program that is killed while it sends (${COUNT} times over all channels, from seed ${SEED})`, async () => {
  const channels = Object.keys(ANSWERING_PLACES)
  const killed = new Map<string, number>()
  for (let run = 0; run < COUNT; run += 1) {
    const seed = SEED + run
    const luck = chance(seed)
    const channel = channels[run % channels.length] ?? ''
    const start = ANSWERING_PLACES[channel]
    if (start === undefined) throw new Error(`There is no ${channel}.`)
    const answering = await startAnswering(start)
    const bodies = await queueSome(answering, luck)
    answering.moveBy(21_000)
    for (let kills = 1 + luck.below(2); kills > 0; kills -= 1) {
      const moment = luck.one(MOMENTS)
      await answering.away(luck.one(PAUSES_MS), (folder, now) =>
        sendAndDie(answering, folder, now, moment, luck),
      )
      killed.set(moment, (killed.get(moment) ?? 0) + 1)
    }
    await untilSettled(answering, bodies)
    expectOnce(answering, bodies, seed)
    const check = await answering.engine().call('store.check', {})
    expect({ seed, check }).toMatchObject({ seed, check: { files: [{ ok: true }, { ok: true }] } })
    await answering.engine().close()
    await answering.place.server.close()
  }
  process.stdout.write(
    `${COUNT} runs, killed ${[...killed].map(([moment, n]) => `${n} × ${moment}`).join(', ')}\n`,
  )
})

/** Runs the outbox in a process of its own, which does not live to its end. */
async function sendAndDie(
  { place, brandId }: Answering,
  folder: string,
  now: number,
  moment: (typeof MOMENTS)[number],
  luck: Chance,
): Promise<void> {
  const account = JSON.stringify({ brandId, channel: place.channel, ...place.account })
  const child = spawn(process.execPath, [PROCESS, folder, String(now), moment, String(1 + luck.below(3))], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, VENTANILLA_TEST_ACCOUNT: account },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = new Promise((resolve) => child.once('exit', resolve))
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
  await gone
}
