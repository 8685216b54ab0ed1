import { CallFailed } from '../../contract/failure.ts'
import type { Order, Position } from './question/select.ts'

/** A mention in the common order of several brands: by its row, which carries its time, then by its brand. */
export interface Place {
  readonly row: number
  /** The brand's number, and only the order of equals. */
  readonly brand: number
  /** How well it matches, or its place in the order of care, where that is the order; else 0. The smaller, the sooner. */
  readonly score: number
}

/** Where a list goes on, and what it was drawn against. */
export interface Cursor {
  readonly last: Place
  /** UTC ms. */
  readonly asOf: number
}

export function compare(order: Order): (a: Place, b: Place) => number {
  const sign = order === 'newest' ? -1 : 1
  return (a, b) => a.score - b.score || sign * (a.row - b.row) || a.brand - b.brand
}

/** The first places of all brands together. */
export function mergePages<Item extends Place>(
  pages: readonly (readonly Item[])[],
  order: Order,
  limit: number,
): Item[] {
  return pages.flat().sort(compare(order)).slice(0, limit)
}

/** Where one brand's own page goes on after the last place of the common one. */
export function positionIn(brand: number, cursor: Cursor | null): Position | null {
  if (cursor === null) return null
  return {
    row: cursor.last.row,
    care: cursor.last.score,
    shown: brand <= cursor.last.brand ? 'shown' : 'not-shown',
  }
}

export function printCursor({ last, asOf }: Cursor): string {
  return [last.row, last.brand, last.score, asOf].join('_')
}

/** Throws `invalid-input` for what `printCursor` did not write. */
export function parseCursor(text: string): Cursor {
  const [row, brand, score, asOf, ...rest] = text.split('_').map(Number)
  if (
    row === undefined ||
    brand === undefined ||
    score === undefined ||
    asOf === undefined ||
    rest.length > 0 ||
    ![row, brand, score, asOf].every(Number.isFinite)
  ) {
    throw new CallFailed({
      kind: 'invalid-input',
      message: 'That is not the cursor of a list.',
      hint: 'Pass nextCursor as it was given, or none to begin again.',
    })
  }
  return { last: { row, brand, score }, asOf }
}
