import type { Database } from 'better-sqlite3'
import { prepared } from './prepared.ts'

/** Changes with every write to a file, by this connection or another. */
export function versionOf(db: Database): string {
  const others = prepared<[], { data_version: number }>(db, 'PRAGMA data_version').get()
  const own = prepared<[], { n: number }>(db, 'SELECT total_changes() AS n').get()
  return `${others?.data_version ?? 0} ${own?.n ?? 0}`
}

interface Known<Value> {
  readonly value: Value
  readonly version: string
  /** When it was read and until when that holds by itself, UTC ms. */
  readonly at: number
  readonly until: number
}

/**
 * Reads something of a file again only after somebody wrote to it, or when its time is over. To look whether anybody did
 * takes a tenth of what a few counts take. `until`: when it becomes something else by itself, UTC ms.
 */
export function whileUnchanged<File extends { readonly db: Database }, Value>(
  read: (file: File, now: number) => { readonly value: Value; readonly until: number },
): (file: File, now: number) => Value {
  // A cache, not state: each can be read again.
  const all = new WeakMap<Database, Known<Value>>()
  return (file, now) => {
    // What is being written may be taken back.
    if (file.db.inTransaction) return read(file, now).value
    const version = versionOf(file.db)
    const known = all.get(file.db)
    if (known?.version === version && known.at <= now && now < known.until) return known.value
    const fresh = read(file, now)
    all.set(file.db, { ...fresh, version, at: now })
    return fresh.value
  }
}
