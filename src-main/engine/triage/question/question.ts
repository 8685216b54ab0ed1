/**
 * A question to the inbox, taken apart: every part must be true. No parts: everything.
 * `tag:delivery -tag:spam rating:<=2 is:unanswered "exact words" prefix*`
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
