/** Where a fact, or the user, left something to be said: `[…]`, `[day …]`; also with three dots. */
const GAP = /\[[^\]\n]{0,200}?(?:…|\.{3})[^\]\n]{0,200}?\]/g

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The gaps that are still to be filled in a draft, in their order. */
export function gapsIn(text: string): Stretch[] {
  return [...text.matchAll(GAP)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
}

/** A fact as it is inserted: with a gap of its own, or one before it, so that nobody sends it as it stands. */
export function withGap(fact: string): string {
  const body = fact.trim()
  return gapsIn(body).length > 0 ? body : `[…] ${body}`
}
