import type { Source } from '../../src-main/contract/sources.ts'

/** How a source is, as one word; the first that holds. */
export type SourceState = 'stopped' | 'paused' | 'failing' | 'file' | 'never' | 'fine'

export function stateOf(source: Source): SourceState {
  if (source.stopped !== null) return 'stopped'
  if (source.paused) return 'paused'
  if (source.error) return 'failing'
  if (source.kind === 'file') return 'file'
  if (source.lastSuccessAt === null) return 'never'
  return 'fine'
}

export function needsYou(source: Source): boolean {
  const state = stateOf(source)
  return state === 'failing' || state === 'stopped'
}

const ORDER: readonly SourceState[] = ['failing', 'stopped', 'never', 'fine', 'paused', 'file']

/** Failing first, then by name; what is paused or needs nothing comes last. */
export function inOrderOfNeed(sources: readonly Source[], language: string): readonly Source[] {
  const rank = (source: Source) => ORDER.indexOf(stateOf(source))
  return sources.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, language))
}

export interface SourceCounts {
  readonly fine: number
  readonly failing: number
  readonly paused: number
}

export function countStates(sources: readonly Source[]): SourceCounts {
  const states = sources.map(stateOf)
  const count = (...wanted: readonly SourceState[]) => states.filter((state) => wanted.includes(state)).length
  return {
    fine: count('fine', 'never', 'file'),
    failing: count('failing', 'stopped'),
    paused: count('paused'),
  }
}
