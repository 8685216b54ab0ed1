import { CallFailed, type Failure } from '../../contract/failure.ts'
import type { BrandId } from '../../contract/ids.ts'
import { clockOver } from '../clock.ts'
import { coalesced } from './coalesce.ts'
import { type Connections, createConnections } from './connections.ts'
import { discover } from './discover.ts'
import { createAgents } from './fetch/agents.ts'
import { LIMITS, type Network } from './fetch/fetch-document.ts'
import { fetchImage } from './fetch/fetch-image.ts'
import { gatherAll, type Job, type RunSetting } from './gather-run.ts'
import type { Gathered } from './gather-source.ts'
import type {
  Brands,
  BrandPlace,
  FeedDocument,
  FromGatherer,
  GathererAnswer,
  GathererQuestion,
  GathererSetting,
  ReadDocument,
  SourceRows,
  ToGatherer,
} from './gatherer-protocol.ts'
import { findSourceToGather, listSourcesToGather, nextDue, type SourceToGather } from './health-store.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { type Reader, startReader } from './read/start-reader.ts'
import { isDue, sleepFor } from './schedule.ts'

interface Service {
  readonly setting: GathererSetting
  readonly send: (message: FromGatherer) => void
  readonly now: () => number
  readonly network: Network
  readonly reader: Reader
  readonly lanes: Lanes
  readonly inFlight: Map<string, Promise<Gathered>>
  readonly ask: Questions
}

/** What the gatherer asks the engine's own thread. */
interface Questions {
  readonly proxyFor: (url: string) => Promise<string>
  readonly brands: () => Promise<Brands>
  readonly answered: (id: number, answer: string | Brands) => void
}

/** The gatherer's thread: answers the engine, and gathers by itself when it is scheduled. */
export function serveGatherer(
  setting: GathererSetting,
  send: (message: FromGatherer) => void,
): (message: ToGatherer) => void {
  const service = createService(setting, send)
  const running = new Map<number, AbortController>()
  const schedule = startSchedule(service, setting)

  const answer = async (id: number, question: GathererQuestion) => {
    const controller = new AbortController()
    running.set(id, controller)
    const reply = await answerQuestion(service, id, question, controller.signal)
    running.delete(id)
    send({ kind: 'answer', id, answer: reply })
  }
  return (message) => {
    switch (message.kind) {
      case 'ask':
        void answer(message.id, message.question)
        return
      case 'cancel':
        running.get(message.id)?.abort()
        return
      case 'proxy':
        service.ask.answered(message.id, message.proxy)
        return
      case 'brands':
        service.ask.answered(message.id, message.answer)
        return
      case 'offline':
        schedule.setOffline(message.offline)
        if (message.offline) for (const controller of running.values()) controller.abort()
        return
      case 'wake':
        schedule.wake()
        return
      case 'close':
        schedule.stop()
        for (const controller of running.values()) controller.abort()
        void closeService(service)
        return
    }
  }
}

function createService(setting: GathererSetting, send: (message: FromGatherer) => void): Service {
  const { now } = clockOver(setting.clock)
  const log = (line: string) => send({ kind: 'log', line })
  const ask = createQuestions(send)
  return {
    setting,
    send,
    now,
    ask,
    network: { agents: createAgents(), proxyFor: ask.proxyFor, now, limits: LIMITS },
    reader: startReader(setting.reader, log),
    lanes: createLanes({ total: 8, perHost: 2 }),
    inFlight: new Map(),
  }
}

function createQuestions(send: (message: FromGatherer) => void): Questions {
  const proxies = new Map<number, (answer: string) => void>()
  const places = new Map<number, (answer: Brands) => void>()
  let lastId = 0
  return {
    proxyFor: (url) => {
      lastId += 1
      const id = lastId
      send({ kind: 'proxy-for', id, url })
      return new Promise((resolve) => proxies.set(id, resolve))
    },
    brands: () => {
      lastId += 1
      const id = lastId
      send({ kind: 'which-brands', id })
      return new Promise((resolve) => places.set(id, resolve))
    },
    answered: (id, answer) => {
      if (typeof answer === 'string') proxies.get(id)?.(answer)
      else places.get(id)?.(answer)
      proxies.delete(id)
      places.delete(id)
    },
  }
}

async function closeService({ reader, network, inFlight, send }: Service): Promise<void> {
  await Promise.allSettled(inFlight.values())
  await Promise.allSettled([reader.close(), network.agents.close()])
  send({ kind: 'closed' })
}

async function answerQuestion(
  service: Service,
  id: number,
  question: GathererQuestion,
  signal: AbortSignal,
): Promise<GathererAnswer> {
  const { network, reader, send } = service
  try {
    switch (question.kind) {
      case 'run': {
        const progress = (done: number, total: number) => send({ kind: 'progress', id, done, total })
        return { ok: true, answer: await run(service, question, (rows) => rows, progress, signal) }
      }
      case 'look':
        return { ok: true, answer: await discover(network, reader, question.url, signal) }
      case 'image':
        return { ok: true, answer: await fetchImage(network, question.url, question.privateOrigin, signal) }
      case 'read':
        return { ok: true, answer: await read(reader, question.document) }
    }
  } catch (error) {
    return { ok: false, failure: failureOf(service, error) }
  }
}

