/** One goal's figures, as `npm run test:trust` prints them. */
export interface Figure {
  readonly what: string
  readonly value: string
  /** The goal beside it. */
  readonly goal: string
}

export interface Outcome {
  /** The goal's id: H1, X5 … */
  readonly id: string
  readonly figures: readonly Figure[]
  /** What was not as it should be, in words; empty when all was. */
  readonly breaches: readonly string[]
}

/** `sample`: what fits into `npm test`, without what is slow by its nature. */
export type Extent = 'sample' | 'full'

/** One family of tests about trust; listed in families.ts. */
export interface Family {
  readonly id: string
  readonly about: string
  readonly run: (extent: Extent) => Promise<Outcome>
}
