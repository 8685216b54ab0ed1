import type { Database } from 'better-sqlite3'
import type { BrandId } from '../../../contract/ids.ts'
import { giveWay } from '../../store/user-act.ts'
import type { Gathered, Gathering } from './attempt.ts'
import { coalesced } from '../thread/coalesce.ts'
import { type Connections, createConnections } from '../thread/connections.ts'
import type { Network } from '../fetch/fetch-document.ts'
import { gatherAll, type Job, type RunSetting } from './gather-run.ts'
import type { Brands, BrandPlace, FromGatherer, GathererSetting, SourceRows } from '../gatherer-protocol.ts'
import type { AskLimits } from '../health/interval.ts'
import { takeTurns, type Turns } from '../health/turns.ts'
import type { WaitBook } from '../health/wait-book.ts'
import { toldToWait, waitOf } from '../health/waits.ts'
import { askedBefore, listAskedBefore } from '../health/waits-store.ts'
import {
  findSourceToGather,
  listSourcesToGather,
  postpone,
  type SourceToGather,
} from '../health/health-store.ts'
import type { Lanes } from '../schedule/lanes.ts'
import type { Tidying } from './tidying.ts'
import { createNotebook, type Notebook } from './notebook.ts'
import type { Questions } from '../thread/questions.ts'
import type { Reader } from '../read/start-reader.ts'
import { offlineFailure } from '../thread/offline.ts'
import { createSaver } from '../save/save-document.ts'
import { isWithin, type Reach } from '../thread/reach.ts'
import { isDue, isFirstBodyFresh, nextDue } from '../schedule/schedule.ts'

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
  readonly waits: WaitBook
  /** Until when sources are left alone whose last try could not be noted. */
  readonly unnoted: Map<string, number>
  readonly inFlight: Map<string, Promise<Gathered>>
  readonly ask: Questions
  readonly tidying: Tidying
}

export interface Run extends Brands {
  readonly sourceRows: SourceRows
}

/** Which of the sources a run names. */
export type Which = 'all' | 'due'

/** Gathers what a run names. */
export async function runBrands(
  service: Service,
  run: Run,
  which: Which,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
) {
  const { setting, send } = service
  const connections = createConnections(setting.binding)
  const notes = createNotebook({ shared: setting.turn })
  const { tell, flush } = coalesced((event) => {
    // Who hears of it finds it noted.
    notes.flush()
    send({ kind: 'event', event })
  })
  const runSetting: RunSetting = {
    gathering: gatheringOf(service, run.limits, notes),
    lanes: service.sources,
    inFlight: service.inFlight,
    tell,
    progress,
  }
  try {
    learnWaits(service, connections, run.brands)
    const { now, later } = chooseJobs(service, connections, run, which)
    later.forEach(({ one, at }) => postponeJob(service, one, at))
    if (now.length > 0) {
      service.reader.prepare()
      send({ kind: 'event', event: { kind: 'changed', subject: 'gather', brandId: null } })
    }
    const result = await gatherAll(runSetting, now, later.length, signal)
    if (result.added + result.revised > 0) service.tidying.later(run.brands)
    return result
  } finally {
    notes.flush()
    flush()
    connections.close()
  }
}

function gatheringOf(service: Service, limits: AskLimits, notes: Notebook): Gathering {
  const { setting, send, network, reader, now, hosts, waits, unnoted } = service
  return {
    network,
    hosts,
    waits,
    reader,
    saver: createSaver({ turn: { shared: setting.turn }, now, isMoreComing: reader.isBusy }),
    turn: { shared: setting.turn },
    notes,
    now,
    chance: Math.random,
    limits,
    log: (line) => send({ kind: 'log', line }),
    unnoted: (db, { id }) => unnoted.set(keyOf(db, id), now() + UNNOTED_MS),
  }
}

/** What could not be noted is asked again no sooner than any other failure. */
const UNNOTED_MS = 15 * 60_000

function keyOf(db: Database, row: number): string {
  return `${db.name} ${row}`
}

/** Takes up who wants to be left alone; whom a host keeps waiting may be told by another brand's source. */
function learnWaits(service: Service, connections: Connections, brands: readonly BrandPlace[]): void {
  const now = service.now()
  for (const [key, until] of service.unnoted) if (until <= now) service.unnoted.delete(key)
  service.waits.learn(
    brands.flatMap((place) => listAskedBefore(connections.open(place))),
    now,
  )
}

/** What is asked now, and whose turn is later. */
function chooseJobs(
  service: Service,
  connections: Connections,
  { brands, sourceRows }: Run,
  which: Which,
): Turns<Job> {
  const now = service.now()
  const named = brands.flatMap((place) => jobsOf(connections, place, sourceRows[place.brandId] ?? []))
  const within = named.filter(({ source }) => isWithin(service.reach(), source.url))
  if (which === 'all' && within.length === 0 && named.length > 0) throw offlineFailure()
  const wanted = which === 'all' ? within : within.filter((job) => isToAsk(service, job, now))
  // What was fetched when it was added needs no turn; what is told to wait takes none.
  const [asking, standing] = apart(
    wanted,
    ({ source }) =>
      !isFirstBodyFresh(source.first_fetched_at, now) &&
      toldToWait(service.waits, askedBefore(source), now) === null,
  )
  const turns = takeTurns(asking, ({ source }) => source, service.waits, now)
  for (const { source } of turns.now) service.waits.ask(source.url, now)
  return { now: [...standing, ...turns.now], later: turns.later }
}

function isToAsk({ waits, unnoted }: Service, { db, source }: Job, now: number): boolean {
  if (!isDue(source, now) || (unnoted.get(keyOf(db, source.id)) ?? 0) - now > 0) return false
  return (
    isFirstBodyFresh(source.first_fetched_at, now) || toldToWait(waits, askedBefore(source), now) === null
  )
}

function apart<One>(all: readonly One[], is: (one: One) => boolean): [One[], One[]] {
  return [all.filter(is), all.filter((one) => !is(one))]
}

function postponeJob({ setting }: Service, { db, source }: Job, at: number): void {
  giveWay({ shared: setting.turn })
  postpone(db, source.id, at)
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
    return whenNext(service, connections, known.brands)
  } finally {
    connections.close()
  }
}

function whenNext(service: Service, connections: Connections, brands: readonly BrandPlace[]): number | null {
  const now = service.now()
  const sources = brands.flatMap((place) => {
    const db = connections.open(place)
    return listSourcesToGather(db)
      .filter(({ url }) => isWithin(service.reach(), url))
      .map((source) => ({ ...source, waitUntil: waitUntil(service, db, source, now) }))
  })
  return nextDue(sources, now)
}

function waitUntil(
  { waits, unnoted }: Service,
  db: Database,
  source: SourceToGather,
  now: number,
): number | null {
  const lost = unnoted.get(keyOf(db, source.id)) ?? null
  if (isFirstBodyFresh(source.first_fetched_at, now)) return lost
  const wait = waitOf(waits, askedBefore(source), now)
  return wait?.until ?? lost
}
