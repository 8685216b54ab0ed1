import { fold } from './fold.ts'

/** Words of a question to be shown where they were found: folded, in a row; `beginning`: the last may go on. */
export interface Mark {
  readonly tokens: readonly string[]
  readonly last: 'whole' | 'beginning'
}

/** A stretch of a text, its end not included. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** What the full-text index takes for one word: letters and digits, with the accents written on them. */
const TOKEN = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** The words of a text as the index sees them, folded. */
export function tokensOf(text: string): string[] {
  return [...text.matchAll(TOKEN)].map(([token]) => fold(token))
}

/** Where a text says any of some marks, in order and never overlapping. */
export function findHits(text: string, marks: readonly Mark[]): Hit[] {
  if (marks.length === 0) return []
  const words = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    token: fold(token),
    start: index,
    end: index + token.length,
  }))
  const hits: Hit[] = []
  for (let at = 0; at < words.length;) {
    const length = Math.max(
      0,
      ...marks.filter((mark) => saysAt(words, at, mark)).map(({ tokens }) => tokens.length),
    )
    const [first, last] = [words[at], words[at + length - 1]]
    if (length > 0 && first && last) hits.push({ start: first.start, end: last.end })
    at += Math.max(length, 1)
  }
  return hits
}

function saysAt(words: readonly { readonly token: string }[], at: number, { tokens, last }: Mark): boolean {
  return (
    tokens.length > 0 &&
    tokens.every((wanted, index) => {
      const token = words[at + index]?.token
      const isLast = index === tokens.length - 1
      return isLast && last === 'beginning' ? (token?.startsWith(wanted) ?? false) : token === wanted
    })
  )
}
