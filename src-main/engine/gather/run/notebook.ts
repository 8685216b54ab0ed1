import type { Database } from 'better-sqlite3'
import { giveWay, type WriteTurn } from '../../store/user-act.ts'

/**
 * Writes small notes together, a transaction for some 200 of them: a thousand sources that say nothing new would cost a
 * thousand. What is not yet written when the program dies costs a conditional request.
 */
export interface Notebook {
  readonly later: (db: Database, note: Note) => void
  readonly flush: () => void
}

export interface Note {
  readonly write: () => void
  /** The disk is full, or the file gone: it could not be written. */
  readonly lost: (error: unknown) => void
}

const MOST = 200
const WITHIN_MS = 250

export function createNotebook(turn: WriteTurn): Notebook {
  const waiting = new Map<Database, Note[]>()
  let timer: NodeJS.Timeout | null = null

  const flush = () => {
    if (timer) clearTimeout(timer)
    timer = null
    const books = [...waiting]
    waiting.clear()
    for (const [db, notes] of books) writeAll(turn, db, notes)
  }
  return {
    later: (db, note) => {
      const notes = waiting.get(db) ?? []
      waiting.set(db, notes)
      notes.push(note)
      if (notes.length >= MOST) flush()
      else timer ??= setTimeout(flush, WITHIN_MS)
    },
    flush,
  }
}

function writeAll(turn: WriteTurn, db: Database, notes: readonly Note[]): void {
  giveWay(turn)
  try {
    db.transaction(() => notes.forEach(({ write }) => write())).immediate()
  } catch (error) {
    for (const { lost } of notes) lost(error)
  }
}
