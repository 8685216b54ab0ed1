import { CallFailed } from '../../../contract/failure.ts'
import type { CallScope } from '../../../contract/method.ts'
import { failureOfSqlite } from '../../store/failure-of-sqlite.ts'
import { giveWay, isWaitedFor, type WriteTurn } from '../../store/user-act.ts'
import { createConnections } from '../thread/connections.ts'
import type { ReadMention, RowsToImport } from '../gatherer-protocol.ts'
import { unpackMentions } from '../read/packed-mentions.ts'
import { tidierWhileSaving } from '../save/tidy-words.ts'
import { openSaving, saveSome, type Saving } from '../save/save.ts'
import type { ImportedRows, ReadBy } from './file-to-read.ts'
import type { RowBatch } from './from-file-reader.ts'
import { fileSource } from './file-source.ts'
import { startFileReader, unlessFailed } from './start-file-reader.ts'

export interface ImportSetting {
  readonly turn: WriteTurn
  readonly now: () => number
  readonly binding: string | null
  /** Where the reader's code lies. */
  readonly reader: string
}

/**
 * So many rows are sorted by their time and saved one after the other: full text costs three times as much otherwise.
 * The first are fewer, so that something is soon there.
 */
const ROWS_AT_ONCE = { first: 500, most: 5000 }
/** A long transaction costs less than many short ones; it ends sooner when the user waits to write. */
const TRANSACTION_MS = 400

type Sum = { -readonly [Key in keyof ImportedRows]: ImportedRows[Key] }

/** Reads a file and saves its rows, in the gatherer's thread. Throws `cancelled`, and what reading or saving fails with. */
export async function importRows(
  setting: ImportSetting,
  { place, file, answersFrom }: RowsToImport,
  scope: CallScope,
): Promise<ImportedRows> {
  const connections = createConnections(setting.binding)
  const reader = startFileReader(new URL(setting.reader), file)
  const sum: Sum = { rows: 0, added: 0, duplicates: 0, rejected: [], readBy: null }
  try {
    const db = connections.open(place)
    const source = () =>
      db.transaction(() => fileSource(db, file.name, answersFrom, setting.now())).immediate()
    // Only what brings something becomes a source.
    const open = (items: readonly ReadMention[]) =>
      items.length === 0 ? null : openSaving(db, source(), items, setting.now())
    const saver = newSaver(setting, open, tidierWhileSaving(db), sum, scope)
    sum.readBy = await readAll(reader, async (batch) => {
      sum.rows += batch.rows
      sum.rejected = [...sum.rejected, ...batch.rejected]
      await saver.add(batch)
    })
    await saver.save()
    return sum
  } catch (error) {
    const failure = failureOfSqlite(error)
    throw failure ? new CallFailed(failure) : error
  } finally {
    await reader.end()
    connections.close()
  }
}

async function readAll(
  reader: ReturnType<typeof startFileReader>,
  take: (batch: RowBatch) => Promise<void>,
): Promise<ReadBy | null> {
  for (;;) {
    const message = unlessFailed(await reader.next())
    if (message.kind === 'end') return message.readBy
    if (message.kind !== 'rows') throw new Error(`The import of a file answered ${message.kind}.`)
    await take({ ...message.batch, items: unpackMentions(message.packed) })
    reader.post({ kind: 'taken' })
  }
}

/** Collects what is read and saves it in large pieces, the user's acts going first. Throws `cancelled`. */
function newSaver(
  setting: ImportSetting,
  open: (items: readonly ReadMention[]) => Saving | null,
  tidy: () => void,
  sum: Sum,
  { signal, progress }: CallScope,
) {
  let waiting: ReadMention[] = []
  let atOnce = ROWS_AT_ONCE.first
  let told = { done: 0, total: 0 }
  const save = async () => {
    const saving = open(waiting)
    waiting = []
    if (saving === null) return
    try {
      await saveAll(setting, saving, tidy, signal)
    } finally {
      // Rows are counted, and an answer of ours in one is no other row.
      const { counts, answers } = saving
      sum.added += counts.added - answers.added
      sum.duplicates += counts.duplicates + counts.revised - answers.known
    }
    progress(told.done, told.total)
    if (signal.aborted) throw cancelled(sum)
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

async function saveAll(
  { turn }: ImportSetting,
  saving: Saving,
  tidy: () => void,
  signal: AbortSignal,
): Promise<void> {
  for (let isDone = false; !isDone && !signal.aborted;) {
    giveWay(turn)
    const until = performance.now() + TRANSACTION_MS
    const isTimeUp = () => isWaitedFor(turn) || performance.now() > until
    isDone = saving.db.transaction(() => saveSome(saving, isTimeUp)).immediate()
    giveWay(turn)
    tidy()
    await new Promise(setImmediate)
  }
}

function cancelled({ added }: Pick<ImportedRows, 'added'>): CallFailed {
  return new CallFailed({
    kind: 'cancelled',
    message: `It was cancelled; ${added} mentions were brought in before.`,
    hint: 'Import the file again to bring in the rest.',
    facts: { added },
  })
}
