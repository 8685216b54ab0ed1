import type { FileLook, RowPreview } from '../../../contract/imports.ts'
import { toInstantOrNull } from '../../store/time.ts'
import type { RejectedRow } from '../formats/format.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import type { FileToRead } from './file-to-read.ts'
import { headingOf, makeMapping, study } from './mapping/make-mapping.ts'
import { rowReader } from './mapping/row-items.ts'
import { openFile, type OpenedFile } from './open-file.ts'
import { mentionsOf, toMention } from './read-rows.ts'

const SHOWN = 20
const SHOWN_REJECTED = 100

type Look = Pick<FileLook, 'rows' | 'preview' | 'rejected' | 'rejectedCount'>

/** Reads a whole file, keeping only what is shown of it. */
export async function lookAtRows(file: FileToRead): Promise<FileLook> {
  const opened = await openFile(file)
  return opened.kind === 'items' ? lookAtItems(opened) : lookAtTable(opened, file)
}

async function lookAtItems({
  format,
  read,
}: Extract<OpenedFile, { readonly kind: 'items' }>): Promise<FileLook> {
  const found = newLook()
  for await (const { rows, items, rejected } of read()) {
    found.rows += rows
    for (const { row, item } of items.slice(0, SHOWN - found.preview.length))
      found.preview.push(toPreview(row, toMention(item), null))
    for (const each of rejected) reject(found, each)
  }
  return {
    format,
    ...found,
    columns: [],
    mapping: {},
    dateOrder: null,
    dateOrderIsOpen: false,
    ratingScale: null,
    remembered: false,
  }
}

async function lookAtTable(
  { format, table }: Extract<OpenedFile, { readonly kind: 'table' }>,
  file: FileToRead,
): Promise<FileLook> {
  const { columns } = await study(table, file.now)
  const { mapping, dateOrderIsOpen, origin } = makeMapping(
    columns,
    file.given,
    file.remembered[headingOf(table)],
  )
  const found = newLook()
  const readRow = rowReader(table.columns, mapping, file)
  for await (const { rows } of table.read())
    for (const row of rows) {
      found.rows += 1
      const read = readRow(row)
      if (read.kind === 'rejected') reject(found, { row: row.number, message: read.message })
      else if (found.preview.length < SHOWN) {
        const [mention, reply] = mentionsOf(read)
        if (mention) found.preview.push(toPreview(row.number, mention, reply?.text ?? null))
      }
    }
  return {
    format,
    ...found,
    columns: columns.map(({ name, study: { samples } }) => ({
      name,
      samples,
      meaning: mapping.columns[name] ?? null,
    })),
    mapping: mapping.columns,
    dateOrder: mapping.dateOrder,
    dateOrderIsOpen,
    ratingScale: mapping.ratingScale,
    remembered: origin === 'remembered',
  }
}

function newLook(): { -readonly [Name in keyof Look]: Look[Name] } {
  return { rows: 0, preview: [], rejected: [], rejectedCount: 0 }
}

function reject(look: Pick<Look, 'rejected' | 'rejectedCount'>, { row, message }: RejectedRow): void {
  look.rejectedCount += 1
  if (look.rejected.length < SHOWN_REJECTED) look.rejected.push({ row, kind: 'bad-row', message })
}

function toPreview(row: number, mention: ReadMention, reply: string | null): RowPreview {
  const { title, text, author, rating, url, externalId, inReplyTo, language, kind, details } = mention
  return {
    row,
    title,
    text,
    author,
    rating,
    publishedAt: toInstantOrNull(mention.publishedAt),
    url,
    externalId,
    inReplyTo,
    language,
    kind,
    details,
    reply,
  }
}
