import type { Database } from 'better-sqlite3'
import type { EngineEvent, Subject } from '../../../contract/events.ts'
import type { GatherResult } from '../../../contract/gather.ts'
import type { BrandId } from '../../../contract/ids.ts'
import { sourceId } from '../../store/ids.ts'
import { maskUrl } from '../fetch/mask-url.ts'
import type { Gathered, Gathering } from './attempt.ts'
import { gatherSource } from './gather-source.ts'
import type { SourceToGather } from '../health/health-store.ts'
import type { Lanes } from '../schedule/lanes.ts'

/** One source of one brand, with the connection it is saved through. */
export interface Job {
  readonly brandId: BrandId
  readonly db: Database
  readonly source: SourceToGather
}

export interface RunSetting {
  readonly gathering: Gathering
  readonly lanes: Lanes
  /** What is being gathered right now, whoever asked: nobody asks a source twice at once. */
  readonly inFlight: Map<string, Promise<Gathered>>
  readonly tell: (event: EngineEvent) => void
  readonly progress: (done: number, total: number) => void
}

/**
 * Gathers many sources at once and adds up what came of it. One that fails never stops another. `waiting` are those
 * whose turn is later.
 */
export async function gatherAll(
  setting: RunSetting,
  jobs: readonly Job[],
  waiting: number,
  signal: AbortSignal,
): Promise<GatherResult> {
  let done = 0
  const result = {
    sources: 0,
    unchanged: 0,
    failed: 0,
    waiting,
    added: 0,
    revised: 0,
    duplicates: 0,
    errors: [] as GatherResult['errors'],
  }
  setting.progress(0, jobs.length)
  await Promise.all(
    jobs.map(async (job) => {
      const gathered = await gatherOnce(setting, job, signal)
      done += 1
      addUp(result, job, gathered)
      tellWhatChanged(setting, job, gathered)
      setting.progress(done, jobs.length)
    }),
  )
  return result
}

function gatherOnce(
  { gathering, lanes, inFlight }: RunSetting,
  job: Job,
  signal: AbortSignal,
): Promise<Gathered> {
  const key = `${job.brandId} ${job.source.id}`
  const known = inFlight.get(key)
  if (known) return known
  const gathered = lanes.enter(hostOf(job.source.url), async (): Promise<Gathered> => {
    if (signal.aborted) return { kind: 'cancelled' }
    return gatherSource(gathering, job.db, job.source, signal)
  })
  const settled = gathered.finally(() => inFlight.delete(key))
  inFlight.set(key, settled)
  return settled
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

type Sum = { -readonly [Key in keyof GatherResult]: GatherResult[Key] }

function addUp(result: Sum, { brandId, source }: Job, gathered: Gathered): void {
  switch (gathered.kind) {
    case 'cancelled':
      return
    case 'waiting':
      result.waiting += 1
      return
    case 'unchanged':
      result.sources += 1
      result.unchanged += 1
      return
    case 'failed':
      result.sources += 1
      result.failed += 1
      result.errors.push({
        ...gathered.failure,
        sourceId: sourceId(brandId, source.id),
        url: maskUrl(source.url),
      })
      return
    case 'saved':
      result.sources += 1
      result.added += gathered.added
      result.revised += gathered.revised
      result.duplicates += gathered.duplicates
      return
  }
}

function tellWhatChanged({ tell }: RunSetting, { brandId, source }: Job, gathered: Gathered): void {
  if (gathered.kind === 'cancelled' || gathered.kind === 'waiting') return
  const subjects: Subject[] = ['sources']
  if (gathered.kind === 'saved' && gathered.added + gathered.revised > 0)
    subjects.push('mentions', 'people', 'tags', 'brands')
  for (const subject of subjects) tell({ kind: 'changed', subject, brandId })
  if (gathered.kind === 'saved' && gathered.added > 0) {
    tell({ kind: 'gathered', brandId, sourceId: sourceId(brandId, source.id), added: gathered.added })
  }
}
