/**
 * Words of one language and how they weigh, from -4 (the worst) to 4. `malo~` stands for its four endings and its
 * superlative, `decepcion*` for all that begin so; phrases are apart by `|`. Accents do not count.
 */
export interface WordList {
  readonly weights: readonly (readonly [weight: number, words: string])[]
  readonly phrases: readonly (readonly [weight: number, phrases: string])[]
  /** Words that turn what follows around. */
  readonly negations: string
  /** Words that make what stands beside them stronger, or weaker. */
  readonly stronger: string
  readonly weaker: string
  /** After these, what counts begins. */
  readonly contrasts: string
  /** How people speak of themselves, and to somebody: where nobody does, it is a report. */
  readonly mine: string
  readonly yours: string
  /** Of a cry for help or a complaint: asked, it wants something. */
  readonly asks: string
}
