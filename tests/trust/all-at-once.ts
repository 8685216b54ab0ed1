import type { Case } from '../support/misbehaving/case.ts'
import { startMisbehaving } from '../support/misbehaving/server.ts'
import { startTrustEngine, type TrustEngine } from './engine.ts'
import { type GoodSources, ITEMS, startGoodSources } from './good-sources.ts'
import { addAddresses } from './sources.ts'

/** What a run of twenty good sources among many others cost. */
export interface AtOnce {
  /** Good sources that brought everything they have. */
  readonly whole: number
  /** From the start of the run until the last good source was saved. */
  readonly seconds: number
  /** From the start of the run until its end. */
  readonly allSeconds: number
  readonly grownBytes: number
  /** The longest that a read call took while it ran. */
  readonly slowestReadMs: number
  readonly hits: readonly string[]
}

const GOOD = 20
const READ_EVERY_MS = 50

interface Address {
  readonly name: string
  readonly url: string
}

/** Twenty good sources spread among as many well-behaved neighbours as there are cases: how long it usually takes. */
export async function runAmongGood(cases: readonly Case[]): Promise<AtOnce> {
  const neighbours = await startGoodSources('neighbour', cases.length)
  try {
    return { ...(await runAmong(neighbours.addresses)), hits: [] }
  } finally {
    await neighbours.close()
  }
}

/** The same twenty among everything that misbehaves. */
export async function runAmongBad(cases: readonly Case[]): Promise<AtOnce> {
  const server = await startMisbehaving(cases)
  try {
    const others = cases.map(({ name }) => ({ name, url: server.url(name) }))
    return { ...(await runAmong(others)), hits: [...server.canary.hits] }
  } finally {
    await server.close()
  }
}

async function runAmong(others: readonly Address[]): Promise<Omit<AtOnce, 'hits'>> {
  const good = await startGoodSources('good', GOOD)
  const engine = await startTrustEngine()
  try {
    return await run(engine, good, others)
  } catch (error) {
    throw new Error(`The engine did not survive; its log: ${engine.log.join('\n')}`, { cause: error })
  } finally {
    await engine.close()
    await good.close()
  }
}

async function run(
  engine: TrustEngine,
  good: GoodSources,
  others: readonly Address[],
): Promise<Omit<AtOnce, 'hits'>> {
  const { brandId } = await engine.call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
  await warmUp(engine)
  const idOf = await addAddresses(engine, brandId, spread(good.addresses, others))
  const isGood = new Map(good.addresses.map(({ name }) => [idOf(name), 0]))
  const before = await engine.memory()
  const started = performance.now()
  let seconds = 0
  const stop = engine.on((event) => {
    if (event.kind !== 'gathered' || !isGood.has(event.sourceId)) return
    isGood.set(event.sourceId, (isGood.get(event.sourceId) ?? 0) + event.added)
    seconds = (performance.now() - started) / 1000
  })
  const reads = readAllTheWhile(engine)
  await engine.call('gather.run', { brandId })
  const allSeconds = (performance.now() - started) / 1000
  stop()
  return {
    whole: [...isGood.values()].filter((added) => added === ITEMS).length,
    seconds,
    allSeconds,
    slowestReadMs: await reads.stop(),
    grownBytes: (await engine.memory()).most - before.now,
  }
}

/** A program that has gathered much before: what its threads, libraries and caches need is no fault of any source. */
async function warmUp(engine: TrustEngine): Promise<void> {
  const many = await startGoodSources('many', 100)
  const large = await startGoodSources('large', 2, 5000)
  const { brandId } = await engine.call('brands.create', { name: 'Otra', timezone: 'Europe/Madrid' })
  await addAddresses(engine, brandId, [...many.addresses, ...large.addresses])
  await engine.call('gather.run', { brandId })
  await many.close()
  await large.close()
}

function readAllTheWhile({ call }: TrustEngine) {
  let slowest = 0
  const over = new AbortController()
  const reading = (async () => {
    while (!over.signal.aborted) {
      const started = performance.now()
      await call('mentions.list', { limit: 50 })
      slowest = Math.max(slowest, performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS))
    }
  })()
  return {
    stop: async () => {
      over.abort()
      await reading
      return slowest
    },
  }
}

/** The good ones evenly among the others, the last of them near the end. */
function spread(good: readonly Address[], others: readonly Address[]): Address[] {
  const step = Math.max(1, Math.floor(others.length / good.length))
  const spreadOut = others.flatMap((other, index) => {
    const next = (index + 1) % step === 0 ? good[(index + 1) / step - 1] : undefined
    return next === undefined ? [other] : [other, next]
  })
  return [...spreadOut, ...good.filter((one) => !spreadOut.includes(one))]
}
