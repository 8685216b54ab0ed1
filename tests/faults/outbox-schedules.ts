import { expect } from 'vitest'
import type { SendingStep } from '../../src-main/engine/context.ts'
import { ANSWERING_PLACES, type Said } from '../support/answering-places.ts'
import { type Chance, chance } from '../support/chance.ts'
import { type Answering, startAnswering, untilSettled } from '../support/exactly-once.ts'
import type { PlaceServer, WriteFault } from '../support/place-server.ts'
import { dieElsewhere } from './die-elsewhere.ts'

const PEOPLE = ['lucia', 'rio', 'berta']
const STEPS: readonly SendingStep[] = ['looked', 'written', 'answered', 'settled']
const PAUSES_MS = [1000, 20_000, 61_000, 600_000, 7_200_000, 8 * 86_400_000]

/** What one run of chance did; said with its seed when something is wrong. */
export interface Ran {
  readonly channel: string
  readonly replies: number
  readonly faults: number
  /** By SIGKILL. */
  readonly kills: number
}

/**
 * A brand answers some people at one place while, by chance, the place drops, delays, refuses and forgets, and the program,
 * a process of its own, is killed at some step and started again at any time. In the end every answer stands there once, in order, and no place was asked
 * sooner than it allowed.
 */
export async function runSchedule(seed: number): Promise<Ran> {
  const luck = chance(seed)
  const channel = luck.one(Object.keys(ANSWERING_PLACES))
  const start = ANSWERING_PLACES[channel]
  if (start === undefined) throw new Error(`There is no ${channel}.`)
  const answering = await startAnswering(start)
  const { place } = answering
  const bodies = await queueSome(answering, luck)
  let [faults, kills] = [0, 0]
  for (let round = 2 + luck.below(4); round > 0; round -= 1) {
    faults += breakSome(place.server, luck)
    answering.moveBy(luck.one(PAUSES_MS.slice(0, 4)))
    if (luck.below(2) === 0) {
      const moment = luck.one(STEPS)
      await answering.away(luck.one(PAUSES_MS), async (folder, now) => {
        if ((await dieElsewhere(answering, { folder, now, moment }, luck)) === 'killed') kills += 1
      })
    } else {
      await answering.run()
      if (luck.below(4) === 0) await answering.restart(luck.one(PAUSES_MS))
    }
  }
  place.server.writeFaults.length = 0
  place.server.readFaults.length = 0
  await untilSettled(answering, bodies)
  place.server.finishLate()
  expectOnce(answering, bodies, seed)
  await answering.engine().close()
  await place.server.close()
  return { channel, replies: bodies.size, faults, kills }
}

/** One to six answers to one to three people; some of them have spoken twice in one conversation. */
export async function queueSome(
  { place, queue, gather }: Answering,
  luck: Chance,
): Promise<Map<string, Said>> {
  const bodies = new Map<string, Said>()
  const add = async (said: Said, body: string) => {
    await queue(said, body)
    bodies.set(body, said)
  }
  for (const name of PEOPLE.slice(0, 1 + luck.below(3))) {
    const first = place.say(name, `¿Cuándo llega lo que pedí, el pedido de ${name}?`)
    const row = gather(first)
    await add(
      first,
      `Hola ${name}: “sale hoy” & llega mañana -- palabra. https://cafe.example/pedido?de=${name}`,
    )
    if (luck.below(2) === 0) continue
    const second = place.say(name, `Y además vino roto, dice ${name}.`)
    gather(second, { answers: row })
    await add(second, `Lo del roto lo cambiamos, ${name}: va otro con el pedido.`)
  }
  return bodies
}

function breakSome(server: PlaceServer, luck: Chance): number {
  const some = luck.below(4)
  for (let fault = 0; fault < some; fault += 1) server.writeFaults.push(writeFault(luck))
  if (luck.below(3) === 0) server.readFaults.push({ kind: luck.one(['drop', '500'] as const) })
  if (luck.below(6) === 0) server.readFaults.push({ kind: '429', seconds: 1 + luck.below(200) })
  return some
}

function writeFault(luck: Chance): WriteFault {
  switch (luck.below(8)) {
    case 0:
      return { kind: 'drop-before-commit' }
    case 1:
      return { kind: '500-before-commit' }
    case 2:
      return { kind: '500-after-commit' }
    case 3:
      return { kind: 'commit-late', afterMs: 1000 * (1 + luck.below(50)) }
    case 4:
      return { kind: '429', seconds: 1 + luck.below(400) }
    case 5:
      return luck.below(2) === 0 ? { kind: '503' } : { kind: '503', retryAfter: 1 + luck.below(200) }
    default:
      return { kind: 'commit-then-drop' }
  }
}

export function expectOnce({ place }: Answering, bodies: ReadonlyMap<string, Said>, seed: number): void {
  for (const [body, said] of bodies)
    expect({ seed, channel: place.channel, body, posts: place.under(said) }).toEqual({
      seed,
      channel: place.channel,
      body,
      posts: [body],
    })
  // What answers one conversation is out in the order in which it was queued.
  const out = place.all()
  const ofOne = PEOPLE.map((name) => [...bodies.keys()].filter((body) => body.includes(name)))
  const ordered = ofOne.map((list) => list.toSorted((a, b) => out.indexOf(a) - out.indexOf(b)))
  expect({ seed, ordered }).toEqual({ seed, ordered: ofOne })
  expect({
    seed,
    channel: place.channel,
    tooSoon: place.server.tooSoon(),
    atOnce: place.server.mostAtOnce(),
  }).toEqual({
    seed,
    channel: place.channel,
    tooSoon: 0,
    atOnce: 1,
  })
}
