import type { Database } from 'better-sqlite3'
import { giveWay, type WriteTurn } from '../../store/user-act.ts'
import type { ReadDocument } from '../gatherer-protocol.ts'
import * as health from '../health/health-store.ts'
import { type Batch, closeBatch, openBatch } from './batch.ts'
import { type Pace, paceBesideUser, type Portion, untilTimeIsUp } from './pace.ts'
import { tidierWhileSaving } from './tidy-words.ts'
import { isSaved, openSaving, saveInBatch, type Saving } from './save.ts'

/** Saves the documents of a run. Those that are ready together share a transaction. */
export interface Saver {
  /**
   * Saves one document; null when it was cancelled on the way, or its source is gone. Rejects with what SQLite says;
   * a document that cannot be saved does not take others with it.
   */
  readonly save: (
    db: Database,
    source: { readonly id: number },
    document: ReadDocument,
    signal: AbortSignal,
  ) => Promise<Saved | null>
}

/** What came of saving one document. */
export interface Saved {
  readonly added: number
  readonly revised: number
  readonly duplicates: number
}

export interface SaverSetting {
  readonly turn: WriteTurn
  readonly now: () => number
  /** Whether documents are being read right now, that may share the next transaction. */
  readonly isMoreComing: () => boolean
}

/**
 * Mentions of many days touch pages all over the file, each of which is written by each transaction: so a few long ones
 * cost half of many short ones.
 */
const ALONE: Portion = { ms: 600, rows: 6000 }
/** What could not be saved together is saved by itself. */
const APART: Portion = { ms: 80, rows: 700 }
/** So many rows are worth a transaction; fewer are waited for while more are coming, but only so long. */
const ENOUGH_ROWS = 1500
const LINGER_MS = 250

interface Waiting {
  readonly sourceRow: number
  readonly document: ReadDocument
  readonly signal: AbortSignal
  saving: Saving | null
  readonly settle: (saved: Saved | null) => void
  readonly fail: (error: unknown) => void
}

/** What waits to be saved into one file. */
interface Queue {
  readonly db: Database
  waiting: readonly Waiting[]
  isRunning: boolean
  readonly tidy: () => void
  wake: () => void
  readonly pace: Pace
}

export function createSaver(setting: SaverSetting): Saver {
  const queues = new Map<Database, Queue>()
  const queueOf = (db: Database): Queue => {
    const known = queues.get(db)
    if (known) return known
    const queue: Queue = {
      db,
      waiting: [],
      isRunning: false,
      tidy: tidierWhileSaving(db),
      wake: () => undefined,
      pace: paceBesideUser(setting.turn, ALONE),
    }
    queues.set(db, queue)
    return queue
  }
  return {
    save: (db, source, document, signal) =>
      new Promise((settle, fail) => {
        const queue = queueOf(db)
        const one: Waiting = { sourceRow: source.id, document, signal, saving: null, settle, fail }
        queue.waiting = [...queue.waiting, one]
        if (queue.isRunning) queue.wake()
        else void drain(setting, queue)
      }),
  }
}

async function drain(setting: SaverSetting, queue: Queue): Promise<void> {
  queue.isRunning = true
  while (queue.waiting.length > 0) {
    await enoughRows(setting, queue)
    queue.pace.letUserWrite()
    const settled = saveTogether(setting, queue)
    queue.pace.letUserWrite()
    queue.waiting = queue.waiting.filter((one) => !settled.has(one))
    queue.tidy()
    await new Promise(setImmediate)
  }
  queue.isRunning = false
}

/** Waits a moment for more to save, while more is coming. */
function enoughRows({ isMoreComing }: SaverSetting, queue: Queue): Promise<void> {
  const isEnough = () => rowsOf(queue) >= ENOUGH_ROWS || !isMoreComing()
  if (isEnough()) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      queue.wake = () => undefined
      resolve()
    }
    const timer = setTimeout(end, LINGER_MS)
    queue.wake = () => {
      if (isEnough()) end()
    }
  })
}

function rowsOf({ waiting }: Queue): number {
  return waiting.reduce((sum, { document }) => sum + document.items.length, 0)
}

/** One transaction of what waits, and what is settled by it. Where it fails, each document is tried alone. */
function saveTogether(setting: SaverSetting, queue: Queue): ReadonlySet<Waiting> {
  const { db, waiting, pace } = queue
  const most = pace.portion()
  try {
    const done = db.transaction(() => saveWhileTime(setting, db, waiting, most)).immediate()
    for (const one of done) one.settle(savedOf(one))
    return done
  } catch {
    return new Set(waiting.filter((one) => saveAlone(setting, db, one)))
  }
}

function saveWhileTime(
  { now, turn }: SaverSetting,
  db: Database,
  waiting: readonly Waiting[],
  most: Portion,
): Set<Waiting> {
  const batch = openBatch(db)
  const some: Waiting[] = []
  let opened = 0
  for (const one of waiting) {
    if (opened >= most.rows) break
    open(batch, one, now())
    some.push(one)
    opened += one.saving === null ? 0 : one.saving.items.length - one.saving.next
  }
  saveInBatch(
    some.flatMap(({ saving }) => saving ?? []),
    batch,
    untilTimeIsUp(turn, most),
  )
  closeBatch(batch, now())
  return new Set(some.filter(({ saving }) => saving === null || isSaved(saving)))
}

/** Makes a document ready, unless it was before; what was cancelled, or has no source any more, has nothing to save. */
function open({ db }: Batch, one: Waiting, now: number): void {
  if (one.signal.aborted) one.saving = null
  else if (one.saving === null) {
    health.describeSource(db, one.sourceRow, one.document)
    one.saving = openSaving(db, one.sourceRow, one.document.items, now)
  }
}

/** What was counted in a transaction that failed is counted anew: nothing of it is saved. True: one way or the other. */
function saveAlone(setting: SaverSetting, db: Database, one: Waiting): boolean {
  one.saving = null
  try {
    giveWay(setting.turn)
    const done = db.transaction(() => saveWhileTime(setting, db, [one], APART)).immediate()
    if (done.size === 0) return false
    one.settle(savedOf(one))
  } catch (error) {
    one.fail(error)
  }
  return true
}

function savedOf({ signal, saving }: Waiting): Saved | null {
  return signal.aborted || saving === null ? null : { ...saving.counts }
}
