import { setImmediate as nextTurn } from 'node:timers/promises'
import { dayStarts } from '../../contract/day.ts'
import { findBrandRow } from '../brand/store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { rowAt, timeOfRow } from '../store/mention-key.ts'
import { askFor, type Wanted } from './page-store.ts'
import { countMentions } from './question/asked-brand.ts'
import { condition, type Condition } from './question/keywords/keyword.ts'
import { type Position, selectCount, selectRows } from './question/select.ts'
import type { Asked } from './question/to-sql.ts'
import { type Asker, cancelled, inSlices, type Span } from './slices.ts'

/** Above this nobody needs to know how many there are. */
export const MANY = 10_000

/** Counts what a question matches, in slices; `most`: what is above it need not be counted. */
export async function countInBackground(
  file: BrandFile,
  wanted: Wanted,
  scope: Asker,
  most = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const asked = askFor(file, wanted)
  if (asksNothing(asked)) return countMentions(file.db)
  let count = 0
  const enough = () => (count > most ? 'enough' : 'go-on')
  if (!isCheapToSeek(asked)) {
    await overPages(file, asked, scope, (rows) => {
      count += rows.length
      return enough()
    })
    return count
  }
  await overSpan(file, asked, scope, (slice) => {
    count += countWithin(file, asked, slice)
    return enough()
  })
  return count
}

export interface DayCount {
  /** `YYYY-MM-DD`, by the brand's own clock. */
  readonly day: string
  readonly count: number
}

/** How many a question matches on each day that has any, oldest first. */
export async function countDays(file: BrandFile, wanted: Wanted, scope: Asker): Promise<DayCount[]> {
  const asked = askFor(file, wanted)
  const counts = new Map<string, number>()
  const add = (found: readonly DayCount[]) => {
    for (const { day, count } of found) if (count > 0) counts.set(day, (counts.get(day) ?? 0) + count)
    return 'go-on' as const
  }
  const days = daysOf(findBrandRow(file).timezone)
  if (isCheapToSeek(asked)) {
    await overSpan(file, asked, scope, (slice) => add(countEach(file, asked, days(slice))))
  } else {
    await overPages(file, asked, scope, (rows) => add(sortedInto(days(spanOf(rows)), rows)))
  }
  return [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => a.day.localeCompare(b.day))
}

function asksNothing({ match, conditions }: Asked): boolean {
  return match === null && conditions.length === 0
}

/** Words and long lists of rows are collected anew for every statement; everything else seeks to its rows. */
function isCheapToSeek({ match, conditions }: Asked): boolean {
  const collects = ({ sql, hanging, collects: what }: Condition) =>
    hanging?.on !== 'tags' && what !== 'few' && /\bIN \(SELECT/.test(sql)
  return match === null && !conditions.some(collects)
}

/** From the newest that matches to the oldest. */
async function overSpan(
  { db }: BrandFile,
  asked: Asked,
  scope: Asker,
  look: (slice: Span) => 'go-on' | 'enough',
): Promise<void> {
  const end = (order: 'newest' | 'oldest') => {
    const { sql, parameters } = selectRows(asked, order, null, 1)
    return db.prepare<(string | number)[], { row: number }>(sql).get(...parameters)?.row ?? null
  }
  const [to, from] = [end('newest'), end('oldest')]
  if (from === null || to === null) return
  await inSlices({ from, to }, scope, look)
}

const ROWS_OF_PAGE = 20_000

/** Rows, newest first. A long list of rows that a question collects is collected once: then all come at once. */
async function overPages(
  { db }: BrandFile,
  asked: Asked,
  { signal }: Asker,
  look: (rows: readonly number[]) => 'go-on' | 'enough',
): Promise<void> {
  const most = asked.match === null ? Number.MAX_SAFE_INTEGER : ROWS_OF_PAGE
  let after: Position | null = null
  for (;;) {
    if (signal.aborted) throw cancelled()
    const { sql, parameters } = selectRows(asked, 'newest', after, most)
    const rows = db
      .prepare<(string | number)[], number>(sql)
      .pluck()
      .all(...parameters)
    const last = rows.at(-1)
    if (last === undefined || look(rows) === 'enough' || rows.length < most) return
    after = { row: last, shown: 'shown' }
    await nextTurn()
  }
}

function spanOf(rows: readonly number[]): Span {
  return { from: rows.at(-1) ?? 0, to: rows[0] ?? 0 }
}

interface DaySpan extends Span {
  readonly day: string
}

/** Cuts a span of rows at every midnight of a time zone. */
function daysOf(timezone: string): (span: Span) => DaySpan[] {
  return ({ from, to }) => {
    const starts = dayStarts(timeOfRow(from), timeOfRow(to), timezone)
    return starts.map(({ day, at }, index) => ({
      day,
      from: Math.max(from, rowAt(at)),
      to: Math.min(to, rowAt(starts[index + 1]?.at ?? Infinity) - 1),
    }))
  }
}

/** One seek a day: nothing is read but an index. */
function countEach({ db }: BrandFile, asked: Asked, days: readonly DaySpan[]): DayCount[] {
  const statement = db.prepare<(string | number)[], { n: number }>(
    selectCount(withinSpan(asked, { from: 0, to: 0 })).sql,
  )
  return days.map(({ day, ...span }) => ({
    day,
    count: statement.get(...selectCount(withinSpan(asked, span)).parameters)?.n ?? 0,
  }))
}

/** `rows` are newest first. */
function sortedInto(days: readonly DaySpan[], rows: readonly number[]): DayCount[] {
  let at = 0
  return days.toReversed().map(({ day, from }) => {
    const first = at
    while (at < rows.length && (rows[at] ?? 0) >= from) at += 1
    return { day, count: at - first }
  })
}

function countWithin({ db }: BrandFile, asked: Asked, span: Span): number {
  const { sql, parameters } = selectCount(withinSpan(asked, span))
  return db.prepare<(string | number)[], { n: number }>(sql).get(...parameters)?.n ?? 0
}

function withinSpan(asked: Asked, { from, to }: Span): Asked {
  const stretch: Condition[] = [condition('state.id >= ?', from), condition('state.id <= ?', to)]
  return { ...asked, conditions: [...asked.conditions, ...stretch] }
}
