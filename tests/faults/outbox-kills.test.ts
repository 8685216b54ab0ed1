import { expect, test } from 'vitest'
import { chance } from '../support/chance.ts'
import { startAnswering, untilSettled } from '../support/exactly-once.ts'
import { EVERY_PLACE } from '../support/more-answering-places.ts'
import { dieElsewhere, type Moment } from './die-elsewhere.ts'
import { expectOnce, queueSome } from './outbox-schedules.ts'

const SEED = Number(process.env['VENTANILLA_SEED'] ?? 1)
/** Three of these for two kills of the other kind: 300 in a full run. */
const COUNT = Math.ceil(1.5 * Number(process.env['VENTANILLA_COUNT'] ?? 200))

const MOMENTS: readonly Moment[] = [
  'looked',
  'written',
  'answered',
  'settled',
  'while a place is asked',
  'at any moment',
]
const PAUSES_MS = [1000, 600_000, 7_200_000, 8 * 86_400_000]

test(`an answer is neither lost nor doubled by a program that is killed while it sends (${COUNT} times over all channels, from seed ${SEED})`, async () => {
  const channels = Object.keys(EVERY_PLACE)
  const killed = new Map<string, number>()
  for (let run = 0; run < COUNT; run += 1) {
    const seed = SEED + run
    const luck = chance(seed)
    const channel = channels[run % channels.length] ?? ''
    const start = EVERY_PLACE[channel]
    if (start === undefined) throw new Error(`There is no ${channel}.`)
    const answering = await startAnswering(start)
    const bodies = await queueSome(answering, luck)
    answering.moveBy(21_000)
    for (let kills = 1 + luck.below(2); kills > 0; kills -= 1) {
      const moment = luck.one(MOMENTS)
      await answering.away(luck.one(PAUSES_MS), async (folder, now) => {
        const end = await dieElsewhere(answering, { folder, now, moment }, luck)
        if (end === 'killed') killed.set(moment, (killed.get(moment) ?? 0) + 1)
      })
    }
    await untilSettled(answering, bodies)
    expectOnce(answering, bodies, seed)
    const check = await answering.engine().call('store.check', {})
    expect({ seed, check }).toMatchObject({ seed, check: { files: [{ ok: true }, { ok: true }] } })
    await answering.engine().close()
    await answering.place.server.close()
  }
  process.stdout.write(
    `${COUNT} runs over ${channels.length} channels, killed ${[...killed].map(([moment, n]) => `${n} × ${moment}`).join(', ')}\n`,
  )
})
