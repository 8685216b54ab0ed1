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

/** By time, or who needs us most first. */
export type ListOrder = Order | 'care'

export function compare(order: ListOrder): (a: Place, b: Place) => number {
  const sign = order === 'newest' ? -1 : 1
  return (a, b) => a.score - b.score || sign * (a.row - b.row) || a.brand - b.brand
}

/** Behind every brand's number. */
export const LAST_BRAND = 2 ** 40

/** Which way a list is read: on in its order, or back towards where it begins. */
export type Direction = 'on' | 'back'

/** The first places of all brands together; read back, the last ones before a place, and in the order read. */
export function mergePages<Item extends Place>(
  pages: readonly (readonly Item[])[],
  order: ListOrder,
  limit: number,
  direction: Direction = 'on',
): Item[] {
  const sign = direction === 'on' ? 1 : -1
  const inOrder = compare(order)
  return pages
    .flat()
    .sort((a, b) => sign * inOrder(a, b))
    .slice(0, limit)
}

/** Where one brand's own page goes on after, or before, a place of the common one. */
export function positionIn(brand: number, place: Place | null, direction: Direction = 'on'): Position | null {
  if (place === null) return null
  const isShown = direction === 'on' ? brand <= place.brand : brand >= place.brand
  return { row: place.row, care: place.score, shown: isShown ? 'shown' : 'not-shown' }
}

export function opposite(order: Order): Order {
  return order === 'newest' ? 'oldest' : 'newest'
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
