import { z } from 'zod'
import { type Rule, RuleActKind } from '../../../contract/rules.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { personId, ruleId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import { newUid } from '../../store/uid.ts'

/** One rule or mute, as its row keeps it. */
export interface RuleRow {
  readonly id: number
  readonly uid: string
  readonly kind: Rule['kind']
  readonly name: string
  readonly question: string
  readonly person_id: number | null
  /** JSON: `[{kind, value}]`. */
  readonly acts: string
  readonly stops: 0 | 1
  readonly works: 0 | 1
  readonly position: number
  readonly added_at: number
  readonly removed_at: number | null
}

const Acts = z.array(z.object({ kind: RuleActKind, value: z.string() }))

export function actsOf({ acts }: Pick<RuleRow, 'acts'>): Rule['acts'] {
  return Acts.parse(JSON.parse(acts))
}

/** Mutes first, then rules, each in their order. */
export function listRules({ db }: Pick<BrandFile, 'db'>): RuleRow[] {
  const sql = "SELECT * FROM rule WHERE removed_at IS NULL ORDER BY kind = 'rule', position, id"
  return prepared<[], RuleRow>(db, sql).all()
}

/** A rule that was not removed, or null. */
export function findRule({ db }: BrandFile, row: number): RuleRow | null {
  const sql = 'SELECT * FROM rule WHERE id = ? AND removed_at IS NULL'
  return prepared<[number], RuleRow>(db, sql).get(row) ?? null
}

export function insertRule(
  { db }: BrandFile,
  fields: Omit<RuleRow, 'id' | 'uid' | 'position' | 'removed_at'>,
): RuleRow {
  const row = prepared<[Record<string, unknown>], RuleRow>(
    db,
    `INSERT INTO rule (uid, kind, name, question, person_id, acts, stops, works, position, added_at)
     VALUES (@uid, @kind, @name, @question, @person_id, @acts, @stops, @works,
       (SELECT coalesce(max(position), 0) + 1 FROM rule), @added_at)
     RETURNING *`,
  ).get({ ...fields, uid: newUid() })
  if (!row) throw new Error('A rule could not be added.')
  return row
}

/** How many mentions a rule did something to that still stands. */
export function countDone({ db }: BrandFile, rule: number): number {
  const sql = 'SELECT count(DISTINCT mention_id) AS n FROM rule_mention WHERE rule_id = ?'
  return prepared<[number], { n: number }>(db, sql).get(rule)?.n ?? 0
}

export function toRule(file: BrandFile, row: RuleRow, problem: Rule['problem']): Rule {
  return {
    ruleId: ruleId(file.brandId, row.id),
    brandId: file.brandId,
    kind: row.kind,
    name: row.name,
    where: row.question,
    personId: row.person_id === null ? null : personId(file.brandId, row.person_id),
    acts: actsOf(row),
    stops: row.stops === 1,
    works: row.works === 1,
    done: countDone(file, row.id),
    problem,
  }
}

/** Uids of the acts of a rule that stand, newest first. */
export function standingActs({ db }: BrandFile, rule: number): string[] {
  const sql = 'SELECT uid FROM act WHERE rule_id = ? AND undone_at IS NULL ORDER BY id DESC'
  return prepared<[number], { uid: string }>(db, sql)
    .all(rule)
    .map(({ uid }) => uid)
}

/** A rule as the journal holds it: what the user said of it. Its place among the others is an act of its own. */
export function writtenAs({
  uid,
  kind,
  name,
  question,
  person_id: person,
  acts,
  stops,
  works,
}: RuleRow): string {
  return JSON.stringify({ uid, kind, name, question, person, acts, stops, works })
}
