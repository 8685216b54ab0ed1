import { readFile, stat } from 'node:fs/promises'
import { CallFailed } from '../../../contract/failure.ts'
import type { FileFormat } from '../../../contract/imports.ts'
import type { GatheredItem, RejectedRow } from '../formats/format.ts'
import { jsonl } from '../formats/jsonl.ts'
import type { ReadMention } from '../gatherer-protocol.ts'
import { decode } from '../read/decode.ts'
import { readDocument } from '../read/read-document.ts'
import { fileFormat } from './file-format.ts'
import type { FileToRead } from './file-to-read.ts'
import { readMail } from './mails/read-mail.ts'
import { splitMbox } from './mails/split-mbox.ts'
import { openText, readHead } from './open-text.ts'
import { csvTable } from './tables/read-csv.ts'
import { areForeign, areOurs, lineTable, recordsIn, recordTable } from './tables/read-json.ts'
import type { Table } from './tables/table.ts'

/** Items of a file that says itself what is what, some at a time. */
export interface ItemBatch {
  readonly rows: number
  readonly items: readonly { readonly row: number; readonly item: GatheredItem | ReadMention }[]
  readonly rejected: readonly RejectedRow[]
  readonly done: number
  readonly total: number
}

export type OpenedFile =
  | { readonly kind: 'table'; readonly format: FileFormat; readonly table: Table }
  | { readonly kind: 'items'; readonly format: FileFormat; readonly read: () => AsyncIterable<ItemBatch> }

/** What has to be held as a whole may not be larger than this. */
const MAX_WHOLE = 200 * 1024 * 1024

/** Opens a file as what it is. Throws `unknown-format`, `too-large`, `damaged-file`, and what the system says. */
export async function openFile(file: Pick<FileToRead, 'path' | 'name' | 'format'>): Promise<OpenedFile> {
  const { path, name } = file
  const text = await openText(path)
  const format = file.format ?? fileFormat(await readHead(path), text.head, name)
  switch (format) {
    case 'csv':
    case 'tsv': {
      const isNamed = file.format !== null || /\.(?:csv|tsv|tab)$/i.test(name)
      const table = csvTable(text, isNamed ? 'allowed' : 'no-table')
      if (table === null) throw unknownFormat(name)
      return { kind: 'table', format, table }
    }
    case 'xlsx': {
      // Loaded when needed: few files are workbooks.
      const { xlsxTable } = await import('./tables/read-xlsx.ts')
      return { kind: 'table', format, table: await xlsxTable(await readWhole(path)) }
    }
    case 'json':
      return openJson(decode(await readWhole(path), 'application/json'))
    case 'jsonl':
      return areForeign(text.head.split('\n').slice(0, LOOKED_AT))
        ? { kind: 'table', format, table: lineTable(decode(await readWhole(path), null).split(/\r?\n/)) }
        : { kind: 'items', format, read: () => readLines(text) }
    case 'mbox':
      return { kind: 'items', format, read: () => readMbox(path, text.bytes) }
    case 'eml':
      return { kind: 'items', format, read: () => readEml(path) }
    case 'feed':
      return { kind: 'items', format, read: () => readFeed(path, name) }
    case null:
      throw unknownFormat(name)
  }
}

function unknownFormat(name: string): CallFailed {
  return new CallFailed({
    kind: 'unknown-format',
    message: `${name} is not a file of mentions Ventanilla can read.`,
    hint: 'It takes tables (CSV, TSV, Excel), JSON, JSON Lines, mail (mbox, eml) and saved feeds or pages with reviews.',
    facts: { name },
  })
}

async function readWhole(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size <= MAX_WHOLE) return readFile(path)
  throw new CallFailed({
    kind: 'too-large',
    message: `The file has ${Math.round(size / 1024 / 1024)} MiB; of this kind ${MAX_WHOLE / 1024 / 1024} MiB can be read.`,
    hint: 'Export it as CSV or JSON Lines, which may be as large as they like, or in parts.',
    facts: { bytes: size, most: MAX_WHOLE },
  })
}

function openJson(text: string): OpenedFile {
  const records = recordsIn(text)
  if (!areOurs(records)) return { kind: 'table', format: 'json', table: recordTable(records) }
  const lines = records.map((record) => JSON.stringify(record))
  return { kind: 'items', format: 'json', read: () => batchesOfLines(lines) }
}

const LINES_AT_ONCE = 1000
/** Of the first lines, whether they use names of ours. */
const LOOKED_AT = 50

async function* batchesOfLines(lines: readonly string[]): AsyncGenerator<ItemBatch> {
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    const done = Math.min(at + LINES_AT_ONCE, lines.length)
    yield { ...(await readSomeLines(lines.slice(at, done), at)), done, total: lines.length }
  }
}

async function* readLines(text: Awaited<ReturnType<typeof openText>>): AsyncGenerator<ItemBatch> {
  let rest = ''
  let number = 0
  for await (const piece of text.read()) {
    const lines = (rest + piece.text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      const some = lines.slice(at, at + LINES_AT_ONCE)
      yield { ...(await readSomeLines(some, number)), done: piece.done, total: text.bytes }
      number += some.length
    }
  }
  if (rest.trim() !== '')
    yield { ...(await readSomeLines([rest], number)), done: text.bytes, total: text.bytes }
}

async function readSomeLines(
  lines: readonly string[],
  before: number,
): Promise<Pick<ItemBatch, 'rows' | 'items' | 'rejected'>> {
  const { items, rejected = [] } = await jsonl.parse(lines.join('\n'), null)
  const refused = new Set(rejected.map(({ row }) => row))
  const rows = lines.flatMap((line, index) =>
    line.trim() === '' || refused.has(index + 1) ? [] : [index + 1],
  )
  return {
    rows: items.length + rejected.length,
    items: items.map((item, index) => ({ row: before + (rows[index] ?? 0), item })),
    rejected: rejected.map(({ row, message }) => ({ row: before + row, message })),
  }
}

async function* readMbox(path: string, total: number): AsyncGenerator<ItemBatch> {
  let number = 0
  for await (const { mail, done } of splitMbox(path)) {
    number += 1
    yield { ...mailBatch(number, await readMail(mail)), done, total }
  }
}

async function* readEml(path: string): AsyncGenerator<ItemBatch> {
  yield { ...mailBatch(1, await readMail(await readWhole(path))), done: 1, total: 1 }
}

function mailBatch(row: number, item: GatheredItem | null): Pick<ItemBatch, 'rows' | 'items' | 'rejected'> {
  return item === null
    ? { rows: 1, items: [], rejected: [{ row, message: 'it is no mail, or an empty one' }] }
    : { rows: 1, items: [{ row, item }], rejected: [] }
}

/** Throws what reading the same from the web would fail with. */
async function* readFeed(path: string, name: string): AsyncGenerator<ItemBatch> {
  const result = await readDocument({ body: await readWhole(path), contentType: null, url: `file:${name}` })
  if (result.kind === 'failed') throw new CallFailed(result.failure)
  if (result.kind !== 'feed') throw unknownFormat(name)
  const { items, rejected } = result.document
  yield {
    rows: items.length + rejected.length,
    items: items.map((item, index) => ({ row: index + 1, item })),
    rejected,
    done: items.length,
    total: items.length,
  }
}
