import type { Database } from 'better-sqlite3'
import { giveWay, type WriteTurn } from '../store/user-act.ts'
import type { ReadDocument } from './gatherer-protocol.ts'
import * as health from './health-store.ts'
import { openSaving, saveSome } from './save/save.ts'

/** What the saving of a document works with. */
export interface Saver {
  readonly turn: WriteTurn
  readonly now: () => number
}

/** What came of saving one document. */
export interface Saved {
  readonly added: number
  readonly revised: number
  readonly duplicates: number
}

/** Longer than this and the user, who may be waiting to write, feels it. */
const BATCH_MS = 40

/** Saves in short transactions and gives way to the user between them. Null when it was cancelled on the way. */
export async function saveDocument(
  { turn, now }: Saver,
  db: Database,
  source: { readonly id: number },
  document: ReadDocument,
  signal: AbortSignal,
): Promise<Saved | null> {
  const saving = openSaving(db, source.id, document.items, now())
  if (saving === null) return null
  health.describeSource(db, source.id, document)
  for (let isDone = false; !isDone;) {
    if (signal.aborted) return null
    giveWay(turn)
    const until = performance.now() + BATCH_MS
    isDone = db.transaction(() => saveSome(saving, () => performance.now() > until)).immediate()
    await new Promise(setImmediate)
  }
  return { ...saving.counts }
}
