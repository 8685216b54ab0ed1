import { useSyncExternalStore } from 'react'
import type { MethodName } from '../../src-main/contract/contract.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import { ask, onEngineEvent, toFailure, type Input, type Output } from '../engine/call.ts'
import type { RunState } from '../engine/use-run.ts'

/** Something long that goes on whatever screen is looked at; the bottom line says how far it is. */
export interface LongWork {
  readonly id: string
  /** What is being done: "Bringing in reviews.csv". */
  readonly words: string
  readonly done: number
  /** 0 where nobody knows how much there is. */
  readonly total: number
  /** The screen where it is told more of; null where it is told of nowhere else. */
  readonly place: 'import' | null
  readonly stop: () => void
}

let running: readonly LongWork[] = []
const listeners = new Set<() => void>()

function setRunning(next: readonly LongWork[]): void {
  running = next
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What goes on now, the oldest first. */
export function useLongWorks(): readonly LongWork[] {
  return useSyncExternalStore(subscribe, () => running)
}

export type Outcome<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly failure: Failure }

/** Asks for something long under a name of the screen's own, and keeps what came of it until the window closes. */
export function makeLongWork<Name extends MethodName>(method: Name, place: LongWork['place']) {
  const states = new Map<string, RunState<Output<Name>>>()
  const idle: RunState<Output<Name>> = { kind: 'idle' }
  const set = (id: string, state: RunState<Output<Name>>) => {
    states.set(id, state)
    for (const tell of listeners) tell()
  }
  const start = async (id: string, input: Input<Name>, words: string): Promise<Outcome<Output<Name>>> => {
    const asked = ask(method, input)
    const tellHowFar = (done: number, total: number) => {
      const others = running.filter((work) => work.id !== id)
      set(id, { kind: 'running', done, total })
      setRunning([...others, { id, words, done, total, place, stop: asked.cancel }])
    }
    tellHowFar(0, 0)
    const stopListening = onEngineEvent((event) => {
      if (event.kind === 'progress' && event.callId === asked.callId) tellHowFar(event.done, event.total)
    })
    const outcome = await settle(asked.answer)
    stopListening()
    set(id, outcome)
    setRunning(running.filter((work) => work.id !== id))
    return outcome
  }
  const use = (id: string) => useSyncExternalStore(subscribe, () => states.get(id) ?? idle)
  const forget = (id: string) => {
    states.delete(id)
    for (const tell of listeners) tell()
  }
  return { start, use, forget }
}

async function settle<T>(answer: Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', value: await answer }
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) }
  }
}
