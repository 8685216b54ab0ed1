import type { Condition, Hanging } from './keywords/keyword.ts'
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
 * Words drive through the full-text index; tags, and a few sources, through their own rows, where walking through all
 * mentions would meet too few that carry them; else the states themselves.
 */
export function driveOf(asked: Asked, more: readonly Condition[], wants: Wants): Drive {
  const all = oneStretch([...asked.conditions, ...more].flatMap(ends))
  const conditions = cheapestFirst(wants === null ? all : all.map((each) => each.rowByRow ?? each))
  const hanging = conditions.flatMap((each) => each.hanging ?? [])
  const others = conditions.length - hanging.length + (asked.match === null ? 0 : 1)
  if (hanging.length > 0 && areShort(hanging, others, wants)) return byArms(asked.match, conditions, wants)
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
      // A list is looked into, row by row: told of it, the full-text index would be asked anew for each of its rows.
      ...conditions.map((each) => onId(each, isStretch(each) ? 'mention_fts.rowid' : '+mention_fts.rowid')),
    ],
    inOrder: false,
  }
}

/** Of what else is asked for nobody knows how much it leaves: a third, say. */
const LEFT_BY_ANOTHER = 1 / 3

/** Whether walking until a page is full meets more rows than hang there; it costs about four times what one of these does. */
function areShort(hanging: readonly Hanging[], others: number, wants: Wants): boolean {
  if (wants === null) return true
  if (others === 0 && hanging.every(({ walks }) => walks.length <= 1)) return true
  const share = hanging.reduce((product, { mentions, of }) => product * (mentions / Math.max(1, of)), 1)
  const all = hanging.reduce((sum, { mentions }) => sum + mentions, 0)
  return wants.limit / (share * LEFT_BY_ANOTHER ** others) > all / 4
}

/** So few rows are asked for their words one by one: to go through all that say a word costs as much as a thousand. */
const FEW_FOR_WORDS = 500

/**
 * The tags' rows, and those of a few sources, merged as they lie: SQLite goes through all of them once and keeps nothing.
 * What has many more rows than the fewest is asked of each of these instead.
 */
function byArms(match: string | null, conditions: readonly Condition[], wants: Wants): Drive {
  const stretches = conditions.filter(isStretch)
  const hanging = conditions
    .flatMap((each) => each.hanging ?? [])
    .sort((one, other) => one.mentions - other.mentions)
  const fewest = hanging[0]?.mentions ?? 0
  const merged = hanging.filter((each) => isWorthMerging(each, fewest))
  const arms = merged.map((each) => armOf(each, stretches))
  const others = conditions.filter(
    (each) => !isStretch(each) && !(each.hanging && merged.includes(each.hanging)),
  )
  // They are asked their state all the same: whether they were put off stands there alone.
  for (const { standing } of conditions)
    if (standing && standing.mentions <= fewest * 3) arms.push(armOf({ walks: [standing.walk] }, stretches))
  if (match !== null && fewest > FEW_FOR_WORDS) arms.push(wordArm(match, stretches))
  else if (match !== null) others.push(wordsOfRow(match))
  // The LIMIT keeps the planner from leaving out the order as of no use to a join.
  const inOrder = wants === null ? '' : `ORDER BY 1 ${wants.order === 'oldest' ? 'ASC' : 'DESC'} LIMIT -1`
  const rows = `(${merge(arms)} ${inOrder}) tagged`
  // Whatever carries a tag has a state: where nothing else is asked, it need not be looked up to be counted.
  const isCounted = wants === null && others.length === 0 && merged.some(({ on }) => on === 'tags')
  return {
    from: isCounted ? rows : `${rows} CROSS JOIN mention_state state ON state.id = tagged.id`,
    parameters: arms.flatMap(({ parameters }) => parameters),
    id: 'tagged.id',
    conditions: others.map((each) => onId(each, 'tagged.id')),
    inOrder: true,
  }
}

/** To ask a row for its tag costs as much as forty that are walked through, or two that several walks are merged from. */
function isWorthMerging({ mentions, walks }: Hanging, fewest: number): boolean {
  return mentions <= fewest * (walks.length === 1 ? 40 : 2)
}

/** The condition that a row says some words. */
function wordsOfRow(match: string): Condition {
  return {
    sql: 'EXISTS (SELECT 1 FROM mention_fts WHERE mention_fts MATCH ? AND rowid = state.id)',
    parameters: [match],
  }
}

/** One arm alone is not put into brackets: its rows come as they lie, and no further than the page needs. */
function merge(arms: readonly Arm[]): string {
  const [first, ...others] = arms
  if (first === undefined) throw new Error('Nothing drives.')
  if (others.length === 0) return first.selects.join(' UNION ')
  // What is in both is there once, however often it is in each.
  return arms.map(({ selects }) => `SELECT id FROM (${selects.join(' UNION ALL ')})`).join(' INTERSECT ')
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

/** One tag's rows, or those of a tag and what is under it, or of some sources: each once. */
function armOf({ walks }: Pick<Hanging, 'walks'>, stretches: readonly Condition[]): Arm {
  const parameters = stretches.flatMap((each) => each.parameters)
  if (walks.length === 0) return { selects: ['SELECT NULL AS id WHERE FALSE'], parameters: [] }
  return {
    selects: walks.map(({ from, key }) => {
      const within = stretches.map(({ sql }) => ` AND ${sql.replace('state.id', key)}`).join('')
      return `SELECT ${key} AS id FROM ${from}${within}`
    }),
    parameters: walks.flatMap(() => parameters),
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
