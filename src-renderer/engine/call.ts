import { createClient } from '../../src-main/contract/client.ts'
import type { Contract, MethodName } from '../../src-main/contract/contract.ts'
import type { EngineEvent } from '../../src-main/contract/events.ts'
import { CallFailed, type Failure } from '../../src-main/contract/failure.ts'
import type { InputOf, OutputOf } from '../../src-main/contract/method.ts'
import type { ShellBridge } from '../../src-main/contract/shell.ts'
import { fromText, type EngineBridge, type Reply } from '../../src-main/contract/wire.ts'
import { createEarly } from './early.ts'
import { afterNextFrame, createTurns } from './turns.ts'

declare global {
  interface Window {
    readonly engine: EngineBridge
    readonly shell: ShellBridge
  }
}

export type Input<Name extends MethodName> = InputOf<Contract[Name]>
export type Output<Name extends MethodName> = OutputOf<Contract[Name]>

/** A call that was sent: its answer, and the id that cancels it and that its progress names. */
export interface Asked<Answer> {
  readonly callId: string
  readonly answer: Promise<Answer>
  readonly cancel: () => void
}

/** Asks the engine; a failure is thrown as `CallFailed`. */
export const call = createClient((method, input) => send(method, input, crypto.randomUUID()))

async function send(method: string, input: unknown, callId: string): Promise<Reply> {
  return fromText(await window.engine.call(method, input, callId))
}

const turns = createTurns(afterNextFrame)
const early = createEarly()

/**
 * Asks the engine, for calls that are followed or cancelled while they run; each in its turn. One that is cancelled before
 * it was sent is never answered.
 */
export function ask<Name extends MethodName>(name: Name, input: Input<Name>): Asked<Output<Name>> {
  const callId = crypto.randomUUID()
  const before = early.take(name, input)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- it is kept under the name it was asked by
  if (before) return { callId, answer: before as Promise<Output<Name>>, cancel: () => undefined }
  const askOnce = createClient((method, given) => send(method, given, callId))
  let isWanted = true
  const cancel = () => {
    isWanted = false
    window.engine.cancel(callId)
  }
  const answer = turns.take(
    name,
    () => askOnce(name, input),
    () => isWanted,
  )
  return { callId, answer, cancel }
}

/** So long what was asked early is kept for who wants it, unless something changes before. */
const EARLY_FOR_MS = 3000

/** Asks for what is going to be wanted, while it is not drawn yet; who asks the same soon gets this answer. */
export function askEarly<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const before = early.look(name, input)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- it is kept under the name it was asked by
  if (before) return before as Promise<Output<Name>>
  const { answer } = ask(name, input)
  early.keep(name, input, answer)
  setTimeout(() => early.forget(name, input, answer), EARLY_FOR_MS)
  return answer
}

/** What was asked for early and is here, so that it can be drawn at once; null where it is not. */
export function knownEarly<Name extends MethodName>(name: Name, input: Input<Name>): Output<Name> | null {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- it is kept under the name it was asked by
  return (early.known(name, input)?.value ?? null) as Output<Name> | null
}

/** Takes what was drawn at once out of what is kept; answers whether it is still true. */
export function takeKnown<Name extends MethodName>(name: Name, input: Input<Name>): 'fresh' | 'stale' {
  return early.take(name, input) === null ? 'stale' : 'fresh'
}

/** What was asked before something changed is asked anew by who wants it. */
export function watchEarly(): void {
  onEngineEvent((event) => {
    if (event.kind === 'changed' || event.kind === 'engine') early.makeStale()
  })
}

export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  return window.engine.on(listener)
}

/** What to show of anything that was thrown. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof CallFailed) return thrown.failure
  return { kind: 'bug', message: String(thrown), hint: '' }
}
