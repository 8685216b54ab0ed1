import Papa from 'papaparse'

export interface Records {
  readonly records: readonly (readonly string[])[]
  /** How much of the text they take; the rest is the beginning of another record. */
  readonly used: number
  /** The index of the record whose quote is never closed, or null. */
  readonly unclosed: number | null
}

interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code?: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

/** The whole records of a piece of text, as RFC 4180 and its many relatives write them. */
export function recordsOf(text: string, delimiter: string, what: 'more-follows' | 'end'): Records {
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- Papa types its own parser's answer as any
  const { data, errors, meta }: Parsed = parser.parse(text, 0, what === 'more-follows')
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row ?? null
  return { records: data.map(withoutReturn), used: meta.cursor, unclosed }
}

/** Lines may end in CR LF, and files that were put together end some of theirs one way and some the other. */
function withoutReturn(cells: string[]): readonly string[] {
  const last = cells.at(-1)
  return last?.endsWith('\r') === true ? [...cells.slice(0, -1), last.slice(0, -1)] : cells
}
