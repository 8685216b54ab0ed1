import type { Source } from '../../../contract/sources.ts'
import { brandsOf, type EngineContext } from '../../context.ts'
import { readSettings } from '../../install/store.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { listSourcesToGather } from './health-store.ts'
import { nextDue } from '../schedule/schedule.ts'
import { findSource, type Listing, listSources } from '../store.ts'
import type { AskLimits } from './interval.ts'
import { waitOf, waitsOf } from './waits.ts'
import { askedBefore, listAskedBefore } from './waits-store.ts'

/** What a list of sources needs beside their rows: whom a host keeps waiting may be told by another brand's source. */
function listingOf(context: EngineContext): Listing {
  const now = context.host.clock.now()
  const asked = brandsOf(context, undefined).flatMap(({ db }) => listAskedBefore(db))
  return { now, limits: limitsOf(context), waits: waitsOf(asked, now) }
}

export function limitsOf({ stores }: Pick<EngineContext, 'stores'>): AskLimits {
  const { gatherLeastMinutes, gatherMostMinutes } = readSettings(stores.install)
  return { leastMinutes: gatherLeastMinutes, mostMinutes: gatherMostMinutes }
}

/** The sources of some brands, with how they are. */
export function listedSources(context: EngineContext, files: readonly BrandFile[]): Source[] {
  const listing = listingOf(context)
  return files.flatMap((file) => listSources(file.db, file.brandId, listing))
}

export function listedSource(context: EngineContext, file: BrandFile, row: number): Source {
  const source = findSource(file.db, file.brandId, row, listingOf(context))
  if (source) return source
  throw new Error(`Source ${row} of ${file.brandId} is not in the list.`)
}

/** When the first source is asked, UTC ms; null when there is none to ask. */
export function nextAsked(context: EngineContext, files: readonly BrandFile[]): number | null {
  const { now, waits } = listingOf(context)
  const sources = files.flatMap(({ db }) => listSourcesToGather(db))
  return nextDue(
    sources.map((source) => ({
      ...source,
      waitUntil: waitOf(waits, askedBefore(source), now)?.until ?? null,
    })),
    now,
  )
}
