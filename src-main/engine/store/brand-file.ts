import type { Database } from 'better-sqlite3'
import type { BrandId } from '../../contract/ids.ts'

/** One brand's file, open. Everything that was said to a brand, and everything we did about it, is in here. */
export interface BrandFile {
  readonly brandId: BrandId
  readonly uid: string
  readonly db: Database
  readonly path: string
  /** `replies.jsonl` of this brand: see answer/replies-journal.ts. */
  readonly repliesPath: string
  /** Of the install this file lies in now; acts are numbered by it. */
  readonly installUid: string
}