function failureOf({ send }: Service, error: unknown): Failure {
  if (error instanceof CallFailed) return error.failure
  send({
    kind: 'log',
    line: `gatherer: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  })
  return {
    kind: 'bug',
    message: 'Something went wrong inside Ventanilla while gathering. What was saved is safe.',
    hint: 'Try again; the log says more.',
  }
}

async function read(reader: Reader, document: FeedDocument): Promise<ReadDocument> {
  const result = await reader.read(document)
  if (result.kind === 'feed') return result.document
  if (result.kind === 'failed') throw new CallFailed(result.failure)
  throw new CallFailed({ kind: 'web-page', message: 'That is a web page, not a list of mentions.', hint: '' })
}

interface Run extends Brands {
  readonly sourceRows: SourceRows
}

/** Gathers what a run names. `choose` narrows the sources down, for the schedule. */
async function run(
  service: Service,
  { brands, sourceRows, everyMinutes }: Run,
  choose: (sources: readonly SourceToGather[]) => readonly SourceToGather[],
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
) {
  const { setting, send, network, reader, now, lanes, inFlight } = service
  const connections = createConnections(setting.binding)
  const { tell, flush } = coalesced((event) => send({ kind: 'event', event }))
  const log = (line: string) => send({ kind: 'log', line })
  const runSetting: RunSetting = {
    gathering: {
      network,
      reader,
      turn: { shared: setting.turn },
      now,
      chance: Math.random,
      everyMinutes,
      log,
    },
    lanes,
    inFlight,
    tell,
    progress,
  }
  try {
    const jobs = brands.flatMap((place) =>
      jobsOf(connections, place, sourceRows[place.brandId] ?? [], choose),
    )
    if (jobs.length > 0) send({ kind: 'event', event: { kind: 'changed', subject: 'gather', brandId: null } })
    return await gatherAll(runSetting, jobs, signal)
  } finally {
    flush()
    connections.close()
  }
}

function jobsOf(
  connections: Connections,
  place: BrandPlace,
  rows: readonly number[] | 'all',
  choose: (sources: readonly SourceToGather[]) => readonly SourceToGather[],
): Job[] {
  if (rows.length === 0) return []
  const db = connections.open(place)
  const sources =
    rows === 'all' ? listSourcesToGather(db) : rows.flatMap((row) => findSourceToGather(db, row) ?? [])
  return choose(sources).map((source): Job => ({ brandId: place.brandId, db, source }))
}

interface Schedule {
  readonly wake: () => void
  readonly setOffline: (offline: boolean) => void
  readonly stop: () => void
}

/** Looks at each source's time, a minute apart at most; a run that is on its way is never joined by a second. */
function startSchedule(service: Service, { gathering, offline }: GathererSetting): Schedule {
  let isOffline = offline
  let timer: NodeJS.Timeout | null = null
  let current: AbortController | null = null
  let isStopped = gathering === 'on-demand'

  const sleep = (ms: number) => {
    if (timer) clearTimeout(timer)
    timer = isStopped ? null : setTimeout(() => void look(), ms)
  }
  const look = async () => {
    if (isStopped || isOffline || current) return
    current = new AbortController()
    const nextAt = await gatherDue(service, current.signal).catch((error: unknown) => {
      failureOf(service, error)
      return null
    })
    current = null
    sleep(sleepFor(nextAt, service.now()))
  }
  sleep(0)
  return {
    wake: () => sleep(0),
    setOffline: (nowOffline) => {
      isOffline = nowOffline
      if (nowOffline) current?.abort()
      else sleep(0)
    },
    stop: () => {
      isStopped = true
      if (timer) clearTimeout(timer)
      current?.abort()
    },
  }
}

/** Gathers what is due; answers when the next source is. */
async function gatherDue(service: Service, signal: AbortSignal): Promise<number | null> {
  const { send, setting, now } = service
  const known = await service.ask.brands()
  const sourceRows = Object.fromEntries(known.brands.map(({ brandId }): [BrandId, 'all'] => [brandId, 'all']))
  const isDueNow = ({ next_try_at }: SourceToGather) => isDue(next_try_at, now())
  const progress = (done: number, total: number) => {
    if (total > 0) send({ kind: 'event', event: { kind: 'gathering', running: done < total, done, total } })
  }
  await run(service, { ...known, sourceRows }, (sources) => sources.filter(isDueNow), progress, signal)
  const connections = createConnections(setting.binding)
  try {
    const times = known.brands.map((place) => nextDue(connections.open(place))).filter((at) => at !== null)
    return times.length === 0 ? null : Math.min(...times)
  } finally {
    connections.close()
  }
}
