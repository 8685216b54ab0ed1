import type { TagReport } from '../../contract/reports.ts'
import type { Gap } from '../../contract/sources.ts'
import { listGaps, openGap } from '../gather/health/gaps-store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { toInstantOrNull } from '../store/time.ts'
import { STATUS } from '../triage/state-store.ts'
import type { Day, Period } from './period.ts'
import { isReported } from './reported-store.ts'

type Counted = Omit<TagReport['totals'], 'untagged'>

/** What is spam, not about us, or the same thing again says nothing about the brand. */
const COUNTS = "(state.reason IS NULL OR state.reason NOT IN ('spam', 'not-about-us', 'duplicate'))"

/** What of the period counts: of what is reported, what says something about the brand. */
export function counts(period: Period): string {
  return COUNTS + isReported(period, 'state.id')
}

const ANSWERED = `state.reason = 'answered' OR state.status = ${STATUS.pending}
  AND EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = state.id AND reply.state = 'sent')`

const STAR = (stars: number) => `count(*) FILTER (WHERE max(1, min(5, round(mention.stars))) = ${stars})`

interface CountedRow {
  readonly mentions: number
  readonly people: number
  readonly unanswered: number
  readonly answered: number
  readonly rated: number
  readonly average: number | null
  readonly stars: string
}

const selectCounted = (period: Period) => `
  SELECT count(*) AS mentions, count(DISTINCT coalesce(author.person_id, -mention.id)) AS people,
    count(*) FILTER (WHERE state.unanswered = 1) AS unanswered,
    count(*) FILTER (WHERE ${ANSWERED}) AS answered,
    count(mention.stars) AS rated, avg(mention.stars) AS average,
    json_array(${[1, 2, 3, 4, 5].map(STAR).join(', ')}) AS stars
  FROM mention_state state JOIN mention ON mention.id = state.id LEFT JOIN author ON author.id = mention.author_id
  WHERE ${counts(period)}`

export function countPeriod({ db }: BrandFile, period: Period): Counted {
  return toCounted(
    prepared<[number, number], CountedRow>(
      db,
      `${selectCounted(period)} AND state.id >= ? AND state.id < ?`,
    ).get(period.firstRow, period.pastRow),
  )
}

/** What carries any of some tags. */
export function countTags({ db }: BrandFile, period: Period, tags: readonly number[]): Counted {
  return toCounted(
    prepared<[string, number, number], CountedRow>(
      db,
      `${selectCounted(period)} AND state.id IN (${TAGGED})`,
    ).get(JSON.stringify(tags), period.firstRow, period.pastRow),
  )
}

/** Mentions of a period that carry any of some tags; a tag's keys are in the order of time. */
export const TAGGED = `SELECT mention_id FROM json_each(?) tag JOIN mention_tag ON tag_id = tag.value
  WHERE mention_id >= ? AND mention_id < ?`

function toCounted(row: CountedRow | undefined): Counted {
  if (!row) throw new Error('Nothing was counted.')
  const { mentions, people, unanswered, answered, rated, average } = row
  return {
    mentions,
    people,
    unanswered,
    answered,
    rated,
    averageStars: average === null ? null : Math.round(average * 10) / 10,
    stars: row.stars.slice(1, -1).split(',').map(Number),
  }
}

export function countUntagged({ db }: BrandFile, period: Period): number {
  const { firstRow, pastRow } = period
  const sql = `SELECT count(*) AS n FROM mention_state state WHERE ${counts(period)} AND state.id >= ? AND state.id < ?
    AND NOT EXISTS (SELECT 1 FROM mention_tag WHERE mention_tag.mention_id = state.id)`
  return prepared<[number, number], { n: number }>(db, sql).get(firstRow, pastRow)?.n ?? 0
}

export function countDays({ db }: BrandFile, period: Period, days: readonly Day[]): TagReport['days'] {
  const sql = `SELECT count(*) AS n FROM mention_state state WHERE ${counts(period)} AND state.id >= ? AND state.id < ?`
  const count = prepared<[number, number], { n: number }>(db, sql)
  return days.map(({ day, firstRow, pastRow }) => ({ day, mentions: count.get(firstRow, pastRow)?.n ?? 0 }))
}

export interface ReportedTag {
  readonly path: string
  /** The tag and everything under it. */
  readonly rows: readonly number[]
}

/** The tags that were used in a period, in tree order. */
export function listUsedTags({ db }: BrandFile, period: Period): string[] {
  const { firstRow, pastRow } = period
  const sql = `SELECT path FROM tag WHERE EXISTS
      (SELECT 1 FROM mention_tag WHERE tag_id = tag.id AND mention_id >= ? AND mention_id < ?${isReported(period, 'mention_tag.mention_id')})
    ORDER BY replace(key, '/', char(1))`
  return prepared<[number, number], { path: string }>(db, sql)
    .all(firstRow, pastRow)
    .map(({ path }) => path)
}

interface SourceRow {
  readonly id: number
  readonly title: string
  readonly mentions: number
  readonly last_success_at: number | null
  readonly failing_since: number | null
}

/** What the numbers rest on: every source that is there, or that brought something in the period. */
export function listCoverage(file: BrandFile, period: Period): TagReport['coverage'] {
  const gaps = gapsWithin(file, period)
  return listSources(file, period).map((row) => ({
    title: row.title,
    mentions: row.mentions,
    lastSuccessAt: toInstantOrNull(row.last_success_at),
    failingSince: toInstantOrNull(row.failing_since),
    gaps: gaps(row.id, openGap(row)),
  }))
}

function listSources({ db }: BrandFile, period: Period): SourceRow[] {
  const { firstRow, pastRow } = period
  return prepared<[number, number], SourceRow>(
    db,
    `SELECT source.id, source.title, coalesce(brought.n, 0) AS mentions, health.last_success_at, health.failing_since
     FROM source LEFT JOIN source_health health ON health.source_id = source.id
     LEFT JOIN (
       SELECT mention.source_id, count(*) AS n FROM mention JOIN mention_state state ON state.id = mention.id
       WHERE ${counts(period)} AND mention.id >= ? AND mention.id < ? GROUP BY mention.source_id
     ) brought ON brought.source_id = source.id
     WHERE source.removed_at IS NULL OR brought.n > 0
     ORDER BY mentions DESC, source.title`,
  ).all(firstRow, pastRow)
}

/** What of a source was not gathered and may have been said within the period, oldest first. */
function gapsWithin({ db }: BrandFile, { from, to }: Period) {
  const missed = listGaps(db)
  const touches = ({ since, until }: Gap) =>
    Date.parse(since) <= to && (until === null || Date.parse(until) >= from)
  return (row: number, open: readonly Gap[]): Gap[] =>
    [...(missed.get(row) ?? []).toReversed(), ...open].filter(touches)
}
