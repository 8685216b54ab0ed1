import type { Look } from './looked-at.ts'

export const lookAtLength: Look = ({ length, limit }) => {
  if (limit === null || length <= limit) return null
  return {
    code: 'too-long',
    message: `This place takes ${limit} characters; the answer has ${length}.`,
    facts: { limit, length, over: length - limit },
    blocks: true,
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** As a person counts: an emoji or an accented letter is one. */
export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length
}
