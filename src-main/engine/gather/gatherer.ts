import type { GatherResult } from '../../contract/gather.ts'
import type { BrandId, SourceId } from '../../contract/ids.ts'
import type { CallScope } from '../../contract/method.ts'
import type {
  FeedDocument,
  FoundDocument,
  LookedFor,
  ReadDocument,
  RowsToImport,
} from './gatherer-protocol.ts'
import type { Reach } from './thread/reach.ts'
import type { ImportedRows } from './import/file-to-read.ts'

/**
 * The gatherer as the engine's own thread sees it: a worker thread that owns the network, the schedule and a
 * connection of its own to each brand's file.
 */
export interface Gatherer {
  /** Gathers now. Resolves when every source was tried, or the call was cancelled. */
  readonly run: (
    what: { readonly brandId?: BrandId; readonly sourceIds?: readonly SourceId[] },
    scope: CallScope,
  ) => Promise<GatherResult>
  /**
   * Fetches an address a user gave and reads every feed behind it. Giving a private address is the consent for
   * that scheme, host and port. Failures are thrown as CallFailed.
   */
  readonly look: (
    what: LookedFor,
    scope: CallScope,
    keep: 'for-adding' | 'no-longer',
  ) => Promise<readonly FoundDocument[]>
  /** What `look` kept for adding of this address a moment ago, so that nobody is asked again; null when there is none. */
  readonly lookedAt: (url: string) => readonly FoundDocument[] | null
  /** Fetches one image for a mention under the fetch rules, as a `data:` URL; null when it cannot be had. */
  readonly image: (url: string, privateOrigin: string | null) => Promise<string | null>
  /** Turns markup and text into what is stored, in the reader, for imports. */
  readonly readDocument: (document: FeedDocument) => Promise<ReadDocument>
  /** Reads a file and saves its rows. Resolves when all are; rejects with CallFailed, `cancelled` among others. */
  readonly importRows: (what: RowsToImport, scope: CallScope) => Promise<ImportedRows>
  readonly state: () => { readonly running: boolean; readonly done: number; readonly total: number }
  /** Ends what is being gathered, whoever began it; what is saved stays. */
  readonly stop: () => void
  /** How far the network may be asked now. */
  readonly reach: () => Reach
  /** Whether an address may be asked now. */
  readonly reaches: (url: string) => boolean
  /** Offline is the user's switch (settings.offline) or the system's word. */
  readonly offline: () => { readonly since: number; readonly by: 'user' | 'system' } | null
  readonly setUserOffline: (offline: boolean) => void
  readonly setSystemOffline: (offline: boolean) => void
  /** The laptop woke up, or a source was added: look at the schedule again. */
  readonly wake: () => void
  /** What is derived from texts has to be made anew, where the thread runs: else it is when it next does. */
  readonly remake: () => void
  readonly close: () => Promise<void>
}
