import type { Source, SourceState } from '../../src-main/contract/sources.ts'

/** Nobody but the user can mend it. */
export function needsYou({ state }: Pick<Source, 'state'>): boolean {
  return state === 'failing' || state === 'stopped'
}

const ORDER: readonly SourceState[] = [
  'failing',
  'stopped',
  'silent',
  'waiting',
  'never-tried',
  'fine',
  'paused',
  'file',
]

/** Failing first, then by name; what is paused or needs nothing comes last. */
export function inOrderOfNeed(sources: readonly Source[], language: string): readonly Source[] {
  const rank = ({ state }: Source) => ORDER.indexOf(state)
  return sources.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, language))
}

/** What is said of them at a glance: each is counted once. */
export const glances = ['failing', 'silent', 'waiting', 'fine', 'paused', 'file'] as const
export type Glance = (typeof glances)[number]

const GLANCE_OF: Readonly<Record<SourceState, Glance>> = {
  failing: 'failing',
  stopped: 'failing',
  silent: 'silent',
  waiting: 'waiting',
  'never-tried': 'fine',
  fine: 'fine',
  file: 'file',
  paused: 'paused',
}

export function countGlances(sources: readonly Pick<Source, 'state'>[]): Readonly<Record<Glance, number>> {
  const count = (glance: Glance) => sources.filter(({ state }) => GLANCE_OF[state] === glance).length
  return {
    failing: count('failing'),
    silent: count('silent'),
    waiting: count('waiting'),
    fine: count('fine'),
    paused: count('paused'),
    file: count('file'),
  }
}

/** Where it is, for a person: the host of its page, or its address as it is. */
export function hostOf({ homeUrl, url }: Pick<Source, 'homeUrl' | 'url'>): string {
  const address = homeUrl ?? url
  return URL.canParse(address) ? new URL(address).host : address
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose name, place or tag holds what was typed, whatever its accents. */
export function matching(sources: readonly Source[], typed: string): readonly Source[] {
  const wanted = folded(typed.trim())
  if (wanted === '') return sources
  return sources.filter((source) =>
    [source.title, hostOf(source), ...source.tags].some((text) => folded(text).includes(wanted)),
  )
}
