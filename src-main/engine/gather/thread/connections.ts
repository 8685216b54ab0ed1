import type { Database } from 'better-sqlite3'
import type { BrandId } from '../../../contract/ids.ts'
import { connect } from '../../store/open.ts'
import type { BrandPlace } from '../gatherer-protocol.ts'

/** The gatherer's own connections to brands' files, open while a run needs them. */
export interface Connections {
  readonly open: (place: BrandPlace) => Database
  readonly close: () => void
}

/** Readies a connection for saving much. */
export function tuneForSaving(db: Database): void {
  // Indexes are written all over: with room in memory that costs half the time.
  db.pragma('cache_size = -72000')
  // What a mention points to is written right before it, in its transaction, and nothing of that is ever deleted here.
  db.pragma('foreign_keys = OFF')
}

export function createConnections(binding: string | null): Connections {
  const open = new Map<BrandId, Database>()
  return {
    open: ({ brandId, path }) => {
      const known = open.get(brandId)
      if (known) return known
      const db = connect({ path, binding, synchronous: 'NORMAL' })
      tuneForSaving(db)
      open.set(brandId, db)
      return db
    },
    close: () => {
      for (const db of open.values()) db.close()
      open.clear()
    },
  }
}
