import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CallFailed } from '../../contract/failure.ts'

/**
 * One engine a data folder: an exclusive transaction on `lock.sqlite`, held while the engine lives. The system
 * frees it on any death, so a stale lock cannot be. Throws `in-use` when another engine holds it.
 */
export function lockFolder(folder: string, binding: string | null): () => void {
  const db = new Sqlite(join(folder, 'lock.sqlite'), binding === null ? {} : { nativeBinding: binding })
  try {
    db.pragma('busy_timeout = 0')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') throw inUse()
    throw error
  }
  return () => db.close()
}

function inUse(): CallFailed {
  return new CallFailed({
    kind: 'in-use',
    message: 'Another Ventanilla is using this data folder.',
    hint: 'Use that one, or close it and try again.',
  })
}
