import { CallFailed, type Failure } from '../../../contract/failure.ts'
import type { CallScope } from '../../../contract/method.ts'
import { clockOver } from '../../clock.ts'
import { discover } from '../discovery/discover.ts'
import { createAgents } from '../fetch/agents.ts'
import { LIMITS } from '../fetch/fetch-document.ts'
import { fetchImage } from '../fetch/fetch-image.ts'
import type {
  FeedDocument,
  FromGatherer,
  GathererAnswer,
  GathererQuestion,
  GathererSetting,
  ReadDocument,
  RowsToImport,
  ToGatherer,
} from '../gatherer-protocol.ts'
import { createWaitBook } from '../health/wait-book.ts'
import type { ImportedRows } from '../import/file-to-read.ts'
import { createLanes } from '../schedule/lanes.ts'
import { createRemaker } from './remake.ts'
import { createQuestions } from './questions.ts'
import type { Reach } from './reach.ts'
import { type Reader, startReader } from '../read/start-reader.ts'
import type { Gathered } from '../run/attempt.ts'
import { createTidying } from '../run/tidying.ts'
import { gatherDue, runBrands, type Service } from '../run/run-brands.ts'
import { startTimetable, type Timetable } from '../schedule/timetable.ts'

/** A place that has not answered by then may take its time, but not a turn that others wait for. */
const PATIENCE_MS = 3000

/** The gatherer's thread: answers the engine, and gathers by itself when it is scheduled. */
export function serveGatherer(
  setting: GathererSetting,
  send: (message: FromGatherer) => void,
): (message: ToGatherer) => void {
  let reach = setting.reach
  const service = createService(setting, send, () => reach)
  const running = new Map<number, AbortController>()
  // What reads a file is no gathering: it goes on without a network, and when gathering is stopped.
  const importing = new Map<number, AbortController>()
  const remaker = createRemaker(service)
  if (setting.gathering === 'scheduled') remaker.wake()
  const timetable = setting.gathering === 'scheduled' ? timetableOf(service) : null

  const answer = async (id: number, question: GathererQuestion) => {
    service.reader.prepare()
    const controller = new AbortController()
    const among = question.kind === 'import' ? importing : running
    among.set(id, controller)
    const reply = await answerQuestion(service, id, question, controller.signal)
    among.delete(id)
    send({ kind: 'answer', id, answer: reply })
  }
  return (message) => {
    switch (message.kind) {
      case 'ask':
        void answer(message.id, message.question)
        return
      case 'cancel':
        running.get(message.id)?.abort()
        importing.get(message.id)?.abort()
        return
      case 'proxy':
        service.ask.answered(message.id, message.proxy)
        return
      case 'brands':
        service.ask.answered(message.id, message.answer)
        return
      case 'reach':
        reach = message.reach
        timetable?.setReach(reach)
        if (reach === 'nowhere') for (const controller of running.values()) controller.abort()
        return
      case 'stop':
        timetable?.cancel()
        for (const controller of running.values()) controller.abort()
        return
      case 'wake':
        timetable?.wake()
        return
      case 'remake':
        remaker.wake()
        return
      case 'close':
        timetable?.stop()
        for (const controller of [...running.values(), ...importing.values()]) controller.abort()
        void remaker.stop().then(() => closeService(service))
        return
    }
  }
}

function timetableOf(service: Service): Timetable {
  return startTimetable({
    reach: service.reach(),
    now: service.now,
    gatherDue: (signal) =>
      gatherDue(service, signal).catch((error: unknown) => {
        failureOf(service, error)
        return null
      }),
  })
}

function createService(
  setting: GathererSetting,
  send: (message: FromGatherer) => void,
  reach: () => Reach,
): Service {
  const { now } = clockOver(setting.clock)
  const log = (line: string) => send({ kind: 'log', line })
  const ask = createQuestions(send)
  const inFlight = new Map<string, Promise<Gathered>>()
  const turn = { shared: setting.turn }
  return {
    setting,
    send,
    reach,
    now,
    ask,
    network: { agents: createAgents(), proxyFor: ask.proxyFor, now, limits: LIMITS },
    reader: startReader(setting.reader, log),
    sources: createLanes({ total: 192, perHost: 48, patienceMs: PATIENCE_MS }),
    hosts: createLanes({ total: 8, perHost: 2, patienceMs: PATIENCE_MS }),
    waits: createWaitBook(),
    unnoted: new Map(),
    inFlight,
    tidying: createTidying({ turn, binding: setting.binding, isBusy: () => inFlight.size > 0, log }),
  }
}

async function closeService({ reader, network, inFlight, tidying, send }: Service): Promise<void> {
  tidying.stop()
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
  const progress = (done: number, total: number) => send({ kind: 'progress', id, done, total })
  try {
    switch (question.kind) {
      case 'run':
        return { ok: true, answer: await runBrands(service, question, 'all', progress, signal) }
      case 'look':
        return { ok: true, answer: await discover(service, question, signal) }
      case 'image':
        return { ok: true, answer: await fetchImage(network, question.url, question.privateOrigin, signal) }
      case 'read':
        return { ok: true, answer: await read(reader, question.document) }
      case 'import':
        return { ok: true, answer: await importInto(service, question, { progress, signal }) }
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

async function importInto(
  { setting, now, tidying }: Service,
  what: RowsToImport,
  scope: CallScope,
): Promise<ImportedRows> {
  // Loaded when needed: most runs of the thread import nothing.
  const { importRows } = await import('../import/import-rows.ts')
  const { binding, reader } = setting
  try {
    return await importRows({ turn: { shared: setting.turn }, now, binding, reader }, what, scope)
  } finally {
    tidying.later([what.place])
  }
}

async function read(reader: Reader, document: FeedDocument): Promise<ReadDocument> {
  const result = await reader.read(document)
  if (result.kind === 'feed') return result.document
  if (result.kind === 'failed') throw new CallFailed(result.failure)
  throw new CallFailed({ kind: 'web-page', message: 'That is a web page, not a list of mentions.', hint: '' })
}
