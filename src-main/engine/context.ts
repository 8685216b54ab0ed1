import type { EngineEvent, Subject } from '../contract/events.ts'
import type { BrandId } from '../contract/ids.ts'
import type { Outbox } from './answer/outbox/outbox.ts'
import type { Clock } from './clock.ts'
import type { Gatherer } from './gather/gatherer.ts'
import type { Speller } from './spelling/speller.ts'
import type { BrandFile } from './store/brand-file.ts'
import type { Stores } from './store/stores.ts'
import { type WriteTurn, writeNow } from './store/user-act.ts'

/** What the engine needs from the outside. Electron, the terminal and tests each pass their own. */
export interface Host {
  readonly clock: Clock
  readonly log: (line: string) => void
  /** The SQLite addon to load instead of the package's own, or null. */
  readonly sqliteBinding: string | null
  /** Where the worker threads' code lies. */
  readonly workers: { readonly gatherer: URL; readonly reader: URL; readonly speller: URL }
  /** The folder of what ships beside the code: the sample brand, phrase lists. */
  readonly resources: string
  /**
   * Turns what a caller passed as a path into one: a one-use grant from the window, a plain path from the terminal.
   * With `and-again` the grant is not used up: it was only looked at.
   */
  readonly path: (given: string, use?: 'and-again') => string
  /** Which proxy an address needs, as Electron's session.resolveProxy answers it: `DIRECT` or `PROXY host:port`. */
  readonly proxyFor: (url: string) => Promise<string>
  /** Where accounts' secrets lie; left out, they last as long as this engine. */
  readonly secrets?: Secrets
  /** How long a place may take to answer a request of the outbox, in ms; half a minute when left out. */
  readonly patienceMs?: number
  /** Told at every step of a sending, before it goes on: tests stop the program there. */
  readonly onSending?: (step: SendingStep) => void
}

/** Keeps accounts' secrets, by the account's uid. Nothing else ever answers one. */
export interface Secrets {
  /** `session`: only until the program closes, because this system has no keychain. */
  readonly put: (account: string, secret: string) => Promise<'kept' | 'session'>
  readonly get: (account: string) => Promise<string | null>
  readonly remove: (account: string) => Promise<void>
}

/** In order: nothing is written yet, the attempt is on the disk, the place has answered, the answer is on the disk. */
export type SendingStep = 'looked' | 'written' | 'answered' | 'settled'

export interface EngineContext {
  readonly host: Host
  readonly outbox: Outbox
  readonly secrets: Secrets
  readonly stores: Stores
  readonly turn: WriteTurn
  readonly gatherer: Gatherer
  readonly speller: Speller
  readonly tell: (event: EngineEvent) => void
}

/** Commits one change to a brand's file and tells which subjects changed. */
export function change<Result>(
  context: Pick<EngineContext, 'turn' | 'tell'>,
  file: BrandFile,
  subjects: readonly Subject[],
  write: () => Result,
): Result {
  const result = writeNow(context.turn, file.db, write)
  changed(context, file.brandId, subjects)
  return result
}

export function changed(
  context: Pick<EngineContext, 'tell'>,
  brandId: BrandId | null,
  subjects: readonly Subject[],
): void {
  for (const subject of subjects) context.tell({ kind: 'changed', subject, brandId })
}

/** The brands a call is about: the one it names, or all that can be opened; brands.list says which cannot. */
export function brandsOf(context: EngineContext, brandId: BrandId | undefined): readonly BrandFile[] {
  return brandId === undefined ? context.stores.openBrands().files : [context.stores.brand(brandId)]
}
