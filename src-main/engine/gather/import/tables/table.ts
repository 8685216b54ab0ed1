/** One row of a table. Its number is a spreadsheet's: the first line of the file is 1. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
  /** Why it cannot be believed, or null. */
  readonly wrong: string | null
}

export interface TableBatch {
  readonly rows: readonly TableRow[]
  readonly done: number
  readonly total: number
}

/** A table that can be read from its start as often as wanted; blank rows are left out. */
export interface Table {
  /** As written, in the order of the columns; told apart where names repeat. */
  readonly columns: readonly string[]
  readonly read: () => AsyncIterable<TableBatch>
}
