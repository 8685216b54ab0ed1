import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { CallFailed, type Failure } from './contract/failure.ts'
import type { Reply } from './contract/wire.ts'
import { baseHost } from './engine-host.ts'
import { type Engine, startEngine } from './engine/engine.ts'
import { answer } from './engine/serve.ts'
import { failureOfSqlite } from './engine/store/failure-of-sqlite.ts'
import { log } from './log.ts'

/**
 * The contract from a terminal: `METHOD 'JSON' --data DIR [--now TIME]`. The result goes to standard output as
 * JSON; a failure to standard error as JSON, with exit status 1; progress to standard error, a JSON line each.
 * With `-` as METHOD, calls come from standard input, a JSON line each, and are answered in order.
 */
const USAGE = `npm run --silent cli -- METHOD 'JSON' --data DIR [--now TIME]`

function invalid(message: string): CallFailed {
  return new CallFailed({ kind: 'invalid-input', message, hint: USAGE })
}

function readCommand() {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string' }, now: { type: 'string' } },
    allowPositionals: true,
  })
  const [method, input = '{}', ...rest] = positionals
  if (method === undefined) throw invalid('Which method?')
  if (rest.length > 0) throw invalid(`Too many arguments: ${rest.join(' ')}`)
  if (values.data === undefined) throw invalid('Which data folder? --data DIR says it.')
  const now = values.now === undefined ? undefined : Date.parse(values.now)
  if (Number.isNaN(now))
    throw invalid(`${String(values.now)} is no time; write it like 2026-03-02T09:00:00Z.`)
  return { method, input, folder: resolve(values.data), now }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid(`That is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function ask(
  engine: Engine,
  method: string,
  input: unknown,
  callId: string,
  signal: AbortSignal,
): Promise<Reply> {
  const progress = (done: number, total: number) => {
    process.stderr.write(`${JSON.stringify({ progress: { callId, done, total } })}\n`)
  }
  return answer(engine, method, input, { signal, progress }, log)
}

async function answerOne(engine: Engine, method: string, text: string, signal: AbortSignal): Promise<number> {
  const reply = await ask(engine, method, parseJson(text), '1', signal)
  if (!reply.ok) {
    writeFailure(reply.failure)
    return 1
  }
  process.stdout.write(`${JSON.stringify(reply.output, null, 2)}\n`)
  return 0
}

async function answerLines(engine: Engine, signal: AbortSignal): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    process.stdout.write(`${JSON.stringify(await answerLine(engine, line, signal))}\n`)
    if (signal.aborted) break
  }
  return 0
}

async function answerLine(engine: Engine, line: string, signal: AbortSignal) {
  let id: unknown = null
  try {
    const call = parseJson(line)
    if (typeof call !== 'object' || call === null) throw invalid('A line is {"id", "method", "input"}.')
    if ('id' in call) id = call.id
    if (!('method' in call) || typeof call.method !== 'string')
      throw invalid('A line is {"id", "method", "input"}.')
    return { id, ...(await ask(engine, call.method, 'input' in call ? call.input : {}, String(id), signal)) }
  } catch (error) {
    return { id, ok: false, failure: toFailure(error) }
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof CallFailed) return error.failure
  const known = failureOfSqlite(error)
  if (known) return known
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return {
    kind: 'bug',
    message: 'Something went wrong inside Ventanilla.',
    hint: 'What was saved before is safe.',
  }
}

function writeFailure(failure: Failure): void {
  process.stderr.write(`${JSON.stringify(failure)}\n`)
}

async function main(): Promise<number> {
  const { method, input, folder, now } = readCommand()
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  const engine = startEngine({
    folder,
    gathering: 'on-demand',
    host: {
      ...baseHost(import.meta.url, now),
      path: (given) => resolve(given),
      proxyFor: () => Promise.resolve('DIRECT'),
    },
  })
  try {
    return method === '-'
      ? await answerLines(engine, stop.signal)
      : await answerOne(engine, method, input, stop.signal)
  } finally {
    await engine.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  writeFailure(toFailure(error))
  process.exitCode = 1
}
