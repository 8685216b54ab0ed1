import type { Failure } from '../../../contract/failure.ts'
import { giveWay } from '../../store/user-act.ts'
import type { Attempt, Gathered } from './attempt.ts'
import type { Answer } from '../fetch/fetch-document.ts'
import { asksEvery } from '../health/interval.ts'
import { rhythmOf } from '../health/rhythm.ts'
import { addGap } from '../health/gaps-store.ts'
import { addTry, type Tried } from '../health/tries-store.ts'
import { askedToWaitUntil } from '../health/waits.ts'
import * as health from '../health/health-store.ts'
import { forgetPassedOver } from '../health/passed-over.ts'
import type { PagesSaved } from './save-pages.ts'
import { nextAfterFailure, nextAfterSuccess } from '../schedule/schedule.ts'

type Counts = Pick<Tried, 'added' | 'revised' | 'duplicates'>
const NOTHING: Counts = { added: 0, revised: 0, duplicates: 0 }

/** What was answered, for the log. */
export interface Reply {
  readonly status: number | null
  readonly bytes: number | null
}

/** Notes that nothing changed, a little later. `validators` are new ones of the same document, if it came. */
export function noteUnchanged(
  attempt: Attempt,
  answer: Answer,
  reply: Reply,
  validators: health.Validators | null,
): void {
  const { gathering, db, source } = attempt
  const tried = triedAs(attempt, 'unchanged', reply, NOTHING, null)
  const still = { ...answer, freshSeconds: answer.freshSeconds ?? freshBefore(source) }
  const nextTryAt = nextTry(attempt, tried.at, source, still)
  gathering.notes.later(db, {
    write: () => {
      writeSuccess(attempt, still, tried, nextTryAt)
      if (validators) health.keepValidators(db, source.id, validators, tried.at)
    },
    lost: (error) => noteLost(attempt, error),
  })
}

/** What was said of the answer that is still good holds for it again (RFC 9111, section 4.3.4). */
function freshBefore({ cached_until: until, last_success_at: at }: Attempt['source']): number | null {
  return until === null || at === null ? null : Math.max(0, Math.round((until - at) / 1000))
}

/** Notes what was saved, a little later, and only now that all of it is: a validator kept too early would hide what a crash lost. */
export function noteSaved(
  attempt: Attempt,
  answer: Answer,
  reply: Reply,
  saved: PagesSaved,
  validators: health.Validators,
): void {
  const { gathering, db, source } = attempt
  const tried = triedAs(attempt, 'saved', reply, saved.counts, null)
  const rhythm = rhythmOf(saved.dates, tried.at)
  const newestAt = newest(attempt, rhythm.newestAt, saved, tried.at)
  const known = { ...source, publishes_every: rhythm.publishesEvery, newest_item_at: newestAt }
  const nextTryAt = nextTry(attempt, tried.at, known, answer)
  gathering.notes.later(db, {
    write: () => {
      writeSuccess(attempt, answer, tried, nextTryAt)
      health.keepValidators(db, source.id, saved.isWhole ? validators : NO_VALIDATORS, tried.at)
      health.keepRhythm(db, source.id, { ...rhythm, newestAt })
      forgetPassedOver(db, source, saved.items, tried.at)
      if (saved.missedSince !== null) addGap(db, source.id, saved.missedSince, tried.at)
    },
    lost: (error) => noteLost(attempt, error),
  })
}

/** Older pages that did not come are asked for again, as at first. */
const NO_VALIDATORS: health.Validators = { etag: null, lastModified: null, bodyHash: null }

/** The newest thing known; where nothing is dated, when something new was seen last. */
function newest(
  { source }: Attempt,
  dated: number | null,
  { counts }: PagesSaved,
  now: number,
): number | null {
  const known = source.newest_item_at !== null && source.newest_item_at <= now ? source.newest_item_at : null
  const seen = dated ?? (counts.added > 0 ? now : null)
  return seen === null ? known : Math.max(seen, known ?? 0)
}

function nextTry(
  { gathering }: Attempt,
  now: number,
  source: Parameters<typeof asksEvery>[0],
  { freshSeconds }: Answer,
): number {
  const every = asksEvery(source, gathering.limits, now)
  return nextAfterSuccess(now, every, freshSeconds, gathering.chance())
}

function writeSuccess({ db, source }: Attempt, answer: Answer, tried: Tried, nextTryAt: number): void {
  const { movedTo } = answer
  health.noteSuccess(db, source.id, { ...answer, now: tried.at, nextTryAt })
  addTry(db, source.id, tried)
  health.forgetFirstBody(db, source.id)
  // A captive portal may say once that everything has moved; a real move is said twice.
  if (movedTo !== null && movedTo === source.moved_to) health.moveSource(db, source.id, movedTo)
}

/** Notes that a source failed, and leaves its place alone where it asks for that. */
export function noteFailed(attempt: Attempt, failure: Failure, reply: Reply): Gathered {
  const { gathering, db, source } = attempt
  const tried = triedAs(attempt, 'failed', reply, NOTHING, failure)
  const until = askedToWaitUntil({ ...source, last_try_at: tried.at, failure }, tried.at)
  if (until !== null) gathering.waits.pause(source, until)
  const seconds = until === null ? null : (until - tried.at) / 1000
  const nextTryAt = nextAfterFailure(tried.at, source.failures, seconds, gathering.chance())
  giveWay(gathering.turn)
  db.transaction(() => {
    const stopped = failure.kind === 'gone' ? failure.message : null
    health.noteFailure(db, source.id, { now: tried.at, nextTryAt, failure, stopped })
    addTry(db, source.id, tried)
    health.forgetFirstBody(db, source.id)
  }).immediate()
  return { kind: 'failed', failure }
}

/** A full disk cannot note even that. */
export function noteLost({ gathering, db, source }: Attempt, error: unknown): void {
  gathering.unnoted(db, source)
  gathering.log(`source ${source.id}: what became of it could not be noted: ${String(error)}`)
}

function triedAs(
  { gathering, startedAt }: Attempt,
  outcome: Tried['outcome'],
  { status, bytes }: Reply,
  { added, revised, duplicates }: Counts,
  failure: Failure | null,
): Tried {
  const tookMs = Math.round(performance.now() - startedAt)
  return { at: gathering.now(), tookMs, outcome, status, bytes, added, revised, duplicates, failure }
}
