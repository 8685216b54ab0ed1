import type { Effort, Feeling, JourneyStep } from '../../../contract/people.ts'
import { asksSomething } from './asks.ts'
import { fold } from './sentences.ts'
import { timesTheySay } from './words.ts'

const DAY_MS = 86_400_000
/** Who was silent for so long comes with something else. */
const APART_MS = 45 * DAY_MS

type Step = Pick<JourneyStep, 'kind' | 'at' | 'text' | 'stars' | 'feeling' | 'place'>

/**
 * What a person is about now: what they said since they were last content, or silent for long, newest first. `steps` are
 * a journey, newest first.
 */
export function matterOf<S extends Step>(steps: readonly S[]): readonly S[] {
  const said = steps.filter(({ kind }) => kind === 'mention')
  const end = said.findIndex((step, index) => {
    const newer = said[index - 1]
    return newer !== undefined && (isContent(step) || Date.parse(newer.at) - Date.parse(step.at) > APART_MS)
  })
  return end === -1 ? said : said.slice(0, end)
}

function isContent({ stars, feeling }: Step): boolean {
  if (feeling !== null) return feeling === 'positive'
  return stars !== null && stars >= 4
}

/** What it cost them so far. Where they say themselves which time it is, and it is more, they are believed. */
export function effortOf(steps: readonly Step[]): Effort {
  const matter = matterOf(steps)
  const [last, first] = [matter[0], matter.at(-1)]
  const asked = matter.filter(({ text }) => asksSomething(text, null)).length
  const told = Math.max(0, ...matter.map(({ text }) => timesTheySay(fold(text)) ?? 0))
  return {
    touches: matter.length,
    places: new Set(matter.map(({ place }) => place)).size,
    days: last && first ? Math.floor((Date.parse(last.at) - Date.parse(first.at)) / DAY_MS) : 0,
    repeats: Math.max(0, asked - 1, told - 1),
  }
}

/** What they felt the last time before our last word, and the first time after it; a rating tells where no feeling is known. */
export function feelingsAround(steps: readonly Step[]): {
  readonly before: Feeling | null
  readonly after: Feeling | null
} {
  const ours = steps.findIndex(({ kind }) => kind === 'reply' || kind === 'our-voice')
  if (ours === -1) return { before: firstFeeling(steps), after: null }
  return { before: firstFeeling(steps.slice(ours)), after: firstFeeling(steps.slice(0, ours).toReversed()) }
}

function firstFeeling(steps: readonly Step[]): Feeling | null {
  for (const step of steps) {
    const feeling = step.kind === 'mention' ? (step.feeling ?? feelingOfStars(step.stars)) : null
    if (feeling !== null) return feeling
  }
  return null
}

function feelingOfStars(stars: number | null): Feeling | null {
  if (stars === null) return null
  if (stars >= 4) return 'positive'
  return stars <= 2 ? 'negative' : 'neutral'
}
