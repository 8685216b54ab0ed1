/**
 * A question to the inbox, taken apart: every part must be true. No parts: everything.
 * `tag:delivery -tag:spam rating:<=2 is:unanswered (from:ana OR from:luis) "exact words" prefix*`
 */
export type Question = readonly Part[]

export interface Part {
  readonly sign: '+' | '-'
  readonly term: Term
}

export type Term =
  /** One word as typed; the index folds case and accents. */
  | { readonly kind: 'word'; readonly text: string }
  /** The beginning of a word: `deliv*`. */
  | { readonly kind: 'prefix'; readonly text: string }
  /** Words in this order: `"never again"`. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** A keyword of keywords/index.ts with its value in its one written form. */
  | { readonly kind: 'keyword'; readonly name: string; readonly value: string }
  /** `tag:late OR (tag:refund is:open)`: one of these at least. One alone only where it is negated: `-(a b)`. */
  | { readonly kind: 'either'; readonly of: readonly Question[] }

/** How a user's language is named here; keywords, chips and mistakes have words in each. */
export type Tongue = 'en' | 'es'

/** The same thing said in every language of the window. */
export type Said = Readonly<Record<Tongue, string>>
