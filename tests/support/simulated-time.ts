import { setTimeout as wait } from 'node:timers/promises'
import type { Call } from '../../src-main/contract/client.ts'

/** An engine that gathers by its schedule and whose clock stands until it is moved. */
export interface Scheduled {
  readonly call: Call
  readonly moveClockTo: (at: number) => void
  readonly wake: () => void
}

const MINUTE_MS = 60_000
const MOST_LOOKS = 60_000

/** Lets so many hours pass in steps; after each, everything that was due has been asked. */
export async function liveThrough(
  engine: Scheduled,
  time: { readonly from: number; readonly hours: number; readonly stepMinutes: number },
  afterStep: (now: number) => Promise<void> | void = () => undefined,
): Promise<void> {
  const until = time.from + time.hours * 60 * MINUTE_MS
  for (let now = time.from; now <= until; now += time.stepMinutes * MINUTE_MS) {
    engine.moveClockTo(now)
    engine.wake()
    await isQuiet(engine, now)
    await afterStep(now)
  }
}

async function isQuiet({ call }: Scheduled, now: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { running, nextAt } = await call('gather.status', {})
    if (!running && (nextAt === null || Date.parse(nextAt) > now)) return
    await wait(3)
  }
  throw new Error(`Something is due at ${new Date(now).toISOString()} and is not asked.`)
}
