import type { Rating } from '../../../../contract/mentions.ts'

/** A number of stars out of five, as feeds of app reviews give it. */
export function ratingFrom(text: string | null): Rating | null {
  const value = text === null ? Number.NaN : Number(text.replace(',', '.'))
  return Number.isFinite(value) && value >= 0 && value <= 5 ? { value, worst: 1, best: 5 } : null
}
