import type { Quote } from '../../contract/reports.ts'
import { quoteText } from './quote-text.ts'

const MOST_QUOTES = 3
const UNHAPPY_STARS = 2
const HAPPY_STARS = 4

/** Something that was said, before it is decided whether it is quoted. */
export interface Said extends Quote {
  /** Who said it; the same for all handles of one person. */
  readonly person: number | string
}

/**
 * The quotes of a tag: at most three, the newest first, each of another person, in whole sentences. Where things
 * were rated, an unhappy and a happy one are among them before a third is.
 */
export function chooseQuotes(said: readonly Said[]): Quote[] {
  const newest = said.toSorted((a, b) => b.at.localeCompare(a.at))
  const unhappy = newest.filter(({ stars }) => stars !== null && stars <= UNHAPPY_STARS)
  const happy = newest.filter(({ stars }) => stars !== null && stars >= HAPPY_STARS)
  const chosen: Said[] = []
  for (const [among, most] of [
    [unhappy, 1],
    [happy, 2],
    [newest, MOST_QUOTES],
  ] as const) {
    for (const candidate of among) {
      if (chosen.length >= most) break
      const quoted = quote(candidate, chosen)
      if (quoted) chosen.push(quoted)
    }
  }
  return chosen.toSorted((a, b) => b.at.localeCompare(a.at)).map(toQuote)
}

/** Null where the same person is quoted already, or nothing can be quoted whole. */
function quote(candidate: Said, chosen: readonly Said[]): Said | null {
  if (chosen.some(({ person }) => person === candidate.person)) return null
  const text = quoteText(candidate.text)
  return text === null || chosen.some((other) => other.text === text) ? null : { ...candidate, text }
}

function toQuote({ text, author, place, url, at, stars }: Said): Quote {
  return { text, author, place, url, at, stars }
}
