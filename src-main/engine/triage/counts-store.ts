import { dayOf, endOf } from '../../contract/day.ts'
import type { ViewName } from '../../contract/views.ts'
import { findBrandRow } from '../brand/store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { LISTED } from '../answer/replies-store.ts'
import { prepared } from '../store/prepared.ts'
import { CAME_BACK } from './question/keywords/state.ts'
import { VIEWS } from './views.ts'
import { countSnoozed, readStateCounters } from './state-store.ts'

/**
 * How many mentions each ready-made view of a brand holds now: from the counters, less what is snoozed. Only the
 * small ones, which have an index of their own, are counted; the same as their questions find. What needs the texts as
 * well is remembered, like the user's own views.
 */
export function countViews(
  file: BrandFile,
  now: number,
  remembered: (where: string) => number,
): Record<ViewName, number> {
  const counted = (name: ViewName) => remembered(VIEWS.find((view) => view.name === name)?.where ?? '')
  const { new: isNew, open: isOpen, pending, resolved, unanswered } = readStateCounters(file.db)
  const snoozed = countSnoozed(file, now)
  return {
    inbox: isNew + isOpen - snoozed.undecided,
    unread: isNew - snoozed.unread,
    unanswered: unanswered - snoozed.unanswered,
    negative: counted('negative'),
    'promises-due': countPromisesDue(file, now),
    'came-back': countRows(file, `SELECT count(*) AS n FROM (${CAME_BACK})`),
    snoozed: snoozed.all,
    drafts: countRows(
      file,
      'SELECT count(*) AS n FROM draft CROSS JOIN mention_state state ON state.id = mention_id',
    ),
    'please-read': countRows(
      file,
      'SELECT count(*) AS n FROM draft_reading CROSS JOIN mention_state state USING (id) WHERE wanted = 1',
    ),
    pending,
    resolved,
    'resolved-by-rules': counted('resolved-by-rules'),
    everything: isNew + isOpen + pending + resolved,
  }
}

/** A day that a clock is put back in, and more. */
const LONGEST_DAY_MS = 26 * 60 * 60_000

function countPromisesDue(file: BrandFile, now: number): number {
  const sql = `SELECT count(DISTINCT mention_id) AS n FROM promise CROSS JOIN mention_state state ON state.id = mention_id
    WHERE promise.state = 'open' AND due_at <= ?`
  return prepared<[number], { n: number }>(file.db, sql).get(dueUntil(file, now))?.n ?? 0
}

/**
 * Until when a promise is due now: the end of the day, by the brand's clock. Where none stands between now and any end of
 * it, that is now: the first clock takes longer to make than all counts together, and every start asks them.
 */
function dueUntil(file: BrandFile, now: number): number {
  const sql = `SELECT 1 AS n FROM promise WHERE state = 'open' AND due_at > ? AND due_at <= ? LIMIT 1`
  const today = prepared<[number, number], { n: number }>(file.db, sql).get(now, now + LONGEST_DAY_MS)
  if (today === undefined) return now
  const { timezone } = findBrandRow(file)
  return endOf(dayOf(now, timezone), timezone)
}

/** Replies that are not settled, or were refused and nobody took note of it; what the outbox lists. */
export function countOutbox(file: BrandFile): number {
  return countRows(file, `SELECT count(*) AS n FROM reply WHERE ${LISTED}`)
}

function countRows({ db }: BrandFile, sql: string): number {
  return prepared<[], { n: number }>(db, sql).get()?.n ?? 0
}
