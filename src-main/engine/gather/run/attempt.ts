import type { Database } from 'better-sqlite3'
import type { Failure } from '../../../contract/failure.ts'
import type { WriteTurn } from '../../store/user-act.ts'
import type { Fetched, Network } from '../fetch/fetch-document.ts'
import type { AskLimits } from '../health/interval.ts'
import type { WaitBook } from '../health/wait-book.ts'
import type { SourceToGather } from '../health/health-store.ts'
import type { Lanes } from '../schedule/lanes.ts'
import type { Notebook } from './notebook.ts'
import type { Reader } from '../read/start-reader.ts'
import type { Saver } from '../save/save-document.ts'

/** What sources are gathered with. */
export interface Gathering {
  readonly network: Network
  /** Only asking waits for its host: what came is read and saved while the next is asked. */
  readonly hosts: Lanes
  readonly waits: WaitBook
  readonly reader: Reader
  readonly saver: Saver
  readonly turn: WriteTurn
  readonly notes: Notebook
  readonly now: () => number
  readonly chance: () => number
  readonly limits: AskLimits
  readonly log: (line: string) => void
  /** What became of a source could not be written: it must not be asked again and again for that. */
  readonly unnoted: (db: Database, source: SourceToGather) => void
}

/** One source being gathered. */
export interface Attempt {
  readonly gathering: Gathering
  readonly db: Database
  readonly source: SourceToGather
  readonly signal: AbortSignal
  /** `performance.now()`. */
  readonly startedAt: number
}

export type Gathered =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'saved'; readonly added: number; readonly revised: number; readonly duplicates: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not asked: its place wants to be left alone for now. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'cancelled' }

export type Fresh = Extract<Fetched, { kind: 'fresh' }>
