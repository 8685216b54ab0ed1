import type { GatheredItem, RejectedRow } from '../formats/format.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { readItem } from '../read/read-item.ts'
import type { FileToRead, Mapping, ReadBy } from './file-to-read.ts'
import { ROWS_OF_BATCH, type RowBatch } from './from-file-reader.ts'
import { headingOf, makeMapping, study } from './mapping/make-mapping.ts'
import { type ReadRow, type RowItems, rowReader } from './mapping/row-items.ts'
import { openFile } from './open-file.ts'
import type { Table, TableRow } from './tables/table.ts'

/** Reads a file's rows into mentions, a batch at a time; answers what it was read by. */
export async function* readRows(file: FileToRead): AsyncGenerator<RowBatch, ReadBy | null> {
  const opened = await openFile(file)
  if (opened.kind === 'items') {
    for await (const { rows, items, rejected, done, total } of opened.read())
      yield { rows, items: items.map(({ item }) => toMention(item)), rejected, done, total }
    return null
  }
  const { table } = opened
  const mapping = await mappingFor(table, file)
  const readRow = rowReader(table.columns, mapping, file)
  for await (const { rows, done, total } of table.read())
    for (let at = 0; at < rows.length; at += ROWS_OF_BATCH)
      yield { ...readSome(rows.slice(at, at + ROWS_OF_BATCH), readRow), done, total }
  return { heading: headingOf(table), mapping }
}

/** A mapping that was said or remembered whole needs no look at the values. */
async function mappingFor(table: Table, { given, remembered, now }: FileToRead): Promise<Mapping> {
  const known = remembered[headingOf(table)]
  const columns = given.columns ?? known?.columns
  if (columns && given.dateOrder && given.ratingScale)
    return {
      columns: { ...known?.columns, ...columns },
      dateOrder: given.dateOrder,
      ratingScale: given.ratingScale,
    }
  const studied = await study(table, now)
  return makeMapping(studied.columns, given, known).mapping
}

function readSome(
  rows: readonly TableRow[],
  readRow: ReadRow,
): Pick<RowBatch, 'rows' | 'items' | 'rejected'> {
  const items: ReadMention[] = []
  const rejected: RejectedRow[] = []
  for (const row of rows) {
    const read = readRow(row)
    if (read.kind === 'rejected') rejected.push({ row: row.number, message: read.message })
    else items.push(...mentionsOf(read))
  }
  return { rows: rows.length, items, rejected }
}

export function mentionsOf({ item, reply, language }: RowItems): readonly ReadMention[] {
  const mention = readItem(item, null)
  const said = language === null ? mention : { ...mention, language }
  return reply === null ? [said] : [said, readItem(reply, null)]
}

/** What a saved feed holds was read with it. */
export function toMention(item: GatheredItem | ReadMention): ReadMention {
  return 'canonicalUrl' in item ? item : readItem(item, null)
}
