import { basename } from 'node:path'
import { CallFailed } from '../../../contract/failure.ts'
import type { z } from 'zod'
import type { FileFormat, FileLook, imports } from '../../../contract/imports.ts'
import type { CallScope } from '../../../contract/method.ts'
import { change, changed, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import { defaultAnswersFrom } from '../sources/guess.ts'
import type { FileToRead, Given, ReadBy } from './file-to-read.ts'
import { listMappings, rememberMapping } from './mapping-store.ts'
import { startFileReader, unlessFailed } from './start-file-reader.ts'

export interface FileToImport extends Given {
  readonly path: string
  readonly format?: FileFormat | undefined
}

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
    if (signal.aborted) throw cancelled()
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
): Promise<z.output<(typeof imports)['import.file']['output']>> {
  const toImport = toRead(context, file, given, context.host.path(given.path), 'bring-in')
  const { brandId, path } = file
  try {
    const { rows, added, duplicates, rejected, readBy } = await context.gatherer.importRows(
      { place: { brandId, path }, file: toImport, answersFrom: answersFromOf(context, file) },
      scope,
    )
    remember(context, file, given, readBy)
    const named = rejected.map(({ row, message }) => ({ row, kind: 'bad-row' as const, message }))
    return { rows, added, duplicates, rejected: named }
  } finally {
    changed(context, file.brandId, ['mentions', 'sources', 'people', 'tags', 'brands'])
  }
}

function cancelled(): CallFailed {
  return new CallFailed({ kind: 'cancelled', message: 'It was cancelled.', hint: '' })
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

function answersFromOf({ host }: EngineContext, { db }: BrandFile): number {
  const brand = prepared<[], { answers_from: number | null }>(db, 'SELECT answers_from FROM brand').get()
  return defaultAnswersFrom(brand?.answers_from ?? null, host.clock.now())
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
