import type { Database } from 'better-sqlite3'

/**
 * How the gatherer, which writes to the same files from its own thread, knows that an act of the user waits:
 * a counter in shared memory. WAL lets readers work beside one writer, never beside two.
 */
export interface WriteTurn {
  readonly shared: SharedArrayBuffer
}

export function newWriteTurn(): WriteTurn {
  return { shared: new SharedArrayBuffer(4) }
}

/** Runs one committed write of the user's connection: all of it or nothing. */
export function writeNow<Result>(turn: WriteTurn, db: Database, write: () => Result): Result {
  const waiting = new Int32Array(turn.shared)
  Atomics.add(waiting, 0, 1)
  try {
    return db.transaction(write).immediate()
  } finally {
    Atomics.sub(waiting, 0, 1)
    Atomics.notify(waiting, 0)
  }
}

/** Whether the user waits to write: time for the gatherer to end its transaction. */
export function isWaitedFor(turn: WriteTurn): boolean {
  return Atomics.load(new Int32Array(turn.shared), 0) > 0
}

/** For the gatherer, between two batches: gives way while the user writes, half a second at most. */
export function giveWay(turn: WriteTurn): void {
  const waiting = new Int32Array(turn.shared)
  const now = Atomics.load(waiting, 0)
  if (now > 0) Atomics.wait(waiting, 0, now, 500)
}
