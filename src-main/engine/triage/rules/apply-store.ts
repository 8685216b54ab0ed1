import type { Database } from 'better-sqlite3'
import type { BrandFile } from '../../store/brand-file.ts'
import { prepared } from '../../store/prepared.ts'
import type { Effect } from '../acts/effect.ts'
import { touchStep, writeEffect } from '../acts/write-store.ts'
import { findBrandRow } from '../../brand/store.ts'
import { beginAct, endAct, findAct, type OpenAct } from '../journal.ts'
import { type Condition, condition } from '../question/keywords/keyword.ts'
import { type Position, selectRows } from '../question/select.ts'
import type { Asked } from '../question/to-sql.ts'
import { STATUS } from '../state-store.ts'
import { ruleAction } from './actions/index.ts'
import { resolveAs } from './actions/resolve.ts'
import { isRetired } from './matching.ts'
import { actsOf, type RuleRow } from './store.ts'

/** Rows that a rule matched, in a table private to this connection. */
const MATCHED = condition('state.id IN (SELECT id FROM temp.rule_matched)')
const UNDECIDED = condition(`state.status < ${STATUS.pending}`)

export interface Matched {
  readonly count: number
  /** Where the next step goes on; null when this was the last. */
  readonly next: Position | null
}

/** Puts what a rule's question matches into `rule_matched`, oldest first, a step of it. */
export function matchStep(
  { db }: BrandFile,
  asked: Asked,
  { after, most }: { readonly after: Position | null; readonly most: number },
): Matched {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS rule_matched (id INTEGER PRIMARY KEY)')
  prepared<[]>(db, 'DELETE FROM rule_matched').run()
  const { sql, parameters } = selectRows(asked, 'oldest', after, most)
  const { changes } = db.prepare<(string | number)[]>(`INSERT INTO rule_matched ${sql}`).run(...parameters)
  if (changes < most) return { count: changes, next: null }
  const last = prepared<[], { row: number }>(db, 'SELECT max(id) AS row FROM rule_matched').get()
  return { count: changes, next: last ? { row: last.row, shown: 'shown' } : null }
}

export interface Applying {
  readonly rule: RuleRow
  /** Of the act, which goes on over several steps. */
  readonly uid: string
  readonly at: number
  /** `rule`: by itself, to what is new; `rule-past`: because the user asked for it. */
  readonly kind: 'rule' | 'rule-past'
}

/** Does what a rule does to everything in `rule_matched`; answers to how many mentions it did something. */
export function applyRule(file: BrandFile, applying: Applying): number {
  const before = countOf(file, applying)
  for (const { effect, narrowed } of effectsOf(file, applying)) {
    const asked: Asked = { match: null, conditions: [MATCHED, ...narrowed] }
    const { changed } = touchStep(file, asked, effect, { after: null, most: Number.MAX_SAFE_INTEGER })
    if (changed === 0) continue
    const act = actOf(file, applying)
    writeEffect(file, act, effect, applying.at)
    noteMentions(file.db, act, applying.rule, effect)
  }
  const act = findAct(file, applying.uid)
  if (!act) return 0
  const count = countOf(file, applying)
  endAct(file.db, act, count)
  return count - before
}

interface RuleEffect {
  readonly effect: Effect
  readonly narrowed: readonly Condition[]
}

function effectsOf(file: BrandFile, { rule, at }: Applying): RuleEffect[] {
  const moment = { now: at, timezone: findBrandRow(file).timezone }
  return actsOf(rule).flatMap(({ kind, value }) => {
    const action = ruleAction(kind)
    const effect = rule.kind === 'rule' ? action.effect(value, moment) : muteEffect(value)
    if (effect === null || (effect.kind === 'tag' && isRetired(file, effect.path))) return []
    return [{ effect, narrowed: action.on === 'undecided' ? [UNDECIDED] : [] }]
  })
}

/** A mute puts away as needing no reply, too: nobody is answered by that, and it says that it was muted. */
function muteEffect(value: string): Effect | null {
  return resolveAs(['not-about-us', 'no-reply-needed'], value)
}

/** Every automatic act says who did it. */
function actOf(file: BrandFile, { rule, uid, at, kind }: Applying): OpenAct {
  const known = findAct(file, uid)
  if (known) return known
  const who = rule.kind === 'rule' ? (`rule:${rule.name}` as const) : (`mute:${rule.name}` as const)
  const act = beginAct(file, { kind, detail: rule.name, who, at, undoable: true, uid })
  prepared<[number, number]>(file.db, 'UPDATE act SET rule_id = ? WHERE id = ?').run(rule.id, act.id)
  return act
}

function noteMentions(db: Database, act: OpenAct, rule: RuleRow, effect: Effect): void {
  const resolvedAs = effect.kind === 'status' && effect.to === 'resolved' ? effect.reason : null
  prepared<[number, number, string | null]>(
    db,
    `INSERT INTO rule_mention (mention_id, rule_id, act_id, resolved_as)
     SELECT id, ?, ?, ? FROM touched WHERE true
     ON CONFLICT DO UPDATE SET resolved_as = coalesce(excluded.resolved_as, resolved_as)`,
  ).run(rule.id, act.id, resolvedAs)
}

function countOf({ db }: BrandFile, { uid }: Applying): number {
  const sql = 'SELECT count(*) AS n FROM rule_mention WHERE act_id = (SELECT id FROM act WHERE uid = ?)'
  return prepared<[string], { n: number }>(db, sql).get(uid)?.n ?? 0
}
