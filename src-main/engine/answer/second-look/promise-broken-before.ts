import type { Look } from './looked-at.ts'

/** A promise to somebody whom we broke one to: a date does not help. */
export const lookAtBroken: Look = ({ promises, broken }) => {
  const [promise] = promises
  if (broken === null || !promise) return null
  return {
    code: 'promise-broken-before',
    message: `We promised this person “${broken.text}” for ${broken.day} and did not keep it.`,
    facts: { promise: promise.text, broken: broken.text, day: broken.day },
    at: { start: promise.start, end: promise.end },
    blocks: false,
  }
}
