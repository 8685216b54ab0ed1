import { type Folded, foldText } from '../../../understand/folded.ts'

/** A range of a folded text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A text ready to be looked at: as it is, folded, and taken apart. */
export interface Looked {
  readonly original: string
  readonly folded: Folded
  readonly sentences: readonly Span[]
}

export function lookAtText(original: string): Looked {
  const folded = foldText(original)
  return { original, folded, sentences: sentencesOf(folded.text) }
}

const SHORTENED = /(?:^|[^a-z])(?:sr|sra|srta|srs|sres|mr|mrs|ms|dr|dra|d|dna|st|no|av|etc|ud|uds|ap|n|p)$/

/** Sentences of a folded text, by its full stops and line breaks; `Sr.` and `4.95` end none. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  const end = (at: number) => {
    if (text.slice(start, at).trim() !== '') spans.push({ start, end: at })
    start = at
  }
  for (const { index, 0: mark } of text.matchAll(/[.!?…]+["'”»)]*(?=\s|$|[¿¡])|\n+/g)) {
    if (mark === '.' && SHORTENED.test(text.slice(start, index))) continue
    end(index + mark.length)
  }
  end(text.length)
  return spans
}

export function textOf({ folded }: Looked, { start, end }: Span): string {
  return folded.text.slice(start, end)
}

/** The first match of a pattern in a text, or null. */
export function firstMatch(pattern: RegExp | null, text: string): Span | null {
  if (pattern === null) return null
  pattern.lastIndex = 0
  const match = pattern.exec(text)
  pattern.lastIndex = 0
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

export function matches(pattern: RegExp | null, text: string): boolean {
  return firstMatch(pattern, text) !== null
}

/** Every match of a pattern, in order. */
export function allMatches(pattern: RegExp | null, text: string): Span[] {
  if (pattern === null) return []
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}

export const wordsOf = (text: string): string[] => text.match(/[a-z0-9ªº]+(?:'[a-z]+)?/g) ?? []
