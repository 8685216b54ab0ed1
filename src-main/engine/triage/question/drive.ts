import type { Condition, Tagged } from './keywords/keyword.ts'
import type { Asked } from './to-sql.ts'

export type Order = 'newest' | 'oldest'

/** What gives the rows of a question in the order of time, so that a page of them is soon full. */
export interface Drive {
  /** After FROM: it joins `mention_state state`. */
  readonly from: string
  readonly parameters: readonly (string | number)[]
  /** The row as the driving index has it. */
  readonly id: string
  /** What is still to be asked of each row. */
  readonly conditions: readonly Condition[]
  /** Whether rows come in the order of time without being told to. */
  readonly inOrder: boolean
}

/** How many rows a page wants, in which order; null: all of them, to be counted. */
export type Wants = { readonly order: Order; readonly limit: number } | null

/**
 * Words drive through the full-text index; tags through their own rows, which are kept in the order of time, where
 * walking through all mentions would meet too few that carry them; else the states themselves.
 */
export function driveOf(asked: Asked, more: readonly Condition[], wants: Wants): Drive {
  const conditions = cheapestFirst(oneStretch([...asked.conditions, ...more].flatMap(ends)))
  const tagged = conditions.flatMap((each) => each.tagged ?? [])
  const others = conditions.length - tagged.length + (asked.match === null ? 0 : 1)
  if (tagged.length > 0 && tagsAreFew(tagged, others, wants)) return byTags(asked.match, conditions, wants)
  if (asked.match !== null) return byWords(asked.match, conditions)
  return { from: 'mention_state state', parameters: [], id: 'state.id', conditions, inOrder: false }
}

/** Only the full-text index ranks: it drives what is listed best first. */
export function driveByWords({ match, conditions }: Asked): Drive {
  if (match === null) throw new Error('Only words are ranked.')
  return byWords(match, cheapestFirst(oneStretch(conditions.flatMap(ends))))
}

function byWords(match: string, conditions: readonly Condition[]): Drive {
  return {
    from: 'mention_fts CROSS JOIN mention_state state ON state.id = mention_fts.rowid',
    parameters: [],
    id: 'mention_fts.rowid',
    conditions: [
      { sql: 'mention_fts MATCH ?', parameters: [match] },
      ...conditions.map((each) => onId(each, 'mention_fts.rowid')),
    ],
    inOrder: false,
  }
}

/** Of what else is asked for nobody knows how much it leaves: a third, say. */
const LEFT_BY_ANOTHER = 1 / 3

/** Whether walking until a page is full meets more rows than the tags have; it costs about four times what a tag's own row does. */
function tagsAreFew(tagged: readonly Tagged[], others: number, wants: Wants): boolean {
  if (wants === null) return true
  if (others === 0 && tagged.every(({ rows }) => rows.length <= 1)) return true
  const share = tagged.reduce((product, { mentions, of }) => product * (mentions / Math.max(1, of)), 1)
  const all = tagged.reduce((sum, { mentions }) => sum + mentions, 0)
  return wants.limit / (share * LEFT_BY_ANOTHER ** others) > all / 4
}

/** The tags' rows, merged as they lie: SQLite goes through all of them once and keeps nothing. */
function byTags(match: string | null, conditions: readonly Condition[], wants: Wants): Drive {
  const stretches = conditions.filter(isStretch)
  const tagArms = conditions.flatMap(({ tagged }) => (tagged ? [armOf(tagged, stretches)] : []))
  const arms = match === null ? tagArms : [...tagArms, wordArm(match, stretches)]
  // The LIMIT keeps the planner from leaving out the order as of no use to a join.
  const inOrder = wants === null ? '' : `ORDER BY 1 ${wants.order === 'oldest' ? 'ASC' : 'DESC'} LIMIT -1`
  return {
    from: `(${merge(arms)} ${inOrder}) tagged CROSS JOIN mention_state state ON state.id = tagged.id`,
    parameters: arms.flatMap(({ parameters }) => parameters),
    id: 'tagged.id',
    conditions: conditions
      .filter((each) => !each.tagged && !isStretch(each))
      .map((each) => onId(each, 'tagged.id')),
    inOrder: true,
  }
}

