import type { EngineEvent } from '../../../contract/events.ts'
import type { BrandId } from '../../../contract/ids.ts'
import type { CallScope } from '../../../contract/method.ts'
import type { Host } from '../../context.ts'
import { readSettings } from '../../install/store.ts'
import { placeOf } from '../../store/ids.ts'
import type { Stores } from '../../store/stores.ts'
import type { WriteTurn } from '../../store/user-act.ts'
import type { Gatherer } from '../gatherer.ts'
import { limitsOf } from '../health/listing.ts'
import type { Brands, SourceRows } from '../gatherer-protocol.ts'
import { createThread, type Thread } from './gatherer-thread.ts'
import { createLooks } from '../discovery/looks.ts'
import { createOffline, type Offline, offlineFailure } from './offline.ts'
import { isWithin } from './reach.ts'

export interface GathererOptions {
  readonly host: Host
  readonly stores: Stores
  readonly turn: WriteTurn
  readonly tell: (event: EngineEvent) => void
  readonly gathering: 'scheduled' | 'on-demand'
}

const NOBODY_WAITS: CallScope = { signal: new AbortController().signal, progress: () => undefined }

/** A program that starts shows what it has before it looks for more. */
const START_AFTER_MS = 2000

/** The gatherer, its thread started soon when it is scheduled and when first needed when it is not. */
export function startGatherer(options: GathererOptions): Gatherer {
  const { host, stores, gathering } = options
  const looks = createLooks(host.clock.now)
  const offline = createOffline(host.clock.now, readSettings(stores.install).offline)
  const telling = noticeProgress(options.tell)
  const thread = threadOf(options, offline, telling.tell)
  if (gathering === 'scheduled') setTimeout(thread.start, START_AFTER_MS).unref()
  return {
    run: async (what, scope) => {
      refuseNowhere(offline)
      const brands = brandsOf(stores)
      const question = { kind: 'run', ...brands, sourceRows: sourceRows(brands, what) } as const
      return thread.ask(question, telling.with(scope)).finally(telling.ended)
    },
    look: async (what, scope, keep) => {
      refuseNowhere(offline)
      const found = await thread.ask({ kind: 'look', ...what }, scope)
      if (keep === 'for-adding') looks.remember(what.url, found)
      return found
    },
    lookedAt: looks.recall,
    image: async (url, privateOrigin) =>
      offline.reach() === 'nowhere' ? null : thread.ask({ kind: 'image', url, privateOrigin }, NOBODY_WAITS),
    readDocument: (document) => thread.ask({ kind: 'read', document }, NOBODY_WAITS),
    importRows: (what, scope) => thread.ask({ kind: 'import', ...what }, scope),
    state: telling.state,
    stop: () => thread.post({ kind: 'stop' }),
    offline: offline.now,
    reach: offline.reach,
    reaches: (url) => isWithin(offline.reach(), url),
    ...offlineSwitches(thread, offline, options.tell),
    wake: () => thread.post({ kind: 'wake' }),
    remake: () => thread.post({ kind: 'remake' }),
    close: thread.close,
  }
}

function threadOf(
  { host, stores, turn, gathering }: GathererOptions,
  offline: Offline,
  tell: (event: EngineEvent) => void,
): Thread {
  return createThread({
    host,
    tell,
    brands: () => brandsOf(stores),
    setting: () => ({
      clock: host.clock.shared,
      turn: turn.shared,
      binding: host.sqliteBinding,
      reader: host.workers.reader.href,
      gathering,
      reach: offline.reach(),
    }),
  })
}

function offlineSwitches(
  thread: Thread,
  offline: Offline,
  tell: (event: EngineEvent) => void,
): Pick<Gatherer, 'setUserOffline' | 'setSystemOffline'> {
  const set = (by: 'user' | 'system', isOffline: boolean) => {
    offline.set(by, isOffline)
    thread.post({ kind: 'reach', reach: offline.reach() })
    tell({ kind: 'changed', subject: 'gather', brandId: null })
  }
  return {
    setUserOffline: (isOffline) => set('user', isOffline),
    setSystemOffline: (isOffline) => set('system', isOffline),
  }
}

/** How far gathering is, whoever started it: told to everybody, and kept for who asks later. */
function noticeProgress(tell: (event: EngineEvent) => void) {
  let progress = { running: false, done: 0, total: 0 }
  const note = (running: boolean, done: number, total: number) => {
    progress = { running, done, total }
    tell({ kind: 'gathering', ...progress })
  }
  return {
    state: () => progress,
    tell: (event: EngineEvent) => {
      if (event.kind === 'gathering') note(event.running, event.done, event.total)
      else tell(event)
    },
    with: (scope: CallScope): CallScope => ({
      signal: scope.signal,
      progress: (done, total) => {
        note(done < total, done, total)
        scope.progress(done, total)
      },
    }),
    ended: () => {
      if (progress.running) note(false, progress.done, progress.total)
    },
  }
}

function refuseNowhere(offline: Offline): void {
  if (offline.reach() === 'nowhere') throw offlineFailure()
}

/** Where the brands' files lie; opening one migrates it. */
function brandsOf(stores: Stores): Brands {
  const brands = stores.openBrands().files.map(({ brandId, path }) => ({ brandId, path }))
  return { brands, limits: limitsOf({ stores }) }
}

function sourceRows({ brands }: Brands, { brandId, sourceIds }: Parameters<Gatherer['run']>[0]): SourceRows {
  const rows: Record<BrandId, number[] | 'all'> = {}
  if (sourceIds === undefined) {
    for (const place of brands)
      if (brandId === undefined || place.brandId === brandId) rows[place.brandId] = 'all'
    return rows
  }
  for (const { brand, row } of sourceIds.map(placeOf)) {
    if (brandId !== undefined && brand !== brandId) continue
    const known = rows[brand]
    rows[brand] = known === undefined || known === 'all' ? [row] : [...known, row]
  }
  return rows
}
