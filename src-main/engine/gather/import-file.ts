import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CallFailed } from '../../contract/failure.ts'
import type { FileLook } from '../../contract/imports.ts'
import type { CallScope } from '../../contract/method.ts'
import { change, changed, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { toInstantOrNull } from '../store/time.ts'
import { failureOfSqlite } from '../store/failure-of-sqlite.ts'
import { defaultAnswersFrom } from './guess.ts'
import type { ReadDocument } from './gatherer-protocol.ts'
import { openSaving, saveSome } from './save/save.ts'
import { addSource, findSourceByUrl } from './store.ts'

interface Imported {
  rows: number
  added: number
  duplicates: number
  readonly rejected: { readonly row: number; readonly kind: 'bad-row'; readonly message: string }[]
}

const ROWS_AT_ONCE = 500
const BATCH_MS = 40

/** Brings in a file of mentions, one a line. A bad line is said with its number; the rest goes on. */
export async function importLines(
  context: EngineContext,
  file: BrandFile,
  given: string,
  scope: CallScope,
): Promise<Imported> {
  const path = context.host.path(given)
  const lines = (await readText(path)).split(/\r?\n/)
  refuseOtherFormats(lines, basename(path))
  const sourceRow = fileSource(context, file, basename(path))
  const imported: Imported = {
    rows: lines.filter((line) => line.trim() !== '').length,
    added: 0,
    duplicates: 0,
    rejected: [],
  }
  try {
    for (let start = 0; start < lines.length; start += ROWS_AT_ONCE) {
      if (scope.signal.aborted) throw cancelled(imported)
      const document = await readRows(context, lines.slice(start, start + ROWS_AT_ONCE), path)
      for (const { row, message } of document.rejected)
        imported.rejected.push({ row: start + row, kind: 'bad-row', message })
      await saveRows(context, file, sourceRow, document, imported)
      scope.progress(Math.min(start + ROWS_AT_ONCE, lines.length), lines.length)
    }
  } finally {
    changed(context, file.brandId, ['mentions', 'sources', 'people', 'brands'])
  }
  return imported
}

/** What a file would bring in. */
export async function lookAtLines(context: EngineContext, given: string): Promise<FileLook> {
  const path = context.host.path(given, 'and-again')
  const lines = (await readText(path)).split(/\r?\n/)
  refuseOtherFormats(lines, basename(path))
  const { items, rejected } = await readRows(context, lines.slice(0, ROWS_AT_ONCE), path)
  return {
    format: 'jsonl',
    rows: lines.filter((line) => line.trim() !== '').length,
    columns: [],
    mapping: {},
    dateOrder: null,
    dateOrderIsOpen: false,
    ratingScale: null,
    preview: items.slice(0, 20).map((item, index) => ({
      row: index + 1,
      title: item.title,
      text: item.text,
      author: item.author,
      rating: item.rating,
      publishedAt: toInstantOrNull(item.publishedAt),
      url: item.url,
      externalId: item.externalId,
      inReplyTo: item.inReplyTo,
      language: item.language,
      kind: item.kind,
      details: item.details,
      reply: null,
    })),
    rejected: rejected.slice(0, 100).map(({ row, message }) => ({ row, kind: 'bad-row', message })),
    rejectedCount: rejected.length,
    remembered: false,
  }
}

async function readText(path: string): Promise<string> {
  // Loaded when needed: the charset tables are large, and most calls import nothing.
  const { decode } = await import('./read/decode.ts')
  try {
    return decode(await readFile(path), null)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'EISDIR')
      throw new CallFailed({
        kind: 'no-such-file',
        message: `There is no file ${basename(path)} there.`,
        hint: 'Choose the file again.',
      })
    const failure = failureOfSqlite(error)
    if (failure) throw new CallFailed(failure)
    throw error
  }
}

function refuseOtherFormats(lines: readonly string[], name: string): void {
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined || first.trimStart().startsWith('{')) return
  throw new CallFailed({
    kind: 'unknown-format',
    message: `${name} is not a file of mentions Ventanilla can read.`,
    hint: 'It takes JSON Lines: one mention a line, with the names docs/CONTRACT.md gives them.',
    facts: { name },
  })
}

function cancelled({ added }: Imported): CallFailed {
  return new CallFailed({
    kind: 'cancelled',
    message: `It was cancelled; ${added} mentions were brought in before.`,
    hint: 'Import the file again to bring in the rest.',
    facts: { added },
  })
}

/** The source of that file's name; its ids are its own, so that two files may both count from 1. */
function fileSource(context: EngineContext, file: BrandFile, name: string): number {
  const url = `file:${name}`
  const known = findSourceByUrl(file.db, url)
  if (known && known.removed_at === null) return known.id
  const now = context.host.clock.now()
  const brand = prepared<[], { answers_from: number | null }>(file.db, 'SELECT answers_from FROM brand').get()
  const answersFrom = defaultAnswersFrom(brand?.answers_from ?? null, now)
  return change(context, file, ['sources'], () =>
    addSource(
      file.db,
      {
        url,
        host: url,
        home_url: null,
        title: name,
        kind: 'file',
        format: 'jsonl',
        brings: 'everything',
        answers_from: answersFrom,
        private_origin: null,
      },
      now,
    ),
  )
}

function readRows(
  { gatherer }: EngineContext,
  lines: readonly string[],
  path: string,
): Promise<ReadDocument> {
  const body = Buffer.from(lines.join('\n'))
  return gatherer.readDocument({
    body,
    contentType: 'application/x-ndjson; charset=utf-8',
    url: `file:${basename(path)}`,
  })
}

/** In short transactions, with room for the user's other calls between them. */
async function saveRows(
  context: EngineContext,
  file: BrandFile,
  sourceRow: number,
  document: ReadDocument,
  imported: Imported,
): Promise<void> {
  const saving = openSaving(file.db, sourceRow, document.items, context.host.clock.now())
  if (saving === null) return
  for (let isDone = false; !isDone;) {
    const until = performance.now() + BATCH_MS
    isDone = change(context, file, [], () => saveSome(saving, () => performance.now() > until))
    await new Promise(setImmediate)
  }
  imported.added += saving.counts.added
  imported.duplicates += saving.counts.duplicates + saving.counts.revised
}
