import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import type { GatherResult } from '../../src-main/contract/gather.ts'
import { ask, onEngineEvent, toFailure, type Asked, type Input } from '../engine/call.ts'
import { showDone, showFailure } from '../kit/toast.tsx'

/** A gathering the user asked for; it goes on when they look at another screen. */
export type Gathering =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly sourceIds: readonly string[] | null
      readonly done: number
      readonly total: number
    }

let current: Gathering = { kind: 'idle' }
let asked: Asked<GatherResult> | null = null
const listeners = new Set<() => void>()

function setCurrent(next: Gathering): void {
  current = next
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useGathering(): Gathering {
  return useSyncExternalStore(subscribe, () => current)
}

export function stopGathering(): void {
  asked?.cancel()
}

/** Gathers now, unless it does already, and says what came of it. */
export async function gatherNow(input: Input<'gather.run'>): Promise<void> {
  if (asked) return
  const mine = ask('gather.run', input)
  asked = mine
  const running = { kind: 'running' as const, sourceIds: input.sourceIds ?? null }
  setCurrent({ ...running, done: 0, total: 0 })
  const stopListening = onEngineEvent((event) => {
    if (event.kind === 'progress' && event.callId === mine.callId)
      setCurrent({ ...running, done: event.done, total: event.total })
  })
  try {
    showDone(sayGathered(await mine.answer))
  } catch (thrown) {
    if (toFailure(thrown).kind === 'cancelled') showDone(i18next.t('sources.gathered.stopped'))
    else showFailure(thrown)
  } finally {
    stopListening()
    asked = null
    setCurrent({ kind: 'idle' })
  }
}

function sayGathered({ added, revised, failed }: GatherResult): string {
  const parts = [i18next.t('sources.gathered.new', { count: added })]
  if (revised > 0) parts.push(i18next.t('sources.gathered.revised', { count: revised }))
  if (failed > 0) parts.push(i18next.t('sources.gathered.failed', { count: failed }))
  return parts.join(' ')
}
