import type { SourceCounts } from '../../../contract/source-health.ts'
import type { Source, SourceState } from '../../../contract/sources.ts'

type Told = Pick<
  Source,
  'kind' | 'paused' | 'stopped' | 'error' | 'silentSince' | 'waitsFor' | 'lastSuccessAt'
>

/** How a source is, in one word: the first that holds. */
export function stateOf(source: Told): SourceState {
  if (source.kind === 'file') return 'file'
  if (source.stopped !== null) return 'stopped'
  if (source.paused) return 'paused'
  if (source.error !== null) return source.error.kind === 'throttled' ? 'waiting' : 'failing'
  if (source.waitsFor === 'retry-after') return 'waiting'
  if (source.lastSuccessAt === null) return 'never-tried'
  return source.silentSince === null ? 'fine' : 'silent'
}

/** Counts each source once. */
export function countStates(sources: readonly Pick<Source, 'state'>[]): SourceCounts {
  const count = (wanted: SourceState) => sources.filter(({ state }) => state === wanted).length
  return {
    fine: count('fine'),
    failing: count('failing'),
    silent: count('silent'),
    waiting: count('waiting'),
    paused: count('paused'),
    stopped: count('stopped'),
    neverTried: count('never-tried'),
  }
}

/** Whether a person should look: nothing that fails is ever left out. */
export function needsALook({ state, error }: Pick<Source, 'state' | 'error'>): boolean {
  return (
    state === 'failing' ||
    state === 'stopped' ||
    state === 'silent' ||
    state === 'waiting' ||
    (state === 'paused' && error !== null)
  )
}
