import { type Cut, HAS_APOSTROPHE } from './cut.ts'
import { hashOf } from './hash.ts'

/** A word as languages know words: what an apostrophe joins is two. */
export interface Heard {
  /** Of its letters in lower case, accents left on. */
  readonly hash: number
  readonly from: number
  readonly to: number
}

const APOSTROPHE = /['’]/

/** The word of a row, or both of its words. */
export function heardAt({ text, starts, ends, lower, marks }: Cut, row: number): readonly Heard[] {
  const [from, to] = [starts[row] ?? 0, ends[row] ?? 0]
  if (((marks[row] ?? 0) & HAS_APOSTROPHE) === 0) return [{ hash: lower[row] ?? 0, from, to }]
  const at = from + text.slice(from, to).search(APOSTROPHE)
  return [heard(text, from, at), heard(text, at + 1, to)]
}

function heard(text: string, from: number, to: number): Heard {
  return { hash: hashOf(text.slice(from, to).toLowerCase()), from, to }
}
