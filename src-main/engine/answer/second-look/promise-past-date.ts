import type { Look } from './looked-at.ts'

/** A promise for a day that has passed. */
export const lookAtPastDate: Look = ({ promises }) => {
  const past = promises.find(({ when }) => when === 'past')
  if (!past) return null
  return {
    code: 'promise-past-date',
    message: `“${past.text}”: that day has passed.`,
    facts: { promise: past.text, day: past.day ?? '' },
    at: past.dayAt ?? { start: past.start, end: past.end },
    blocks: false,
  }
}
