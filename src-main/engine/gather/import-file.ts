import { basename } from 'node:path'
import { CallFailed } from '../../contract/failure.ts'
import type { FileFormat, FileLook } from '../../contract/imports.ts'
import type { CallScope } from '../../contract/method.ts'
import { change, changed, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { defaultAnswersFrom } from './guess.ts'
import type { ReadMention } from './gatherer-protocol.ts'
import type { FileToRead, Given, ReadBy, RowBatch } from './import/file-to-read.ts'
import { listMappings, rememberMapping } from './import/mapping-store.ts'
import { startFileReader, unlessFailed } from './import/start-file-reader.ts'
import { openSaving, saveSome, type Saving } from './save/save.ts'
import { addSource, findSourceByUrl } from './store.ts'

interface Imported {
  rows: number
  added: number
  duplicates: number
  readonly rejected: { readonly row: number; readonly kind: 'bad-row'; readonly message: string }[]
}

export interface FileToImport extends Given {
  readonly path: string
  readonly format?: FileFormat | undefined
}

/**
 * So many rows are sorted by their time and saved one after the other: full text costs three times as much otherwise.
 * The first are fewer, so that something is soon there.
 */
const ROWS_AT_ONCE = { first: 500, most: 5000 }
const BATCH_MS = 40

/** What a file would bring in. The path may be passed on to `importFile`. */
export async function lookAtFile(
  context: EngineContext,
  file: BrandFile,
  given: FileToImport,
  { signal }: CallScope,
): Promise<FileLook> {
  const path = context.host.path(given.path, 'and-again')
  const reader = startFileReader(context.host.workers.reader, toRead(context, file, given, path, 'look'))
  const cancel = () => void reader.end()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const said = await reader.next()
    if (signal.aborted) throw cancelled({ added: 0 })
    const message = unlessFailed(said)
    if (message.kind !== 'looked') throw new Error(`A look at a file answered ${message.kind}.`)
    return message.look
  } finally {
    signal.removeEventListener('abort', cancel)
    await reader.end()
  }
}

/** Brings in a file of mentions. A row that says nothing is named by its number; the rest goes on. */
export async function importFile(
  context: EngineContext,
  file: BrandFile,
  given: FileToImport,
  scope: CallScope,
): Promise<Imported> {
  const path = context.host.path(given.path)
  const reader = startFileReader(context.host.workers.reader, toRead(context, file, given, path, 'bring-in'))
  const imported: Imported = { rows: 0, added: 0, duplicates: 0, rejected: [] }
  const saver = newSaver(context, file, basename(path), imported, scope)
  try {
    for (;;) {
      const message = unlessFailed(await reader.next())
      if (message.kind === 'end') {
        await saver.save()
        remember(context, file, given, message.readBy)
        return imported
      }
      if (message.kind !== 'rows') throw new Error(`The import of a file answered ${message.kind}.`)
      note(imported, message.batch)
      await saver.add(message.batch)
      reader.post({ kind: 'taken' })
    }
  } finally {
    await reader.end()
    changed(context, file.brandId, ['mentions', 'sources', 'people', 'brands'])
  }
}

function toRead(
  context: EngineContext,
  { db }: BrandFile,
  { format, columns, dateOrder, ratingScale }: FileToImport,
  path: string,
  task: FileToRead['task'],
): FileToRead {
  const brand = prepared<[], { name: string; timezone: string; handles: string }>(
    db,
    'SELECT name, timezone, handles FROM brand',
  ).get()
  const handle = firstHandle(brand?.handles ?? '[]')
  return {
    task,
    path,
    name: basename(path),
    format: format ?? null,
    given: { columns, dateOrder, ratingScale },
    remembered: listMappings(db),
    timezone: brand?.timezone ?? 'UTC',
    ours: handle === null ? null : { name: brand?.name ?? handle, handle },
    now: context.host.clock.now(),
  }
}

/** One that is ours wherever it stands: not one of a single place, nor an address. */
function firstHandle(handles: string): string | null {
  const list: unknown = JSON.parse(handles)
  const names = Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  return names.find((name) => !/^https?:|.@/.test(name)) ?? null
}

function note(imported: Imported, { rows, rejected }: RowBatch): void {
  imported.rows += rows
  for (const { row, message } of rejected) imported.rejected.push({ row, kind: 'bad-row', message })
}

function cancelled({ added }: Pick<Imported, 'added'>): CallFailed {
  return new CallFailed({
    kind: 'cancelled',
    message: `It was cancelled; ${added} mentions were brought in before.`,
    hint: 'Import the file again to bring in the rest.',
    facts: { added },
  })
}

/** Only what the user said: a guess may be a better one next time. */
function remember(
  context: EngineContext,
  file: BrandFile,
  { columns, dateOrder, ratingScale }: Given,
  readBy: ReadBy | null,
): void {
  const isSaid = [columns, dateOrder, ratingScale].some((each) => each !== undefined)
  if (!isSaid || readBy === null) return
  const now = context.host.clock.now()
  change(context, file, [], () => rememberMapping(file.db, readBy.heading, readBy.mapping, now))
}

/** Collects what is read and saves it in large pieces, each in short transactions. Throws `cancelled`. */
function newSaver(
  context: EngineContext,
  file: BrandFile,
  name: string,
  imported: Imported,
  { signal, progress }: CallScope,
) {
  let waiting: ReadMention[] = []
  let atOnce = ROWS_AT_ONCE.first
  let told = { done: 0, total: 0 }
  const save = async () => {
    const saving = openSaving(file.db, fileSource(context, file, name), waiting, context.host.clock.now())
    waiting = []
    if (saving === null) return
    try {
      await saveAll(context, file, saving, signal)
    } finally {
      imported.added += saving.counts.added
      imported.duplicates += saving.counts.duplicates + saving.counts.revised
    }
    progress(told.done, told.total)
    if (signal.aborted) throw cancelled(imported)
  }
  return {
    save,
    add: async ({ items, done, total }: RowBatch) => {
      waiting.push(...items)
      told = { done, total }
      if (waiting.length < atOnce) return
      atOnce = Math.min(atOnce * 2, ROWS_AT_ONCE.most)
      await save()
    },
  }
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
        format: 'file',
        brings: 'everything',
        answers_from: answersFrom,
        private_origin: null,
      },
      now,
    ),
  )
}

/** In short transactions, with room for the user's other calls between them; until it is cancelled. */
async function saveAll(
  context: EngineContext,
  file: BrandFile,
  saving: Saving,
  signal: AbortSignal,
): Promise<void> {
  for (let isDone = false; !isDone && !signal.aborted;) {
    const until = performance.now() + BATCH_MS
    isDone = change(context, file, [], () => saveSome(saving, () => performance.now() > until))
    await new Promise(setImmediate)
  }
}
