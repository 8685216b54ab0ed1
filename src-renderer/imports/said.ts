import type { ColumnMeaning, DateOrder, RatingScale } from '../../src-main/contract/imports.ts'

/** What the user said of a file; what is not said is remembered or guessed. */
export interface Said {
  readonly columns?: Record<string, ColumnMeaning>
  readonly dateOrder?: DateOrder
  readonly ratingScale?: RatingScale
}
