import type { BrandFile } from '../store/brand-file.ts'
import { preparedLately } from '../store/prepared.ts'
import { toMs } from '../store/time.ts'
import { askedBrand } from './question/asked-brand.ts'
import { condition, type Condition } from './question/keywords/keyword.ts'
import { arrivedThrough } from './question/keywords/source.ts'
import type { Question } from './question/question.ts'
import {
  type Order,
  type Position,
  selectBest,
  selectInCare,
  selectRows,
  type Sql,
} from './question/select.ts'
import { type Asked, toSql } from './question/to-sql.ts'
import { withTwins } from './twins-search.ts'

/** Above this many hits, ranking them costs more than it helps: newest first instead. */
export const FEW_HITS = 2000

export interface Wanted {
  readonly question: Question
  /** UTC ms. */
  readonly now: number
  /** Only what arrived through these. */
  readonly sourceRows?: readonly number[]
  /** Only what was there at this instant. */
  readonly asOf?: string | undefined
  /** Only what arrived after this instant. */
  readonly arrivedAfter?: string | undefined
}

/** The question in SQL for one brand, with what the caller narrows beside it. */
export function askFor(file: BrandFile, wanted: Wanted): Asked {
  return withTwins(file, askDirectly(file, wanted))
}

/** What it is only the mentions themselves that say: those can be ranked. */
function askDirectly(file: BrandFile, { question, now, sourceRows, asOf, arrivedAfter }: Wanted): Asked {
  const brand = askedBrand(file, now)
  const asked = toSql(question, brand)
  const more = [
    ...(sourceRows === undefined ? [] : [arrivedThrough(brand.sourcesOf(sourceRows), brand)]),
    ...(asOf === undefined ? [] : [arrived('NOT IN', asOf)]),
    ...(arrivedAfter === undefined ? [] : [arrived('IN', arrivedAfter)]),
  ]
  return { ...asked, conditions: [...asked.conditions, ...more] }
}

/** What arrived after a list was drawn is little: it is collected, rather than each row asked when it came. */
function arrived(among: 'IN' | 'NOT IN', after: string): Condition {
  const sql = `state.id ${among} (SELECT id FROM mention INDEXED BY mention_gathered WHERE gathered_at > ?)`
  return { ...condition(sql, toMs(after)), collects: 'few' }
}

export interface PageWanted extends Wanted {
  readonly order: Order
  readonly after: Position | null
  readonly limit: number
}

/** Rows of a page, by key. */
export function listRows(file: BrandFile, wanted: PageWanted): number[] {
  const sql = selectRows(askFor(file, wanted), wanted.order, wanted.after, wanted.limit)
  return all<{ row: number }>(file, sql).map(({ row }) => row)
}

/** The same in the order of care, with each one's place in it. */
export function listInCare(
  file: BrandFile,
  wanted: Omit<PageWanted, 'order'> & { readonly back: boolean },
): Hit[] {
  return all<Hit>(file, selectInCare(askFor(file, wanted), wanted))
}

/** Which of some rows the question matches, in no order. */
export function listAmong(file: BrandFile, wanted: Wanted, rows: readonly number[]): number[] {
  const asked = askFor(file, wanted)
  const among = condition('state.id IN (SELECT value FROM json_each(?))', JSON.stringify(rows))
  const narrowed = { ...asked, conditions: [...asked.conditions, among] }
  return all<{ row: number }>(file, selectRows(narrowed, 'newest', null, rows.length)).map(({ row }) => row)
}

export interface Hit {
  readonly row: number
  /** bm25: the smaller, the better. */
  readonly score: number
}

/** Every hit with how well it matches, or null where there are no words to match, or too many hits to rank. */
export function listBest(file: BrandFile, wanted: Wanted): Hit[] | null {
  const asked = askDirectly(file, wanted)
  if (asked.match === null) return null
  const rows = all<{ row: number }>(file, selectRows(asked, 'newest', null, FEW_HITS + 1))
  return rows.length > FEW_HITS ? null : all<Hit>(file, selectBest(asked, FEW_HITS))
}

/** How many mentions a question matches, but no further than `most`; see `rememberedCount`. */
export function countUpTo(file: BrandFile, wanted: Wanted, most: number): number {
  const { sql, parameters } = selectRows(askFor(file, wanted), 'newest', null, most)
  return all<{ n: number }>(file, { sql: `SELECT count(*) AS n FROM (${sql})`, parameters })[0]?.n ?? 0
}

function all<Row>({ db }: BrandFile, { sql, parameters }: Sql): Row[] {
  return preparedLately<Row>(db, sql).all(...parameters)
}
