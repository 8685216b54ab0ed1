/** Everything a lexicon says of one folded word. */
export interface KnownWord {
  /** 0 where nothing is known of it; `buenooo` weighs what `bueno` does. */
  readonly weight: number
  /** Those that begin with it. */
  readonly phrases: Phrases
  readonly negates: boolean
  readonly contrasts: boolean
  /** Makes what stands beside it stronger, or weaker. */
  readonly strengthens: boolean
  readonly weakens: boolean
  readonly mine: boolean
  readonly yours: boolean
  readonly asks: boolean
}

/** The phrases that begin with one word, by the word that follows it, the longest first. */
export interface Phrases {
  readonly after: ReadonlyMap<string, readonly Phrase[]>
  /** What the word weighs as a phrase of its own; null where it is none. */
  readonly alone: number | null
}

/** What follows the first word of a phrase, and what the whole weighs. */
export interface Phrase {
  readonly words: readonly string[]
  readonly weight: number
}
