import { CallFailed } from '../../../contract/failure.ts'
import type { CallScope } from '../../../contract/method.ts'
import { failureOfSqlite } from '../../store/failure-of-sqlite.ts'
import type { WriteTurn } from '../../store/user-act.ts'
import { createConnections } from '../thread/connections.ts'
import type { ReadMention, RowsToImport } from '../gatherer-protocol.ts'
import { unpackMentions } from '../read/packed-mentions.ts'
import { type Pace, paceBesideUser, type Portion, untilTimeIsUp } from '../save/pace.ts'
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
 * At least so many, the first time fewer, so that something is soon there; and what was read meanwhile, up to a piece that
 * is worth a long transaction.
 */
const ROWS_AT_ONCE = { first: 500, least: 5000, most: 20_000 }
/**
 * What a table holds lies all over a large file, and each transaction writes each page that it touches: a few long ones, but
 * none that keeps a cancelled import going for long.
 */
const ALONE: Portion = { ms: 2000, rows: Infinity }
/** After so many all is written but the commit: little is left to do when the user waits. */
const ROWS_OF_STEP = 5000

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
      await saver.add(batch, reader.hasSaidMore() ? 'more-is-read' : 'all-for-now')
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
  let least = ROWS_AT_ONCE.first
  let told = { done: 0, total: 0 }
  const pace = paceBesideUser(setting.turn, ALONE)
  const save = async () => {
    const saving = open(waiting)
    waiting = []
    if (saving === null) return
    try {
      await saveAll({ turn: setting.turn, pace, saving, tidy, signal })
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
    add: async ({ items, done, total }: RowBatch, what: 'more-is-read' | 'all-for-now') => {
      waiting.push(...items)
      told = { done, total }
      if (waiting.length < (what === 'more-is-read' ? ROWS_AT_ONCE.most : least)) return
      least = Math.min(least * 2, ROWS_AT_ONCE.least)
      await save()
    },
  }
}

interface ToSave {
  readonly turn: WriteTurn
  readonly pace: Pace
  readonly saving: Saving
  readonly tidy: () => void
  readonly signal: AbortSignal
}

async function saveAll({ turn, pace, saving, tidy, signal }: ToSave): Promise<void> {
  for (let isDone = false; !isDone && !signal.aborted;) {
    pace.letUserWrite()
    const isTimeUp = untilTimeIsUp(turn, pace.portion())
    isDone = saving.db.transaction(() => saveInSteps(saving, isTimeUp)).immediate()
    pace.letUserWrite()
    tidy()
    await new Promise(setImmediate)
  }
}

/** Inside one transaction. True when all are saved. */
function saveInSteps(saving: Saving, isTimeUp: () => boolean): boolean {
  for (;;) {
    const end = saving.next + ROWS_OF_STEP
    if (saveSome(saving, () => isTimeUp() || saving.next >= end)) return true
    if (isTimeUp()) return false
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
