import type { ViewName } from '../../contract/views.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { LISTED } from '../answer/replies-store.ts'
import { prepared } from '../store/prepared.ts'
import { countMatches } from './page-store.ts'
import { parseQuestion } from './question/parse.ts'
import { readCounter, STATUS } from './state-store.ts'
import { VIEWS } from './views.ts'

/**
 * How many mentions each ready-made view of a brand holds now: from the counters, less what is snoozed. Only the
 * small ones, which have an index of their own, are counted.
 */
export function countViews(file: BrandFile, now: number): Record<ViewName, number> {
  const { db } = file
  const status = (name: keyof typeof STATUS) => readCounter(db, 'status', STATUS[name])
  const snoozed = countSnoozed(file, now)
  const counted = (name: ViewName) => {
    const where = VIEWS.find((view) => view.name === name)?.where ?? ''
    return countMatches(file, { question: parseQuestion(where), now })
  }
  return {
    inbox: status('new') + status('open') - snoozed.undecided,
    unread: status('new') - snoozed.unread,
    unanswered: readCounter(db, 'unanswered', 1) - snoozed.unanswered,
    'promises-due': counted('promises-due'),
    'came-back': counted('came-back'),
    snoozed: snoozed.all,
    drafts: counted('drafts'),
    pending: status('pending'),
    resolved: status('resolved'),
    everything: status('new') + status('open') + status('pending') + status('resolved'),
  }
}

interface Snoozed {
  readonly all: number
  readonly unread: number
  readonly undecided: number
  readonly unanswered: number
}

function countSnoozed({ db }: BrandFile, now: number): Snoozed {
  const row = prepared<[number], Snoozed>(
    db,
    `SELECT count(*) AS "all",
            count(*) FILTER (WHERE status = ${STATUS.new}) AS unread,
            count(*) FILTER (WHERE status < ${STATUS.pending}) AS undecided,
            count(*) FILTER (WHERE unanswered = 1) AS unanswered
     FROM mention_state WHERE snoozed_until > ?`,
  ).get(now)
  return row ?? { all: 0, unread: 0, undecided: 0, unanswered: 0 }
}

/** Replies that are not settled, or were refused and nobody took note of it; what the outbox lists. */
export function countOutbox({ db }: BrandFile): number {
  const sql = `SELECT count(*) AS n FROM reply WHERE ${LISTED}`
  return prepared<[], { n: number }>(db, sql).get()?.n ?? 0
}
