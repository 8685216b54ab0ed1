import type { Stretch } from '../../../src-main/contract/gaps.ts'

export interface Mark extends Stretch {
  readonly kind: 'wrong' | 'gap' | 'remark'
}

/** A piece of a text, marked or plain. */
export interface Segment {
  readonly text: string
  readonly kind: Mark['kind'] | 'plain'
}

/** A text cut at its marks; where two overlap, the first one counts. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > text.length) continue
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start), kind: 'plain' })
    segments.push({ text: text.slice(mark.start, mark.end), kind: mark.kind })
    at = mark.end
  }
  if (at < text.length) segments.push({ text: text.slice(at), kind: 'plain' })
  return segments
}

interface WordAt extends Stretch {
  readonly word: string
}

/** Where words that were found in a text stand now that it was written on: those that were not touched. */
export function moved(before: string, now: string, words: readonly WordAt[]): WordAt[] {
  let same = 0
  while (same < before.length && same < now.length && before[same] === now[same]) same += 1
  const shift = now.length - before.length
  return words.flatMap(({ word, start, end }) => {
    const by = end <= same ? 0 : shift
    const there = { word, start: start + by, end: end + by }
    return now.slice(there.start, there.end) === word ? [there] : []
  })
}