/** One arm alone is not put into brackets: its rows come as they lie, and no further than the page needs. */
function merge(arms: readonly Arm[]): string {
  const [first, ...others] = arms
  if (first === undefined) throw new Error('Nothing drives.')
  if (others.length === 0) return first.selects.join(' UNION ')
  return arms.map(({ selects }) => `SELECT id FROM (${selects.join(' UNION ')})`).join(' INTERSECT ')
}

interface Arm {
  /** Each gives rows of `id`, in their order. */
  readonly selects: readonly string[]
  readonly parameters: readonly (string | number)[]
}

/** The rows that say some words, as the full-text index has them. */
function wordArm(match: string, stretches: readonly Condition[]): Arm {
  const within = stretches.map(({ sql }) => ` AND ${sql.replace('state.id', 'rowid')}`).join('')
  return {
    selects: [`SELECT rowid AS id FROM mention_fts WHERE mention_fts MATCH ?${within}`],
    parameters: [match, ...stretches.flatMap(({ parameters }) => parameters)],
  }
}

/** One tag's rows, or those of a tag and what is under it, each once. */
function armOf({ rows }: Tagged, stretches: readonly Condition[]): Arm {
  const within = stretches.map(({ sql }) => ` AND ${sql.replace('state.id', 'mention_id')}`).join('')
  const parameters = stretches.flatMap((each) => each.parameters)
  const select = 'SELECT mention_id AS id FROM mention_tag WHERE'
  if (rows.length === 0) return { selects: [`${select} FALSE`], parameters: [] }
  return {
    selects: rows.map((row) => `${select} tag_id = ${row}${within}`),
    parameters: rows.flatMap(() => parameters),
  }
}

const STRETCH = /^state\.id (<|<=|>|>=) \?$/

/** `after:` and `before:`, and where a page goes on: told to the index itself, it does not walk through all the years. */
function isStretch({ sql }: Condition): boolean {
  return STRETCH.test(sql)
}

const BETWEEN = 'state.id >= ? AND state.id < ?'

/** `on:` leaves a stretch with two ends. */
function ends({ sql, parameters, ...rest }: Condition): Condition[] {
  if (sql !== BETWEEN) return [{ sql, parameters, ...rest }]
  const [from = 0, to = 0] = parameters
  return [
    { sql: 'state.id >= ?', parameters: [from] },
    { sql: 'state.id < ?', parameters: [to] },
  ]
}

/** Of several stretches the one all of them leave: an index seeks to one beginning and one end, and walks to the others. */
function oneStretch(conditions: readonly Condition[]): Condition[] {
  let [from, to] = [-Infinity, Infinity]
  for (const { sql, parameters } of conditions.filter(isStretch)) {
    const row = Number(parameters[0])
    const sign = STRETCH.exec(sql)?.[1]
    if (sign === '>' || sign === '>=') from = Math.max(from, sign === '>' ? row + 1 : row)
    else to = Math.min(to, sign === '<' ? row - 1 : row)
  }
  const whole = [
    ...(from > -Infinity ? [{ sql: 'state.id >= ?', parameters: [from] }] : []),
    ...(to < Infinity ? [{ sql: 'state.id <= ?', parameters: [to] }] : []),
  ]
  return [...whole, ...conditions.filter((each) => !isStretch(each))]
}

/** Asked of the driving row itself, without looking up its state. */
function onId(each: Condition, id: string): Condition {
  return isStretch(each) || isList(each) ? { ...each, sql: each.sql.replace('state.id', id) } : each
}

/** Rows that are collected once; whether one is among them is soon seen. */
function isList({ sql }: Condition): boolean {
  return /^\(*state\.id (?:NOT )?IN \(/.test(sql)
}

/** What lies in the state itself, then lists, then what an index answers, then the wide tables: most rows fall at the first. */
function cheapestFirst(conditions: readonly Condition[]): Condition[] {
  return conditions.toSorted((one, other) => costOf(one) - costOf(other))
}

const COSTS = [/mention_fts/, /mention_text/, /FROM mention\b/, /SELECT/]

function costOf(each: Condition): number {
  const rank = COSTS.findIndex((costly) => costly.test(each.sql))
  if (rank < 0) return 0
  return isList(each) && rank > 0 ? 0.5 : COSTS.length - rank
}
