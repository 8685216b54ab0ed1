import type { BrandFile } from '../store/brand-file.ts'
import { toMs } from '../store/time.ts'
import { askedBrand, countMentions } from './question/asked-brand.ts'
import { condition } from './question/keywords/keyword.ts'
import { arrivedThrough } from './question/keywords/source.ts'
import type { Question } from './question/question.ts'
import {
  type Order,
  type Position,
  selectBest,
  selectCount,
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
  readonly asOf?: string
}

/** The question in SQL for one brand, with what the caller narrows beside it. */
export function askFor(file: BrandFile, wanted: Wanted): Asked {
  return withTwins(file, askDirectly(file, wanted))
}

/** What it is only the mentions themselves that say: those can be ranked. */
function askDirectly(file: BrandFile, { question, now, sourceRows, asOf }: Wanted): Asked {
  const brand = askedBrand(file, now)
  const asked = toSql(question, brand)
  const more = [
    ...(sourceRows === undefined ? [] : [arrivedThrough(brand.sourcesOf(sourceRows), brand)]),
    ...(asOf === undefined ? [] : [thereAt(asOf)]),
  ]
  return { ...asked, conditions: [...asked.conditions, ...more] }
}

function thereAt(asOf: string) {
  return condition('(SELECT gathered_at FROM mention WHERE mention.id = state.id) <= ?', toMs(asOf))
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

/** How many mentions a question matches; everything is known without counting. */
export function countMatches(file: BrandFile, wanted: Wanted): number {
  const asked = askFor(file, wanted)
  if (asked.match === null && asked.conditions.length === 0) return countMentions(file.db)
  return all<{ n: number }>(file, selectCount(asked))[0]?.n ?? 0
}

/** The same, but no further than `most`: what is counted besides must not take long. */
export function countUpTo(file: BrandFile, wanted: Wanted, most: number): number {
  const { sql, parameters } = selectRows(askFor(file, wanted), 'newest', null, most)
  return all<{ n: number }>(file, { sql: `SELECT count(*) AS n FROM (${sql})`, parameters })[0]?.n ?? 0
}

/** Questions are too many to keep compiled. */
function all<Row>({ db }: BrandFile, { sql, parameters }: Sql): Row[] {
  return db.prepare<(string | number)[], Row>(sql).all(...parameters)
}
