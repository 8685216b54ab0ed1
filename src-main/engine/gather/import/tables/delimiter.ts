import { recordsOf } from './csv-records.ts'

const DELIMITERS = [',', ';', '\t', '|']

/**
 * What a table's cells are separated by: the sign that gives most rows as many cells as the first full one; of two that
 * do, the one that gives more. Null when none gives two.
 */
export function guessDelimiter(head: string): string | null {
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...fit(head, delimiter) }))
  const [best] = scores
    .filter(({ width }) => width > 1)
    .toSorted((a, b) => b.share - a.share || b.width - a.width)
  return best?.delimiter ?? null
}

function fit(head: string, delimiter: string): { readonly share: number; readonly width: number } {
  const { records } = recordsOf(head, delimiter, 'more-follows')
  const rows = (records.length === 0 ? recordsOf(head, delimiter, 'end').records : records)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, 200)
  const widths = rows.map((cells) => cells.length)
  const width =
    widths.slice(0, 20).toSorted((a, b) => a - b)[Math.floor(Math.min(widths.length, 20) / 2)] ?? 0
  const like = widths.filter((one) => one === width).length
  return { width, share: widths.length === 0 ? 0 : Math.round((20 * like) / widths.length) }
}
