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

/** As a person counts: an emoji or an accented letter is one. */
export function countGraphemes(text: string): number {
  // Here, because the first one costs milliseconds that the start need not wait for.
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return [...graphemes.segment(text)].length
}
