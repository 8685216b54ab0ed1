import type { Look } from './looked-at.ts'

/** A promise that names no day: "soon" is none. */
export const lookAtPromiseDate: Look = ({ promises }) => {
  const open = promises.find(({ when }) => when === 'none')
  if (!open) return null
  return {
    code: 'promise-no-date',
    message: `“${open.text}”: by when?`,
    facts: { promise: open.text },
    at: { start: open.start, end: open.end },
    blocks: false,
  }
}
