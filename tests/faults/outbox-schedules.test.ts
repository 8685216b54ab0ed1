import { expect, test } from 'vitest'
import { type Ran, runSchedule } from './outbox-schedules.ts'

const SEED = Number(process.env['VENTANILLA_SEED'] ?? 1)
/** Five schedules for two kills: 500 in a full run. */
const COUNT = Math.ceil(2.5 * Number(process.env['VENTANILLA_COUNT'] ?? 200))

test(`whatever breaks, every answer stands there once (${COUNT} schedules by chance from seed ${SEED})`, async () => {
  const ran: Ran[] = []
  const wrong: string[] = []
  for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
    try {
      ran.push(await runSchedule(seed))
    } catch (error) {
      wrong.push(`seed ${seed}: ${error instanceof Error ? said(error) : String(error)}`)
    }
  }
  const sum = (of: (one: Ran) => number) => ran.reduce((total, one) => total + of(one), 0)
  const channels = [...Map.groupBy(ran, ({ channel }) => channel)].map(
    ([name, list]) => `${name} ${list.length}`,
  )
  process.stdout.write(
    `${ran.length} schedules (${channels.join(', ')}): ${sum(({ replies }) => replies)} answers, ${sum(({ faults }) => faults)} faults of the places, ${sum(({ kills }) => kills)} kills of the program; wrong: ${wrong.length}\n`,
  )
  expect(wrong).toEqual([])
})

/** With what was found and what was hoped for: an assertion's own message leaves both out. */
function said(error: Error): string {
  const found = JSON.stringify(Reflect.get(error, 'actual') ?? null)
  return `${error.message}: ${found}`.slice(0, 1500)
}
