import { meaningByName } from '../mapping/column-names.ts'
import type { TableRow } from './table.ts'

export interface Heading {
  readonly columns: readonly string[]
  /** The number of the last row above the data. */
  readonly row: number
}

const LOOKED_AT = 20

/**
 * Which row names the columns: the first that fills half of them, unless it looks like data. Titles and notes above it
 * are passed over.
 */
export function findHeading(rows: readonly TableRow[]): Heading {
  const first = rows.slice(0, LOOKED_AT)
  const width = median(first.map(({ cells }) => extent(cells)))
  const least = width === 1 ? 1 : Math.max(2, width / 2)
  const candidate = first.find(({ cells }) => filled(cells) >= least)
  if (candidate === undefined) return { columns: [], row: 0 }
  const isHeading = looksLikeNames(candidate.cells)
  const columns = isHeading ? candidate.cells : candidate.cells.map(() => '')
  const last = isHeading ? candidate.number : candidate.number - 1
  return { columns: toldApart(columns, Math.max(width, extent(candidate.cells))), row: last }
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** Up to its last cell that says something. */
function extent(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 1
}

function looksLikeNames(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.some((cell) => meaningByName(cell) !== null)) return true
  return said.every((cell) => cell.length <= 60 && !/^[\d\s.,:/+-]+$|^https?:|\d{4}-\d\d-\d\d|\n/.test(cell))
}

function toldApart(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, index) => {
    const written = (cells[index] ?? '').replace(/\s+/g, ' ').trim()
    const name = written === '' ? `Column ${index + 1}` : written
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
