import type { ByRule } from '../../../contract/mentions.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { actId, ruleId } from '../../store/ids.ts'
import { prepared } from '../../store/prepared.ts'
import { toInstant } from '../../store/time.ts'
import { findTagByUid } from '../tags-store.ts'

interface DoneRow {
  readonly rule: number
  readonly kind: ByRule['kind']
  readonly name: string
  readonly act: number
  readonly uid: string
  readonly at: number
}

/** What rules and mutes did to a mention and still stands, the oldest first; of a twin, what they did to its head. */
export function listByRules(file: BrandFile, row: number): ByRule[] {
  const sql = `SELECT rule.id AS rule, rule.kind, rule.name, act.id AS act, act.uid, act.at
    FROM rule_mention JOIN rule ON rule.id = rule_mention.rule_id JOIN act ON act.id = act_id
    WHERE mention_id = coalesce((SELECT head_id FROM mention_twin WHERE mention_id = @row), @row) ORDER BY act.id`
  return prepared<[Record<string, number>], DoneRow>(file.db, sql)
    .all({ row })
    .map((done) => ({
      ruleId: ruleId(file.brandId, done.rule),
      kind: done.kind,
      name: done.name,
      actId: actId([file.brandId], done.uid),
      at: toInstant(done.at),
      did: listDid(file, done.act, row),
    }))
}

function listDid(file: BrandFile, act: number, row: number): ByRule['did'] {
  const changes = prepared<[Record<string, number>], { field: string; after: string | number | null }>(
    file.db,
    `SELECT field, after FROM act_change WHERE act_id = @act AND subject = 'mention'
     AND row_id = coalesce((SELECT head_id FROM mention_twin WHERE mention_id = @row), @row)`,
  ).all({ act, row })
  return changes.flatMap(({ field, after }): ByRule['did'] => {
    if (field === 'status') return [{ kind: 'status', value: String(after) }]
    if (field === 'snoozed_until') return [{ kind: 'snooze', value: toInstant(Number(after)) }]
    const tag = field.startsWith('tag:') ? findTagByUid(file, field.slice('tag:'.length)) : null
    return tag ? [{ kind: 'tag', value: tag.path }] : []
  })
}
