import type { ActKind } from '../../contract/acts.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { gather } from '../../contract/gather.ts'
import type { SourceId } from '../../contract/ids.ts'
import type { CallScope, HandlersFor } from '../../contract/method.ts'
import type { sources } from '../../contract/sources.ts'
import { brandsOf, change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { beginAct, endAct, type Held, setFields } from '../triage/journal.ts'
import { tagKey, tagPath } from '../triage/question/fold.ts'
import { startOf } from '../../contract/day.ts'
import { listedSource, listedSources, nextAsked } from './health/listing.ts'
import { lastGathered } from './health/health-store.ts'
import { findSourceRow, lookAgain, reschedule, resume } from './store.ts'

export const gatherMethods: HandlersFor<typeof sources & typeof gather, EngineContext> = {
  'sources.list': (context, { brandId }) => ({
    items: listedSources(context, brandsOf(context, brandId)),
  }),

  'sources.set': (context, { sourceId: id, ...changes }) => {
    const { file, row, title } = findPlace(context, id)
    const fields: Record<string, Held | undefined> = {
      title: changes.title,
      brings: changes.brings,
      paused: changes.paused === undefined ? undefined : changes.paused ? 1 : 0,
      answers_from:
        changes.answersFrom === undefined ? undefined : startOf(changes.answersFrom, timezoneOf(file)),
      every_minutes: changes.everyMinutes,
      tags: changes.tags === undefined ? undefined : JSON.stringify(onceEach(changes.tags)),
    }
    change(context, file, ['sources'], () => {
      setSource(context, file, row, { kind: 'source', detail: title }, fields)
      if (changes.brings === 'everything') lookAgain(file.db, row)
      if (changes.paused === false) resume(file.db, row)
      if (changes.everyMinutes !== undefined) reschedule(file.db, row, changes.everyMinutes)
    })
    context.gatherer.wake()
    return listedSource(context, file, row)
  },

  'sources.remove': (context, { sourceId: id }) => {
    const { file, row, title } = findPlace(context, id)
    change(context, file, ['sources'], () => {
      setSource(
        context,
        file,
        row,
        { kind: 'source-removed', detail: title },
        { removed_at: context.host.clock.now() },
      )
    })
    return { removed: true }
  },

  'gather.run': ({ gatherer, stores }, { brandId, sourceIds }, scope: CallScope) => {
    // Named, it must be there: a run of nothing would look like one that found nothing.
    if (brandId !== undefined) stores.brand(brandId)
    for (const id of sourceIds ?? []) findIn(stores.brand(placeOf(id).brand), id)
    return gatherer.run(
      { ...(brandId === undefined ? {} : { brandId }), ...(sourceIds === undefined ? {} : { sourceIds }) },
      scope,
    )
  },

  'gather.stop': ({ gatherer }) => {
    const stopped = gatherer.state().running
    gatherer.stop()
    return { stopped }
  },

  'gather.status': (context) => {
    const files = brandsOf(context, undefined)
    const last = files.map(({ db }) => lastGathered(db)).filter((at) => at !== null)
    const next = nextAsked(context, files)
    const offline = context.gatherer.offline()
    return {
      ...context.gatherer.state(),
      offline: offline === null ? null : { since: toInstant(offline.since), by: offline.by },
      lastAt: toInstantOrNull(last.length === 0 ? null : Math.max(...last)),
      nextAt: toInstantOrNull(next),
    }
  },
}

interface SourcePlace {
  readonly file: BrandFile
  readonly row: number
  readonly title: string
}

function findPlace({ stores }: EngineContext, id: SourceId): SourcePlace {
  return findIn(stores.brand(placeOf(id).brand), id)
}

function findIn(file: BrandFile, id: SourceId): SourcePlace {
  const { row } = placeOf(id)
  const source = findSourceRow(file.db, row)
  if (source) return { file, row, title: source.title }
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no source ${id}.`,
    hint: 'sources.list says which there are.',
  })
}

/** A tag written twice is one, as it was written first. */
function onceEach(tags: readonly string[]): string[] {
  const keys = tags.map(tagKey)
  return tags.map(tagPath).filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

function setSource(
  context: EngineContext,
  file: BrandFile,
  row: number,
  { kind, detail }: { readonly kind: ActKind; readonly detail: string },
  fields: Readonly<Record<string, Held | undefined>>,
): void {
  const given: Record<string, Held> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) given[name] = value
  const act = beginAct(file, { kind, detail, who: 'user', at: context.host.clock.now(), undoable: true })
  setFields(file, act, 'source', row, given)
  endAct(file.db, act, 1)
}

function timezoneOf({ db }: BrandFile): string {
  const brand = db.prepare<[], { timezone: string }>('SELECT timezone FROM brand').get()
  return brand?.timezone ?? 'UTC'
}
