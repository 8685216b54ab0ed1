import type { BrandId } from '../../contract/ids.ts'
import { coalesced } from './coalesce.ts'
import { type Connections, createConnections } from './connections.ts'
import type { Network } from './fetch/fetch-document.ts'
import { gatherAll, type Job, type RunSetting } from './gather-run.ts'
import type { Gathered } from './gather-source.ts'
import type { Brands, BrandPlace, FromGatherer, GathererSetting, SourceRows } from './gatherer-protocol.ts'
import { findSourceToGather, listSourcesToGather } from './health-store.ts'
import type { Lanes } from './lanes.ts'
import type { Questions } from './questions.ts'
import type { Reader } from './read/start-reader.ts'
import { offlineFailure } from './offline.ts'
import { isWithin, type Reach } from './reach.ts'
import { isDue, nextDue } from './schedule.ts'

/** Everything the gatherer's thread works with. */
export interface Service {
  readonly setting: GathererSetting
  readonly send: (message: FromGatherer) => void
  /** How far the network may be asked now. */
  readonly reach: () => Reach
  readonly now: () => number
  readonly network: Network
  readonly reader: Reader
  /** At most so many sources on their way, and at most so many asked, at a time. */
  readonly sources: Lanes
  readonly hosts: Lanes
  readonly inFlight: Map<string, Promise<Gathered>>
  readonly ask: Questions
}

export interface Run extends Brands {
  readonly sourceRows: SourceRows
}

/** Which of the sources a run names. */
export type Which = 'all' | 'due'

/** Gathers what a run names. */
export async function runBrands(
  service: Service,
  { brands, sourceRows, everyMinutes }: Run,
  which: Which,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
) {
  const { setting, send, network, reader, now, sources, hosts, inFlight } = service
  const connections = createConnections(setting.binding)
  const { tell, flush } = coalesced((event) => send({ kind: 'event', event }))
  const log = (line: string) => send({ kind: 'log', line })
  const runSetting: RunSetting = {
    gathering: {
      network,
      hosts,
      reader,
      turn: { shared: setting.turn },
      now,
      chance: Math.random,
      everyMinutes,
      log,
    },
    lanes: sources,
    inFlight,
    tell,
    progress,
  }
  try {
    const named = brands.flatMap((place) => jobsOf(connections, place, sourceRows[place.brandId] ?? []))
    const within = named.filter(({ source }) => isWithin(service.reach(), source.url))
    if (which === 'all' && within.length === 0 && named.length > 0) throw offlineFailure()
    const jobs = which === 'all' ? within : within.filter(({ source }) => isDue(source.next_try_at, now()))
    if (jobs.length > 0) send({ kind: 'event', event: { kind: 'changed', subject: 'gather', brandId: null } })
    return await gatherAll(runSetting, jobs, signal)
  } finally {
    flush()
    connections.close()
  }
}

function jobsOf(connections: Connections, place: BrandPlace, rows: readonly number[] | 'all'): Job[] {
  if (rows.length === 0) return []
  const db = connections.open(place)
  const sources =
    rows === 'all' ? listSourcesToGather(db) : rows.flatMap((row) => findSourceToGather(db, row) ?? [])
  return sources.map((source): Job => ({ brandId: place.brandId, db, source }))
}

/** Gathers what is due; answers when the next source is. */
export async function gatherDue(service: Service, signal: AbortSignal): Promise<number | null> {
  const { send, setting } = service
  const known = await service.ask.brands()
  const sourceRows = Object.fromEntries(known.brands.map(({ brandId }): [BrandId, 'all'] => [brandId, 'all']))
  const progress = (done: number, total: number) => {
    if (total > 0) send({ kind: 'event', event: { kind: 'gathering', running: done < total, done, total } })
  }
  await runBrands(service, { ...known, sourceRows }, 'due', progress, signal)
  const connections = createConnections(setting.binding)
  try {
    const sources = known.brands.flatMap((place) => listSourcesToGather(connections.open(place)))
    return nextDue(sources.filter(({ url }) => isWithin(service.reach(), url)))
  } finally {
    connections.close()
  }
}
