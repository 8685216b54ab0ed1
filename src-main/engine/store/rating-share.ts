import type { Rating } from '../../contract/mentions.ts'

/** A rating as a share of its scale: 0 for the worst, 1 for the best; 1 where the scale has a single step. */
export function ratingShare({ value, worst, best }: Rating): number {
  return best === worst ? 1 : Math.min(1, Math.max(0, (value - worst) / (best - worst)))
}

/** Of five: 1 + 4 x its share of the scale; null where there is no rating. */
export function starsOf(rating: Rating | null): number | null {
  return rating === null ? null : 1 + 4 * ratingShare(rating)
}
