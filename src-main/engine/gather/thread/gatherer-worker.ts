import { parentPort, workerData } from 'node:worker_threads'
import type { GathererSetting, ToGatherer } from '../gatherer-protocol.ts'
import { serveGatherer } from './gatherer-service.ts'

/** The gatherer's thread: network, schedule, and connections of its own to brands' files. */
const port = parentPort
if (!port) throw new Error('The gatherer runs as a worker thread.')

// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- start-gatherer.ts, and nobody else, starts this thread
const answer = serveGatherer(workerData as GathererSetting, (message) => port.postMessage(message))
port.on('message', (message: ToGatherer) => answer(message))
port.postMessage({ kind: 'ready' })
