import { createClient } from '../../src-main/contract/client.ts'
import type { Contract, MethodName } from '../../src-main/contract/contract.ts'
import type { EngineEvent } from '../../src-main/contract/events.ts'
import { CallFailed, type Failure } from '../../src-main/contract/failure.ts'
import type { InputOf, OutputOf } from '../../src-main/contract/method.ts'
import type { ShellBridge } from '../../src-main/contract/shell.ts'
import type { EngineBridge } from '../../src-main/contract/wire.ts'
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
export const call = createClient((method, input) => window.engine.call(method, input, crypto.randomUUID()))

const turns = createTurns(afterNextFrame)

/**
 * Asks the engine, for calls that are followed or cancelled while they run; each in its turn. One that is cancelled before
 * it was sent is never answered.
 */
export function ask<Name extends MethodName>(name: Name, input: Input<Name>): Asked<Output<Name>> {
  const callId = crypto.randomUUID()
  const askOnce = createClient((method, given) => window.engine.call(method, given, callId))
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

export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  return window.engine.on(listener)
}

/** What to show of anything that was thrown. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof CallFailed) return thrown.failure
  return { kind: 'bug', message: String(thrown), hint: '' }
}
