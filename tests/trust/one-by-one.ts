import type { GatherResult } from '../../src-main/contract/gather.ts'
import type { SourceId } from '../../src-main/contract/ids.ts'
import type { Case } from '../support/misbehaving/case.ts'
import { startMisbehaving } from '../support/misbehaving/server.ts'
import { startTrustEngine, type TrustEngine } from './engine.ts'
import { addCases, difference } from './sources.ts'

/** What came of one case. */
export interface Tried {
  readonly one: Case
  readonly result: GatherResult
  readonly seconds: number
  /** What was not as it should be, or null. */
  readonly wrong: string | null
}

export interface OneByOne {
  readonly tried: readonly Tried[]
  /** Requests at addresses that nobody may ask. */
  readonly hits: readonly string[]
  readonly log: readonly string[]
  /** Everything the program shows of its sources and their fetch logs afterwards, as JSON. */
  readonly shown: string
}

/** Gathers every case alone, the slow ones beside each other. */
export async function tryOneByOne(cases: readonly Case[]): Promise<OneByOne> {
  const server = await startMisbehaving(cases)
  const engine = await startTrustEngine()
  try {
    const { brandId } = await engine.call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
    const idOf = await addCases(engine, brandId, server, cases)
    const tried: Tried[] = []
    for (const one of cases.filter(({ slow }) => slow !== true))
      tried.push(await tryOne(engine, one, idOf(one.name)))
    const slow = cases.filter((one) => one.slow === true)
    tried.push(...(await Promise.all(slow.map((one) => tryOne(engine, one, idOf(one.name))))))
    const logs = cases.map(({ name }) => engine.call('sources.tries', { sourceId: idOf(name) }))
    const shown = JSON.stringify([await engine.call('sources.list', {}), ...(await Promise.all(logs))])
    return { tried, hits: [...server.canary.hits], log: [...engine.log], shown }
  } catch (error) {
    throw new Error(`The engine did not survive; its log: ${engine.log.join('\n')}`, { cause: error })
  } finally {
    await engine.close()
    await server.close()
  }
}

async function tryOne({ call }: TrustEngine, one: Case, sourceId: SourceId): Promise<Tried> {
  const started = performance.now()
  const result = await call('gather.run', { sourceIds: [sourceId] })
  const seconds = (performance.now() - started) / 1000
  return { one, result, seconds, wrong: difference(one.comes, result) }
}
