/** Whether a text comes out of JSON in SQLite as it went in: half a letter does not, and what holds one is asked for by itself. */
export function isExact(text: string): boolean {
  return text.isWellFormed()
}

/** How `JSON.stringify` begins half a letter; a text may also spell it, which costs no more than a second look. */
const HALF_A_LETTER = '\\ud'

/** The exact ones of some texts as JSON. Nearly always all are: one look at what was written says so. */
export function exactJson(texts: readonly string[]): string {
  const all = JSON.stringify(texts)
  return all.includes(HALF_A_LETTER) ? JSON.stringify(texts.filter(isExact)) : all
}

/** One row, in the order in which a statement takes it out of JSON. */
export type Cells = readonly (string | number | null)[]

/** Rows as JSON, out of which SQLite takes what it would have been given: of half a letter, the sign that one is missing. */
export function rowsJson(rows: readonly Cells[]): string {
  const all = JSON.stringify(rows)
  if (!all.includes(HALF_A_LETTER)) return all
  return JSON.stringify(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.toWellFormed() : cell))),
  )
}
